import { memo } from 'react'
import { paths } from '~/paths.ts'
import { inlineHtml, questionHtml } from './question-html.ts'

/** A question's text: paragraphs, tables, pictures. */
export const QuestionText = memo(function QuestionText({ text }: { text: string }) {
  return (
    <div
      className="question-text"
      lang="zh-CN"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by question-html.ts, which escapes all but its own tags
      dangerouslySetInnerHTML={{ __html: questionHtml(text, paths.picture) }}
    />
  )
})

/** Text on one line, as an option is. */
export const QuestionLine = memo(function QuestionLine({ text }: { text: string }) {
  return (
    <span
      lang="zh-CN"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by question-html.ts, which escapes all but its own tags
      dangerouslySetInnerHTML={{ __html: inlineHtml(text, paths.picture) }}
    />
  )
})
