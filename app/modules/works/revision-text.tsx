import type { ReactNode } from 'react'
import { useT } from '~/i18n/messages.ts'
import { revisions } from '~/i18n/revisions.ts'
import { ParagraphRow } from './paragraph-row.tsx'
import { type Field, type Paragraph, paragraphId, paragraphsOf } from './paragraphs.ts'

type RevisionTextProps = {
  /** the number of the revision: links to a paragraph name it */
  revision: number
  fields: readonly Field[]
  /** the name of a field in the language of the screen */
  label: (key: string) => string
  /** what is said beside a paragraph: its comments, a form for another */
  beside?: (paragraph: Paragraph) => ReactNode
  /** the language that it was written in */
  lang?: string
}

/** A revision to read: every field under its name, every paragraph with a number and an address of its own. */
export function RevisionText({ revision, fields, label, beside, lang = 'zh-CN' }: RevisionTextProps) {
  const t = useT(revisions)
  const paragraphs = paragraphsOf(fields)
  return (
    <div className="revision">
      {fields.length === 0 && <p className="revision-none">{t('empty')}</p>}
      {fields.map(({ key }) => {
        const own = paragraphs.filter(({ field }) => field === key)
        return (
          <section key={key} className="revision-field" aria-labelledby={`r${revision}-${key}`}>
            <h3 id={`r${revision}-${key}`}>{label(key)}</h3>
            {own.length === 0 ? (
              <p className="paragraph-none">{t('empty')}</p>
            ) : (
              <ol>
                {own.map((paragraph) => (
                  <ParagraphRow
                    key={paragraph.index}
                    id={paragraphId(revision, paragraph)}
                    number={paragraphs.indexOf(paragraph) + 1}
                    lang={lang}
                    beside={beside?.(paragraph)}
                  >
                    {paragraph.text}
                  </ParagraphRow>
                ))}
              </ol>
            )}
          </section>
        )
      })}
    </div>
  )
}
