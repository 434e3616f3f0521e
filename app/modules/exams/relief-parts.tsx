import { Form, Link } from '@remix-run/react'
import { formatMoment, shortDay } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { sittings as texts } from '~/i18n/sittings.ts'
import { paths } from '~/paths.ts'
import { dayOf } from '~/platform/calendar.ts'
import type { FieldErrors, FormValues } from '~/platform/forms.ts'
import { typed } from '~/platform/typed.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { ConfirmForm } from '~/ui/confirm-form.tsx'
import { Field, SelectField } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { HeadCell, Table, TableEmpty } from '~/ui/table.tsx'
import type { ExtensionRow, Relief, StandingRelief } from './sitting-relief.server.ts'

type ReliefProps = {
  relief: Relief
  isOpen: boolean
  errors: FieldErrors | undefined
  values: FormValues | undefined
}

/** Everything that was granted in the cohort, and the form that grants more. */
export function ReliefSection({ relief, isOpen, errors, values }: ReliefProps) {
  const t = useT(texts)
  const heads = [t('relief.name'), t('relief.time'), t('relief.reason'), t('relief.by'), t('relief.since')]
  return (
    <section className="section mt-10">
      <h2>{t('relief')}</h2>
      <p className="row-note">{t('relief.lead')}</p>
      {relief.standing.length === 0 ? (
        <TableEmpty>{t('relief.none')}</TableEmpty>
      ) : (
        <Table
          caption={t('relief.caption')}
          isCaptionHidden
          isFirstSticky
          head={heads.map((head) => <HeadCell key={head}>{head}</HeadCell>)}
        >
          {relief.standing.map((one) => (
            <StandingRow key={`${one.personId} ${one.grantedAt.getTime()}`} one={one} isOpen={isOpen} />
          ))}
        </Table>
      )}
      {isOpen && relief.members.length > 0 && <GrantForm relief={relief} errors={errors} values={values} />}
    </section>
  )
}

/** 150 → «1.5» */
export function factorOf(timePercent: number): string {
  return String(timePercent / 100)
}

function StandingRow({ one, isOpen }: { one: StandingRelief; isOpen: boolean }) {
  const t = useT(texts)
  const locale = useLocale()
  const day = (at: Date) => shortDay(dayOf(at), locale)
  return (
    <tr>
      <th scope="row">{one.name}</th>
      <td>{t('relief.times', { factor: factorOf(one.timePercent) })}</td>
      <td className="sitting-reason">{one.reason}</td>
      <td>{t('relief.bySomebody', { name: one.grantedBy, day: day(one.grantedAt) })}</td>
      <td>
        {one.endedAt || !isOpen ? (
          one.endedAt && t('relief.ended', { day: day(one.endedAt) })
        ) : (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="personId" value={one.personId} />
            <SubmitButton
              intent="endGrant"
              kind="quiet"
              isBusy={false}
              aria-label={t('relief.endOf', { name: one.name })}
            >
              {t('relief.end')}
            </SubmitButton>
          </Form>
        )}
      </td>
    </tr>
  )
}

function GrantForm({ relief, errors, values }: Pick<ReliefProps, 'relief' | 'errors' | 'values'>) {
  const t = useT(texts)
  const errorOf = useFieldErrors(errors)
  return (
    <details className="mt-4" open={errors !== undefined || undefined}>
      <summary className="button" data-kind="plain">
        {t('relief.grant')}
      </summary>
      <Form method="post" className="form mt-4" preventScrollReset>
        <SelectField
          name="personId"
          label={t('relief.name')}
          error={errorOf('personId')}
          defaultValue={typed(values, 'personId')}
        >
          {relief.members.map(({ personId, name }) => (
            <option key={personId} value={personId}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          name="timePercent"
          label={t('relief.time')}
          error={errorOf('timePercent')}
          defaultValue={typed(values, 'timePercent', '150')}
        >
          {['125', '150', '175', '200'].map((percent) => (
            <option key={percent} value={percent}>
              {t('relief.times', { factor: factorOf(Number(percent)) })}
            </option>
          ))}
        </SelectField>
        <Field
          name="reason"
          label={t('relief.reason')}
          error={errorOf('reason')}
          defaultValue={typed(values, 'reason')}
          maxLength={300}
          required
        />
        <SubmitButton intent="grant" kind="plain">
          {t('relief.grant')}
        </SubmitButton>
      </Form>
    </details>
  )
}

type ExtensionsProps = { cohortId: string; extensions: readonly ExtensionRow[]; isOpen: boolean }

export function ExtensionsSection({ cohortId, extensions, isOpen }: ExtensionsProps) {
  const t = useT(texts)
  const locale = useLocale()
  const heads = [
    ...[t('relief.name'), t('extensions.sitting'), t('extensions.until'), t('relief.reason'), t('relief.by')],
  ]
  return (
    <section className="section mt-10">
      <h2>{t('extensions')}</h2>
      {extensions.length === 0 ? (
        <TableEmpty>{t('extensions.none')}</TableEmpty>
      ) : (
        <Table
          caption={t('extensions.caption')}
          isCaptionHidden
          isFirstSticky
          head={[...heads, ''].map((head) => (
            <HeadCell key={head}>{head || <span className="sr-only">{t('extensions.revoke')}</span>}</HeadCell>
          ))}
        >
          {extensions.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.name}</th>
              <td>
                <Link to={paths.room(cohortId, one.sittingId, { person: one.personId })} className="link">
                  {one.sitting}
                </Link>
              </td>
              <td>{formatMoment(one.until, locale)}</td>
              <td className="sitting-reason">{one.reason}</td>
              <td>{t('relief.bySomebody', { name: one.grantedBy, day: shortDay(dayOf(one.grantedAt), locale) })}</td>
              <td>
                {isOpen && (
                  <ConfirmForm
                    label={t('extensions.revoke')}
                    question={t('extensions.revokeQuestion', { name: one.name })}
                    confirmLabel={t('extensions.revoke')}
                    intent="revokeExtension"
                    values={{ extensionId: one.id }}
                  />
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  )
}
