import { Fragment, memo, type ReactNode, useContext, useEffect, useState } from 'react'
import { lesson } from '~/i18n/lesson.ts'
import { useT } from '~/i18n/messages.ts'
import { DocumentsContext, ensureDocument, knownPart, markOfPart, partKey } from './documents.ts'
import { showTermsInPlace } from './term-peek.ts'

type LessonTextProps<Place> = {
  hash: string
  /** what is known of each island; the page decides how much */
  islands: readonly Place[]
  /** what is the reader's own, after each island's static form */
  slot: (island: Place) => ReactNode
}

/**
 * A document on the page. Its HTML is not in the loader's data: see `documents.ts`. Only the slots belong to React; the
 * text between them never changes while the hash is the same.
 */
export function LessonText<Place>({ hash, islands, slot }: LessonTextProps<Place>) {
  const isServed = useContext(DocumentsContext).has(hash)
  const fetching = useDocument(hash, isServed)
  useEffect(() => showTermsInPlace(document), [])
  if (!isServed && knownPart(hash, 0) === undefined) return <Waiting hasFailed={fetching === 'failed'} />
  return (
    <>
      {Array.from({ length: islands.length + 1 }, (_, part) => {
        const island = islands[part]
        const html = isServed ? markOfPart(partKey(hash, part)) : (knownPart(hash, part) ?? '')
        return (
          <Fragment key={partKey(hash, part)}>
            <TextPart hash={hash} part={part} html={html} />
            {island && slot(island)}
          </Fragment>
        )
      })}
    </>
  )
}

const TextPart = memo(function TextPart({ hash, part, html }: { hash: string; part: number; html: string }) {
  return (
    <div
      className="prose"
      lang="zh-CN"
      data-document={partKey(hash, part)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own compilers, which let only their components through
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
})

/** Fetches a document that is neither in the page nor in memory. */
function useDocument(hash: string, isServed: boolean): 'waiting' | 'here' | 'failed' {
  const [state, setState] = useState<{ hash: string; is: 'here' | 'failed' }>()
  useEffect(() => {
    if (isServed || knownPart(hash, 0) !== undefined) return
    let isCurrent = true
    ensureDocument(hash).then(
      () => isCurrent && setState({ hash, is: 'here' }),
      () => isCurrent && setState({ hash, is: 'failed' }),
    )
    return () => {
      isCurrent = false
    }
  }, [hash, isServed])
  return state?.hash === hash ? state.is : 'waiting'
}

function Waiting({ hasFailed }: { hasFailed: boolean }) {
  const t = useT(lesson)
  return (
    <div className="prose" role="status">
      <p>{t(hasFailed ? 'text.failed' : 'text.waiting')}</p>
    </div>
  )
}
