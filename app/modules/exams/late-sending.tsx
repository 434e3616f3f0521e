import { useEffect, useState } from 'react'
import { useT } from '~/i18n/messages.ts'
import { result as texts } from '~/i18n/result.ts'
import { postJson } from '~/platform/post-json.ts'
import { Notice } from '~/ui/notice.tsx'
import { forgetAnswer, storedAnswers } from './attempt-store.ts'
import { keptAnswers } from './kept-answers.ts'
import { sendKept } from './send-kept.ts'

type State = { readonly count: number; readonly isJudged: boolean; readonly step: 'sending' | 'sent' | 'left' }

/** Over, but this device holds answers to it that were never sent: they go out now, for a person to decide about. */
export function LateSending({ attemptId }: { attemptId: string }) {
  const t = useT(texts)
  const [state, setState] = useState<State | null>(null)
  useEffect(() => {
    let isGone = false
    const send = async () => {
      const held = await storedAnswers(attemptId)
      if (held.length === 0) return
      const all = { count: new Set(held.map(({ itemId }) => itemId)).size, isJudged: held.some(({ file }) => file) }
      if (!isGone) setState({ ...all, step: 'sending' })
      const kept = keptAnswers((one) => forgetAnswer(attemptId, one).catch(() => undefined))
      const { left, outcomes } = await sendKept(held, kept, postJson)
      if (isGone) return
      setState({ ...all, step: left.length > 0 || outcomes.has('others') ? 'left' : 'sent' })
    }
    // A browser without storage keeps nothing.
    void send().catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [attemptId])
  if (!state) return null
  const { count, isJudged, step } = state
  return (
    <Notice tone={step === 'left' ? 'danger' : 'info'} isNews>
      {step === 'sent' ? t(isJudged ? 'kept.sent' : 'kept.sentLate', { count }) : t(`kept.${step}`, { count })}
    </Notice>
  )
}
