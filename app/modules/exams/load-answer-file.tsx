import { Form } from '@remix-run/react'
import { useT } from '~/i18n/messages.ts'
import { sittings as texts } from '~/i18n/sittings.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { Icon } from '~/ui/icon.tsx'
import { Notice } from '~/ui/notice.tsx'
import type { Refused } from './reason-field.tsx'

/** What a device could not send, brought by hand (应急答卷). */
export function LoadFileForm({ refused }: { refused: Refused | undefined }) {
  const t = useT(texts)
  const own = refused?.intent === 'loadFile' ? refused : undefined
  const errorOf = useFieldErrors(own?.errors)
  return (
    <details className="confirm" open={own?.errors !== undefined || undefined}>
      <summary className="button" data-kind="plain">
        <Icon name="sheet" />
        {t('file')}
      </summary>
      <Form method="post" encType="multipart/form-data" className="form" preventScrollReset noValidate>
        <p>{t('file.help')}</p>
        <Field name="file" type="file" label={t('file.choose')} error={errorOf('file')} accept=".yucai" />
        <SubmitButton intent="loadFile" kind="plain">
          {t('file.load')}
        </SubmitButton>
      </Form>
    </details>
  )
}

type FileNewsProps = { readonly name: string; readonly count: number; readonly apart: number }

export function FileNews({ name, count, apart }: FileNewsProps) {
  const t = useT(texts)
  const isNothing = count + apart === 0
  return (
    <div className="mt-4">
      <Notice tone={isNothing ? 'info' : 'success'} isNews>
        {isNothing && <p>{t('file.known', { name })}</p>}
        {count > 0 && <p>{t('file.counted', { name, count })}</p>}
        {apart > 0 && <p>{t('file.late', { name, count: apart })}</p>}
      </Notice>
    </div>
  )
}
