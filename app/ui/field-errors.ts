import { useCallback } from 'react'
import { fields as texts } from '~/i18n/fields.ts'
import { useT } from '~/i18n/messages.ts'
import type { FieldErrors } from '~/platform/forms.ts'

/** Says the codes of `parseForm` in words: `const errorOf = useFieldErrors(result?.errors)`; then `error={errorOf('name')}`. */
export function useFieldErrors(codes: FieldErrors | undefined): (name: string) => string | undefined {
  const t = useT(texts)
  return useCallback(
    (name) => {
      const code = codes?.[name]
      if (!code) return undefined
      const key = `field.${code}`
      return t(isText(key) ? key : 'field.invalid')
    },
    [codes, t],
  )
}

function isText(key: string): key is keyof typeof texts {
  return Object.hasOwn(texts, key)
}
