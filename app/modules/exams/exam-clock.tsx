import { useEffect, useRef, useState } from 'react'
import { useT } from '~/i18n/messages.ts'
import { sitting as texts } from '~/i18n/sitting.ts'
import { type Announced, announce, isClockShown, isOverSoon, remainingText, startAnnouncing } from './clock-display.ts'
import type { SittingPage } from './sitting-page.ts'

/** The time that is left. Silent to screen readers but for 30, 10, 5 and 1 minutes and when asked (T); it may be hidden. */
export function ExamClock({ seconds, page }: { seconds: number | null; page: SittingPage }) {
  const t = useT(texts)
  const [isHidden, setHidden] = useState(false)
  const [said, setSaid] = useState('')
  const announced = useRef<Announced>()
  useEffect(() => {
    if (seconds === null) return
    announced.current ??= startAnnouncing(0, seconds)
    const next = announce(announced.current, 0, seconds)
    announced.current = next.announced
    if (next.minutes !== null) setSaid(t('time.minutes', { count: next.minutes }))
  }, [seconds, t])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLTextAreaElement || event.isComposing || event.ctrlKey || event.metaKey) return
      if (event.key.toUpperCase() === 'T' && seconds !== null) setSaid(`${t('time.left')} ${remainingText(seconds)}`)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [seconds, t])
  // Until the page has begun to count it shows what the server wrote.
  const shown = seconds === null ? page.timeLeft : remainingText(seconds)
  const isSoon = seconds === null ? page.isOverSoon : isOverSoon(seconds)
  const isShown = seconds === null || isClockShown(isHidden, seconds)
  return (
    <span className="exam-time" data-soon={isSoon || undefined}>
      <span>{t(seconds === 0 ? 'time.over' : 'time.left')}</span>
      <b>{isShown ? shown : '··:··'}</b>
      <button type="button" className="button scripted" data-kind="quiet" onClick={() => setHidden(!isHidden)}>
        {t(isHidden ? 'time.show' : 'time.hide')}
      </button>
      <span className="sr-only" role="status">
        {said}
      </span>
    </span>
  )
}
