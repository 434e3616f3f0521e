import { Form } from '@remix-run/react'
import { useT } from '~/i18n/messages.ts'
import { sittings as texts } from '~/i18n/sittings.ts'
import { localMoment } from '~/platform/local-moment.ts'
import { typed } from '~/platform/typed.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { RadioGroup } from '~/ui/choice.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { Field } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { Icon } from '~/ui/icon.tsx'
import type { Refused } from './reason-field.tsx'
import type { Room } from './sitting-room.server.ts'

/** Title, window and release of a sitting. What cannot be changed any more is said before anybody tries. */
export function EditSittingForm({ room, refused }: { room: Room; refused: Refused | undefined }) {
  const t = useT(texts)
  const own = refused?.intent === 'edit' ? refused : undefined
  const errorOf = useFieldErrors(own?.errors)
  const { title, opensAt, closesAt, releaseAt, state } = room.sitting
  const hasBegun = room.people.some(({ attempts }) => attempts.length > 0)
  const labels = {
    ...{ title: t('form.title'), opensAt: t('form.opensAt'), closesAt: t('form.closesAt') },
    ...{ release: t('form.release'), releaseAt: t('form.releaseTime') },
  }
  const field = (name: keyof typeof labels, otherwise: string) => ({
    ...{ name, label: labels[name], error: errorOf(name), defaultValue: typed(own?.values, name, otherwise) },
  })
  return (
    <details className="confirm" open={own?.errors !== undefined || undefined}>
      <summary className="button" data-kind="plain">
        <Icon name="edit" />
        {t('edit')}
      </summary>
      <Form
        key={[title, opensAt, closesAt, releaseAt].join(' ')}
        method="post"
        className="form"
        preventScrollReset
        noValidate
      >
        <ErrorSummary errors={own?.errors} labels={labels} />
        <p>{t(hasBegun ? 'edit.begun' : state === 'upcoming' ? 'edit.upcoming' : 'edit.open')}</p>
        <Field {...field('title', title)} maxLength={60} autoComplete="off" required />
        <Field {...field('opensAt', localMoment(opensAt))} type="datetime-local" required />
        <Field {...field('closesAt', localMoment(closesAt))} type="datetime-local" required />
        <RadioGroup
          name="release"
          legend={labels.release}
          chosen={typed(own?.values, 'release', releaseAt ? 'at' : 'now')}
          error={errorOf('release')}
          options={[
            { value: 'at', label: t('form.releaseAt') },
            { value: 'now', label: t('form.releaseNow'), help: t('form.releaseNowHelp') },
          ]}
        />
        <Field {...field('releaseAt', localMoment(releaseAt ?? closesAt))} type="datetime-local" />
        <p className="row-note">{t('edit.seen')}</p>
        <SubmitButton intent="edit" kind="plain">
          {t('edit.save')}
        </SubmitButton>
      </Form>
    </details>
  )
}
