import { Form } from '@remix-run/react'
import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import type { FieldErrors, FormValues } from '~/platform/forms.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { ConfirmForm } from '~/ui/confirm-form.tsx'
import { TextAreaField } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { Notice } from '~/ui/notice.tsx'
import type { QuestionPage } from './question-page.ts'

type ReviewDeskProps = { page: QuestionPage; errors?: FieldErrors; values?: FormValues }

/** What can be done with a question as it stands now. */
export function ReviewDesk({ page, errors, values }: ReviewDeskProps) {
  const t = useT(bank)
  switch (page.state) {
    case 'draft':
      return (
        <section className="review-desk" aria-label={t('review.title')}>
          <p>{t('review.draft')}</p>
          <Form method="post" preventScrollReset>
            <SubmitButton intent="propose">{t('review.propose')}</SubmitButton>
          </Form>
        </section>
      )
    case 'review':
    case 'revised':
      return <Decision page={page} errors={errors} values={values} />
    case 'retired':
      return (
        <Notice tone="warn">
          <p>{t('retired.note')}</p>
          <Form method="post" className="mt-2" preventScrollReset>
            <SubmitButton intent="restore" kind="plain" icon="undo">
              {t('restore.act')}
            </SubmitButton>
          </Form>
        </Notice>
      )
    default:
      return null
  }
}

function Decision({ page, errors, values }: ReviewDeskProps) {
  const t = useT(bank)
  const errorOf = useFieldErrors(errors)
  const { newestVersion: number, activeVersion, state, isOwn } = page
  return (
    <section className="review-desk" aria-labelledby="review">
      <h2 id="review">{t('review.title')}</h2>
      <p>{isOwn ? t('review.own') : t('review.waiting', { number })}</p>
      {state === 'revised' && activeVersion !== null && (
        <p className="text-ink-2">{t('review.revised', { active: activeVersion, number })}</p>
      )}
      {!isOwn && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="number" value={number} />
          <SubmitButton intent="approve">{t('review.approve', { number })}</SubmitButton>
        </Form>
      )}
      <details className="review-return" open={errors !== undefined}>
        <summary className="button">{t(isOwn ? 'review.takeBack' : 'review.return')}</summary>
        <Form method="post" className="form" preventScrollReset noValidate>
          <input type="hidden" name="number" value={number} />
          <TextAreaField
            name="reason"
            label={t('review.reason')}
            help={t('review.reasonHelp')}
            error={errorOf('reason')}
            defaultValue={typeof values?.reason === 'string' ? values.reason : ''}
            maxLength={200}
            rows={2}
            required
          />
          <SubmitButton intent="return" kind="plain">
            {t(isOwn ? 'review.takeBack' : 'review.return')}
          </SubmitButton>
        </Form>
      </details>
    </section>
  )
}

export function RetireAct() {
  const t = useT(bank)
  return (
    <ConfirmForm
      label={t('retire.act')}
      question={t('retire.question')}
      confirmLabel={t('retire.confirm')}
      intent="retire"
    />
  )
}
