import { Form } from '@remix-run/react'
import { useT } from '~/i18n/messages.ts'
import { papers } from '~/i18n/papers.ts'
import { paths } from '~/paths.ts'
import type { FieldErrors, FormValues } from '~/platform/forms.ts'
import { typed } from '~/platform/typed.ts'
import { Button, LinkButton, SubmitButton } from '~/ui/button.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { Field } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { TableEmpty } from '~/ui/table.tsx'
import { formLetter } from './cohort-sitting.ts'
import { Deviations, FormsCompared } from './forms-compared.tsx'
import type { PaperDraft } from './paper-desk.server.ts'
import type { StaffItem } from './paper-items.server.ts'
import { PaperItems } from './paper-items.tsx'
import type { paperAddress } from './paper-query.ts'

type Address = ReturnType<typeof paperAddress>
type PaperDraftViewProps = { draft: PaperDraft; address: Address; errors?: FieldErrors; values?: FormValues }

/** A paper that is not kept yet: its address says what stands on it, and every act leads to another address. */
export function PaperDraftView({ draft, address, errors, values }: PaperDraftViewProps) {
  const t = useT(papers)
  const { forms, compared } = draft
  return (
    <div className="stack mt-6">
      <FormsCompared compared={compared} />
      {forms.length > 1 && (
        <nav className="button-row" aria-label={t('form.jump')}>
          {forms.map((_, form) => (
            <a key={formLetter(form)} className="link" href={`#form-${formLetter(form)}`}>
              {t('form.of', { letter: formLetter(form) })}
            </a>
          ))}
        </nav>
      )}
      <Form method="get" preventScrollReset className="stack">
        <AddressFields address={address} />
        {forms.map(({ items, deviations }, form) => (
          <section key={formLetter(form)} className="section" id={`form-${formLetter(form)}`}>
            <h2>{forms.length > 1 ? t('form.of', { letter: formLetter(form) }) : t('form.one')}</h2>
            <Deviations deviations={deviations} />
            <PaperItems items={items} actOf={(item) => <SwapButton item={item} />} />
          </section>
        ))}
      </Form>
      <KeepForm {...{ draft, address, errors, values }} />
    </div>
  )
}

function AddressFields({ address }: { address: Address }) {
  return Object.entries(address).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}

function SwapButton({ item: { questionId, number } }: { item: StaffItem }) {
  const t = useT(papers)
  return (
    <Button type="submit" kind="quiet" name="swap" value={questionId} aria-label={t('item.swapOf', { number })}>
      {t('item.swap')}
    </Button>
  )
}

function KeepForm({ draft, address, errors, values }: PaperDraftViewProps) {
  const t = useT(papers)
  const errorOf = useFieldErrors(errors)
  const labels = { title: t('draft.keepTitle') }
  return (
    <section className="section" aria-labelledby="keep">
      <h2 id="keep">{t('draft.keep')}</h2>
      <Form method="post" className="form" noValidate>
        <ErrorSummary errors={errors} labels={labels} />
        <AddressFields address={address} />
        <input type="hidden" name="shown" value={draft.shown} />
        <Field
          name="title"
          label={labels.title}
          help={t('draft.keepHelp')}
          error={errorOf('title')}
          defaultValue={typed(values, 'title')}
          maxLength={60}
          autoComplete="off"
        />
        <div className="button-row">
          <SubmitButton intent="keep">{t('draft.keep')}</SubmitButton>
          <LinkButton to={paths.newPaper({ blueprint: draft.blueprint.id, count: draft.forms.length })}>
            {t('draft.redraw')}
          </LinkButton>
        </div>
      </Form>
    </section>
  )
}

type SwapViewProps = { swap: NonNullable<PaperDraft['swap']>; address: Address }

/** What may stand for one question, each shown in full. */
export function SwapView({ swap: { out, candidates, total }, address }: SwapViewProps) {
  const t = useT(papers)
  const [first] = out
  const shown = new Set(candidates.map(({ questionId }) => questionId)).size
  return (
    <div className="stack mt-6">
      <section className="section">
        <h2>{t('swap.now')}</h2>
        <PaperItems items={out} />
        <p className="mt-3">
          <LinkButton to={paths.newPaper(address)} icon="left">
            {t('swap.back')}
          </LinkButton>
        </p>
      </section>
      <section className="section">
        <h2>{t('swap.title', { number: first?.number ?? 0 })}</h2>
        {candidates.length === 0 ? (
          <TableEmpty>{t('swap.none')}</TableEmpty>
        ) : (
          <Form method="get">
            <AddressFields address={address} />
            <input type="hidden" name="swap" value={first?.questionId ?? ''} />
            <p>
              {t('swap.lead', { count: total })} {total > shown && t('swap.first', { count: shown })}
            </p>
            <PaperItems
              items={candidates}
              actOf={({ questionId }) => (
                <Button type="submit" name="into" value={questionId}>
                  {t('swap.choose')}
                </Button>
              )}
            />
          </Form>
        )}
      </section>
    </div>
  )
}
