import { type Interval, merged } from './intervals.ts'

/** A film's element, as far as watching it matters. */
export type Film = Pick<HTMLMediaElement, 'currentTime' | 'addEventListener' | 'removeEventListener'>

/** Playing on moves the time by less than this between two events; a larger step is a jump. */
const longestStep = 2.5

/**
 * Notes what is really played: a jump ends one interval and begins another. `onWatched` gets all that has been watched so
 * far, on every pause and about every `everySeconds` of playing. Returns how to stop.
 */
export function recordWatching(
  film: Film,
  before: readonly Interval[],
  onWatched: (intervals: readonly Interval[]) => void,
  everySeconds = 15,
): () => void {
  let all = merged(before)
  let from: number | null = null
  let last = 0
  let sentAt = 0

  const keep = () => {
    if (from !== null && last > from) all = merged([...all, [Math.floor(from), Math.ceil(last)]])
  }
  const send = () => {
    keep()
    sentAt = last
    onWatched(all)
  }
  const onPlay = () => {
    from = film.currentTime
    last = from
    sentAt = from
  }
  const onTime = () => {
    const now = film.currentTime
    if (from === null) return
    if (now < last || now - last > longestStep) {
      keep()
      from = now
      sentAt = now
    }
    last = now
    if (now - sentAt >= everySeconds) send()
  }
  const onPause = () => {
    if (from === null) return
    onTime()
    send()
    from = null
  }

  const listeners = [
    ['play', onPlay],
    ['timeupdate', onTime],
    ['pause', onPause],
    ['ended', onPause],
  ] as const
  for (const [event, listener] of listeners) film.addEventListener(event, listener)
  return () => {
    onPause()
    for (const [event, listener] of listeners) film.removeEventListener(event, listener)
  }
}
