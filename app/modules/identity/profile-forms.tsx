import { Form } from '@remix-run/react'
import { identity } from '~/i18n/identity.ts'
import { useT } from '~/i18n/messages.ts'
import type { FieldErrors, FormValues } from '~/platform/forms.ts'
import { typed } from '~/platform/typed.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { Checkbox, RadioGroup } from '~/ui/choice.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { Field } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { themes } from './actor.ts'
import type { Profile } from './profile.server.ts'
import { ThrottledNotice } from './throttled-notice.tsx'

/* The forms of one's own profile. Each has its errors only when it was the one that was sent. */
type FormProps = { profile: Profile; errors: FieldErrors | undefined; values: FormValues | undefined }

export function NameForm({ profile, errors, values }: FormProps) {
  const t = useT(identity)
  const errorOf = useFieldErrors(errors)
  return (
    <Form method="post" className="form mt-4" noValidate preventScrollReset>
      <ErrorSummary errors={errors} labels={{ name: t('profile.name') }} />
      <Field
        name="name"
        label={t('profile.name')}
        error={errorOf('name')}
        defaultValue={typed(values, 'name', profile.name)}
        autoComplete="name"
        required
      />
      <SubmitButton intent="name" kind="plain">
        {t('profile.saveName')}
      </SubmitButton>
    </Form>
  )
}

export function ReadingForm({ profile }: Pick<FormProps, 'profile'>) {
  const t = useT(identity)
  return (
    <Form method="post" className="form" preventScrollReset key={`${profile.locale} ${profile.theme}`}>
      <RadioGroup
        name="locale"
        legend={t('profile.language')}
        chosen={profile.locale}
        isInline
        options={[
          { value: 'zh-CN', label: <span lang="zh-CN">{t('language.zh-CN')}</span> },
          { value: 'en', label: <span lang="en">English</span> },
        ]}
      />
      <RadioGroup
        name="theme"
        legend={t('profile.theme')}
        chosen={profile.theme}
        isInline
        options={themes.map((theme) => ({ value: theme, label: t(`theme.${theme}`) }))}
      />
      <Checkbox
        name="largePrint"
        value="yes"
        label={t('profile.largePrint')}
        help={t('profile.largePrintHelp')}
        defaultChecked={profile.largePrint}
      />
      <SubmitButton intent="reading" kind="plain">
        {t('profile.saveReading')}
      </SubmitButton>
    </Form>
  )
}

type PasswordFormProps = Pick<FormProps, 'errors'> & {
  /** for password managers: whose password it is */
  username: string
  wait: number
}

export function PasswordForm({ errors, username, wait }: PasswordFormProps) {
  const t = useT(identity)
  const errorOf = useFieldErrors(errors)
  const labels = { currentPassword: t('profile.current'), newPassword: t('password.new') }
  return (
    <Form method="post" className="form" noValidate preventScrollReset>
      <ErrorSummary errors={errors} labels={labels} />
      <ThrottledNotice seconds={wait} />
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      <Field
        name="currentPassword"
        type="password"
        label={labels.currentPassword}
        error={errorOf('currentPassword')}
        autoComplete="current-password"
        required
      />
      <Field
        name="newPassword"
        type="password"
        label={labels.newPassword}
        help={t('password.help')}
        error={errorOf('newPassword')}
        autoComplete="new-password"
        required
      />
      <SubmitButton intent="password" kind="plain">
        {t('profile.savePassword')}
      </SubmitButton>
    </Form>
  )
}
