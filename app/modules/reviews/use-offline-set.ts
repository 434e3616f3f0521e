import { useEffect, useRef, useState } from 'react'
import { paths } from '~/paths.ts'
import { siteAheadOf } from '~/platform/use-kept-page.ts'
import { judge, secondsOfLook } from './judging.ts'
import { keyOf, leftOf, type OfflineAnswer, type OfflineQuestion, type OfflineSet, uuidFrom } from './offline-set.ts'
import { sentPractice } from './practice-store.ts'
import type { Confidence } from './review-log.ts'
import { usePracticeSender } from './use-practice-sender.ts'
import type { ErrorCause } from './wrong-book.ts'

const day = 24 * 60 * 60_000

/** A set on its way: what is asked, what was just answered, and what becomes of the answers. */
export function useOfflineSet(page: OfflineSet, mayKeep: boolean) {
  // The set as it was loaded: should the page be asked again while she is in the middle of it, nothing moves under her hand.
  const [set] = useState(page)
  const { view, isOffline, say } = usePracticeSender(set.personId, mayKeep)
  const [sent, setSent] = useState<readonly OfflineAnswer[]>([])
  const [shownId, setShownId] = useState<string | null>(null)
  const [isEmpty, setEmpty] = useState(false)
  const [isOld, setOld] = useState(false)
  const siteAhead = useRef(0)
  const askedAt = useRef(0)

  useEffect(() => {
    const aheadOfFresh = set.now - Date.now()
    const learnAhead = (ahead: number) => {
      siteAhead.current = ahead
      setOld(Date.now() + ahead >= set.since + day)
    }
    siteAheadOf(paths.practiceOffline(set.subject)).then(
      (ahead) => learnAhead(ahead ?? aheadOfFresh),
      () => learnAhead(aheadOfFresh),
    )
    // Asked for while there is a network; the browser keeps them.
    for (const picture of set.pictures) new Image().src = picture
    sentPractice(set.personId, set.since).then(setSent, () => undefined)
  }, [set])

  const answers = [...view.answers.values(), ...sent]
  const open = set.questions.filter(({ questionId }) => !view.closed.has(questionId))
  const left = leftOf({ ...set, questions: open }, answers)
  const said = shownId === null ? undefined : view.answers.get(shownId)
  const answered = said && open.find((one) => keyOf(one) === keyOf(said))
  const shown = answered && said
  const question = answered ?? left[0]
  const current = question ? keyOf(question) : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the look begins when another question comes up
  useEffect(() => {
    askedAt.current = performance.now()
  }, [current])

  // A clock that is set back while she is at it puts no answer before the set.
  const now = () => Math.max(set.now, Date.now() + siteAhead.current)
  const answer = (asked: OfflineQuestion, picked: readonly number[], confidence: Confidence) => {
    const judged = judge(asked, picked)
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
  const next = () => setShownId(null)
  const total = open.length
  const away = set.questions.length - total
  return {
    ...{ set, isOld, view, isOffline, answers, total, away, left },
    ...{ question, shown, isEmpty, answer, sayCause, next },
  }
}
