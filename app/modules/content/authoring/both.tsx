import { lessonText } from '~/i18n/lesson-text.ts'

/**
 * A text of ours inside a document. Documents are the same for everybody, so both languages stand in the HTML and the
 * page's language hides one (`content.css`).
 */
export function Both({ text }: { text: keyof typeof lessonText & string }) {
  const [zh, en] = lessonText[text]
  return (
    <>
      <span className="only-zh" lang="zh-CN">
        {zh}
      </span>
      <span className="only-en" lang="en">
        {en}
      </span>
    </>
  )
}
