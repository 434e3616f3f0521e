import { lesson } from '~/i18n/lesson.ts'

/**
 * A text of ours inside a document. Documents are the same for everybody, so both languages stand in the HTML and the
 * page's language hides one (`content.css`).
 */
export function Both({ text }: { text: keyof typeof lesson & string }) {
  const [zh, en] = lesson[text]
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
