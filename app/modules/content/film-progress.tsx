import { useEffect, useState } from 'react'
import { lesson } from '~/i18n/lesson.ts'
import { useT } from '~/i18n/messages.ts'
import { formatIntervals, parseIntervals, watchedShare } from './intervals.ts'
import { recordWatching } from './watching.ts'

export type FilmProgressProps = {
  id: string
  seconds: number
  /** «0-42,60-95» */
  watched: string
  /** called on every pause and every few seconds of playing */
  onWatched: (intervals: string) => void
}

/** The slot of a `Video`: how much of it she has watched; what was skipped does not count. */
export function FilmProgress({ id, seconds, watched, onWatched }: FilmProgressProps) {
  const t = useT(lesson)
  const [intervals, setIntervals] = useState(() => parseIntervals(watched) ?? [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: recording goes on while the page's state changes around it
  useEffect(() => {
    const film = document.querySelector<HTMLVideoElement>(`video[data-video="${CSS.escape(id)}"]`)
    if (!film) return
    return recordWatching(film, intervals, (now) => {
      setIntervals(now)
      onWatched(formatIntervals(now))
    })
  }, [id])
  const percent = Math.floor(watchedShare(intervals, seconds) * 100)
  return (
    <p className="film-progress">
      <progress max={100} value={percent} aria-label={t('video.watched', { percent })} />
      <span>{t('video.watched', { percent })}</span>
    </p>
  )
}
