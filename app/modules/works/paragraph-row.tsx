import type { ReactNode } from 'react'
import { useT } from '~/i18n/messages.ts'
import { revisions } from '~/i18n/revisions.ts'

/** One paragraph: its number in the margin, its text, and what is said beside it (beneath it where there is no room). */
export function ParagraphRow(props: {
  id?: string
  number: number | null
  lang: string
  mark?: ReactNode
  beside?: ReactNode
  children: ReactNode
}) {
  const { id, number, lang, mark, beside, children } = props
  const t = useT(revisions)
  return (
    <li id={id} className="paragraph">
      <span className="paragraph-number">
        {number !== null && (
          <>
            <span aria-hidden="true">{number}</span>
            <span className="sr-only">{t('paragraph', { number })}</span>
          </>
        )}
      </span>
      <div className="paragraph-text">
        {mark}
        <p lang={lang}>{children}</p>
      </div>
      {beside && <div className="paragraph-beside">{beside}</div>}
    </li>
  )
}
