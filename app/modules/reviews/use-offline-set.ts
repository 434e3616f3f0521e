import { useEffect, useRef, useState } from 'react'
import { paths } from '~/paths.ts'
import { judge, secondsOfLook } from './judging.ts'
import { keyOf, leftOf, type OfflineAnswer, type OfflineQuestion, type OfflineSet, uuidFrom } from './offline-set.ts'
import type { Confidence } from './review-log.ts'
import { usePracticeSender } from './use-practice-sender.ts'
import type { ErrorCause } from './wrong-book.ts'

/** A set on its way: what is asked, what was just answered, and what becomes of the answers. */
export function useOfflineSet(page: OfflineSet) {
  // The set as it was loaded: should the page be asked again while she is in the middle of it, nothing moves under her hand.
  const [set] = useState(page)
  const { view, isOffline, say } = usePracticeSender(set.personId)
  const [shownId, setShownId] = useState<string | null>(null)
  const [isEmpty, setEmpty] = useState(false)
  const siteAhead = useRef(0)
  const askedAt = useRef(0)

  useEffect(() => {
    siteAhead.current = set.now - Date.now()
    keepPictures(set.questions)
  }, [set])

  const left = leftOf(set, [...view.answers.values()])
  const shown = shownId === null ? undefined : view.answers.get(shownId)
  const question = shown ? set.questions.find((one) => keyOf(one) === keyOf(shown)) : left[0]
  const current = question ? keyOf(question) : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the look begins when another question comes up
  useEffect(() => {
    askedAt.current = performance.now()
  }, [current])

  // A clock that is set back while she is at it puts no answer before the set.
  const now = () => Math.max(set.now, Date.now() + siteAhead.current)
  const answer = (asked: OfflineQuestion, said: readonly number[], confidence: Confidence) => {
    const judged = judge(asked, said)
    setEmpty(!judged)
    if (!judged) return
    const id = uuidFrom(crypto.getRandomValues(new Uint8Array(16)))
    const { questionId, version, part } = asked
    const seconds = secondsOfLook((performance.now() - askedAt.current) / 1000)
    const given = { questionId, version, part, picked: judged.picked, confidence, seconds, at: now() }
    void say(id, { ...given, stamp: set.stamp, cause: null, causeAt: given.at })
    setShownId(id)
  }
  const sayCause = (to: OfflineAnswer, cause: ErrorCause) => {
    if (shownId !== null) void say(shownId, { ...to, cause, causeAt: now() })
  }
  return { set, view, isOffline, left, question, shown, isEmpty, answer, sayCause, next: () => setShownId(null) }
}

/** Pictures are asked for while there is a network; the browser keeps them. */
function keepPictures(questions: readonly OfflineQuestion[]): void {
  const texts = questions.flatMap(({ caseStem, stem, options, explanation }) => [
    caseStem,
    stem,
    ...options,
    explanation,
  ])
  const hashes = texts.flatMap((text) =>
    [...(text ?? '').matchAll(/\(image:([0-9a-f]{64})\)/g)].map(([, hash]) => hash),
  )
  for (const hash of new Set(hashes)) if (hash) new Image().src = paths.picture(hash)
}
