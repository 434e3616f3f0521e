import { Form } from '@remix-run/react'
import { formatMoment } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { sittings as texts } from '~/i18n/sittings.ts'
import { localMoment } from '~/platform/local-moment.ts'
import { typed } from '~/platform/typed.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import type { StandingExtension } from './extension-change.server.ts'
import { ReasonField, type Refused } from './reason-field.tsx'
import type { RoomPerson } from './sitting-room.server.ts'

type ExtensionFormProps = { person: RoomPerson; extension: StandingExtension; refused: Refused | undefined }

/** An extension that she was granted, given an earlier or a later end. */
export function ExtensionForm({ person, extension, refused }: ExtensionFormProps) {
  const t = useT(texts)
  const locale = useLocale()
  const isOwn = refused?.intent === 'changeExtension' && refused.values?.extensionId === extension.id
  const own = isOwn ? refused : undefined
  const errorOf = useFieldErrors(own?.errors)
  const isIn = person.state === 'in' || person.state === 'offline'
  const [until, end] = [formatMoment(extension.until, locale), formatMoment(person.endsAt, locale)]
  return (
    <details className="confirm" open={own?.errors !== undefined || undefined}>
      <summary className="button" data-kind="plain">
        {t('one.change', { until })}
      </summary>
      <Form method="post" className="form" preventScrollReset>
        <p>
          {t('one.changeNow', { name: person.name, end, reason: extension.reason })}
          {isIn && ` ${t('one.changeIn')}`}
        </p>
        <input type="hidden" name="extensionId" value={extension.id} />
        <Field
          name="until"
          type="datetime-local"
          label={t('one.changeTo')}
          error={errorOf('until')}
          defaultValue={typed(own?.values, 'until', localMoment(extension.until))}
          required
        />
        <ReasonField label={t('act.reason')} refused={own} />
        <SubmitButton intent="changeExtension" kind="plain">
          {t('one.changeSave')}
        </SubmitButton>
      </Form>
    </details>
  )
}
