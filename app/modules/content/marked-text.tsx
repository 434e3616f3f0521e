import type { SnippetPart } from './snippet.ts'

/** A text with the hits of a search marked. */
export function MarkedText({ parts }: { parts: readonly SnippetPart[] }) {
  let at = 0
  return (
    <>
      {parts.map((part) => {
        const key = at
        at += part.text.length
        return part.isHit ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>
      })}
    </>
  )
}
