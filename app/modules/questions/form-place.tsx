import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react'
import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import type { FieldErrors } from '~/platform/forms.ts'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { lettersOf } from './question.ts'
import type { ChoiceDraft, QuestionDraft } from './question-draft.ts'

type Place = { readonly errorOf: (name: string) => string | undefined; readonly focus: string | null }
const PlaceContext = createContext<Place>({ errorOf: () => undefined, focus: null })

/** What is wrong, and where to go on: known to every field of the form. */
export function FormPlace({
  errors,
  focus,
  children,
}: {
  errors: FieldErrors | undefined
  focus: string | null
  children: ReactNode
}) {
  const errorOf = useFieldErrors(errors)
  const place = useMemo(() => ({ errorOf, focus }), [errorOf, focus])
  return <PlaceContext.Provider value={place}>{children}</PlaceContext.Provider>
}

/** `{...field('stem')}`: name, error, and the focus when a row has just come or gone. */
export function useDraftField() {
  const { errorOf, focus } = useContext(PlaceContext)
  return useCallback((name: string) => ({ name, error: errorOf(name), autoFocus: focus === name }), [errorOf, focus])
}

/** What each field is called in the summary of errors. */
export function useDraftLabels(draft: QuestionDraft): Readonly<Record<string, string>> {
  const t = useT(bank)
  const labels: Record<string, string> = {
    stem: t(draft.kind === 'case' ? 'field.caseStem' : 'field.stem'),
    ...{ items: t('field.items'), answerPoints: t('field.answerPoints'), outOf: t('field.outOf') },
    ...{ points: t('field.points'), difficulty: t('field.difficulty'), source: t('field.source') },
    ...{ note: t('field.note'), pictureFile: t('picture.file'), pictureAlt: t('picture.alt') },
    pictureField: t('picture.field'),
  }
  const choice = (path: string, { options }: ChoiceDraft, before: string) => {
    labels[`${path}stem`] ??= before + t('field.stem')
    labels[`${path}key`] = before + t('field.options')
    labels[`${path}explanation`] = before + t('field.explanation')
    for (const at of options.keys()) {
      labels[`${path}options.${at}`] = before + t('field.option', { letter: lettersOf([at]) })
    }
  }
  choice('', { ...draft, kind: 'single' }, '')
  for (const [at, item] of draft.items.entries()) {
    choice(`items.${at}.`, item, `${t('question.item', { number: at + 1 })} `)
  }
  for (const at of draft.answerPoints.keys()) {
    const name = t('field.answerPoint', { number: at + 1 })
    labels[`answerPoints.${at}.text`] = name
    labels[`answerPoints.${at}.marks`] = `${name} ${t('field.marks')}`
  }
  for (const at of draft.laws.keys()) {
    const name = `${t('field.law', { number: at + 1 })} `
    labels[`laws.${at}.name`] = name + t('field.lawName')
    labels[`laws.${at}.article`] = name + t('field.article')
    labels[`laws.${at}.validFrom`] = name + t('field.validFrom')
    labels[`laws.${at}.validTo`] = name + t('field.validTo')
  }
  return labels
}
