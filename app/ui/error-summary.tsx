import { useEffect, useRef } from 'react'
import { fields } from '~/i18n/fields.ts'
import { useT } from '~/i18n/messages.ts'
import type { FieldErrors } from '~/platform/forms.ts'
import { useFieldErrors } from './field-errors.ts'

type ErrorSummaryProps = {
  errors: FieldErrors | undefined
  /** the label of each field by name; «» is the form as a whole */
  labels: Readonly<Record<string, string>>
}

/** On top of a refused form: what needs changing, each a link to its field. It takes the focus, so that it is heard. */
export function ErrorSummary({ errors, labels }: ErrorSummaryProps) {
  const t = useT(fields)
  const sentenceOf = useFieldErrors(errors)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors) box.current?.focus()
  }, [errors])
  const names = Object.keys(errors ?? {})
  if (names.length === 0) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{t('summary', { count: names.length })}</h2>
      <ul>
        {names.map((name) => (
          <li key={name}>
            {name in labels && name !== '' ? (
              <a href={`#${name}`} onClick={(event) => focusField(event.currentTarget, name)}>
                {t('labelled', { label: labels[name] ?? '', sentence: sentenceOf(name) ?? '' })}
              </a>
            ) : (
              sentenceOf(name)
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Ids of fields are the page's own; their names are the form's. */
function focusField(link: HTMLElement, name: string) {
  const form = link.closest('form') ?? document
  form.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)?.focus()
}
