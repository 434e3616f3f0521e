import { type RefObject, useEffect, useRef } from 'react'
import { paths } from '~/paths.ts'
import { percentAt } from './position.ts'
import { startClock, takeSeconds, tick, touch } from './reading-clock.ts'

/** Said to the server at most so often while she scrolls, and while she only reads. */
const placeEveryMs = 6_000
const timeEveryMs = 20_000

type Reading = {
  lessonId: string
  /** names the text: with another one, another reading begins */
  hash: string
  visitToken: string
  /** the thin line on top */
  line: RefObject<HTMLProgressElement>
  /** the mark after the last block */
  end: RefObject<HTMLElement>
  /** the end was reached, or the lesson is finished by it */
  onProgress: () => void
}

/**
 * Tells the server where she reads and for how long, so that any device goes on from there. Everything lives in one effect:
 * nothing of it makes React render. Returns what the forms of the page add to their posts.
 */
export function useReading(reading: Reading) {
  const latest = useRef(reading)
  latest.current = reading
  // The first token of this page: a later one would begin the visit anew.
  const token = useRef({ lessonId: reading.lessonId, value: reading.visitToken })
  if (token.current.lessonId !== reading.lessonId) {
    token.current = { lessonId: reading.lessonId, value: reading.visitToken }
  }
  const clock = useRef(startClock(0))
  const films = useRef(new Map<string, string>())
  const { lessonId, hash } = reading
  const visitToken = token.current.value

  useEffect(() => {
    if (hash === '' || visitToken === '') return
    const blocks = [...document.querySelectorAll<HTMLElement>(`[data-document^="${hash}:"] > [id]`)]
    const said = { block: '', end: false, at: performance.now(), timeAt: performance.now() }
    let place = { block: '', percent: 0 }
    let hasReachedEnd = false
    clock.current = startClock(performance.now())

    const say = (isLeaving: boolean) => {
      const now = performance.now()
      const taken = takeSeconds(clock.current)
      const isNews = place.block !== said.block || hasReachedEnd !== said.end || films.current.size > 0
      const isTime = taken.seconds > 0 && (isLeaving || now - said.timeAt >= timeEveryMs)
      if (!isNews && !isTime) return
      clock.current = taken.clock
      const isEndNews = hasReachedEnd && !said.end
      Object.assign(said, { block: place.block, end: hasReachedEnd, at: now, timeAt: now })
      const body = new URLSearchParams({ visit: visitToken, seconds: String(taken.seconds) })
      if (place.block) {
        body.set('block', place.block)
        body.set('percent', String(place.percent))
      }
      if (hasReachedEnd) body.set('end', '1')
      for (const [id, intervals] of films.current) body.append('film', `${id}=${intervals}`)
      films.current.clear()
      void post(lessonId, body).then((isSaved) => {
        if (!isSaved) said.end = false
        else if (isEndNews) latest.current.onProgress()
      })
    }

    const look = () => {
      const at = lastAbove(blocks, window.innerHeight * 0.4)
      const block = blocks[at]
      if (block) place = { block: block.id, percent: percentAt(at, blocks.length) }
      const { line, end } = latest.current
      if (line.current) line.current.value = place.percent
      const mark = end.current?.getBoundingClientRect()
      if (mark && mark.top <= window.innerHeight) hasReachedEnd = true
    }

    let frame = 0
    let hasScrolled = false
    const onScroll = () => {
      hasScrolled = true
      clock.current = touch(clock.current, performance.now())
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    }
    const onTouch = () => {
      clock.current = touch(clock.current, performance.now())
    }
    const onLeave = () => {
      if (document.visibilityState === 'hidden') say(true)
    }
    const timer = setInterval(() => {
      const now = performance.now()
      clock.current = tick(clock.current, now, document.visibilityState === 'visible')
      // A text that fits the screen is never scrolled: it is read by staying with it.
      if (!hasScrolled && clock.current.activeMs > 3_000) look()
      if (now - said.at >= placeEveryMs) say(false)
    }, 1_000)

    window.addEventListener('scroll', onScroll, { passive: true })
    window.addEventListener('keydown', onTouch)
    window.addEventListener('pointerdown', onTouch)
    document.addEventListener('visibilitychange', onLeave)
    window.addEventListener('pagehide', onLeave)
    return () => {
      clearInterval(timer)
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', onScroll)
      window.removeEventListener('keydown', onTouch)
      window.removeEventListener('pointerdown', onTouch)
      document.removeEventListener('visibilitychange', onLeave)
      window.removeEventListener('pagehide', onLeave)
      say(true)
    }
  }, [lessonId, hash, visitToken])

  return {
    /** Adds to a form's post when the page was opened and how long she has been active. */
    stamp(form: FormData): FormData {
      const taken = takeSeconds(clock.current)
      clock.current = taken.clock
      form.set('visit', visitToken)
      form.set('seconds', String(taken.seconds))
      return form
    },
    noteFilm(id: string, intervals: string) {
      films.current.set(id, intervals)
    },
  }
}

/** The last block that begins above this line of the window; the first one when all begin below. */
function lastAbove(blocks: readonly HTMLElement[], y: number): number {
  let [low, high] = [0, blocks.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((blocks[middle]?.getBoundingClientRect().top ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return low
}

/** `keepalive`: what is said on leaving still arrives. False when it did not: the next word carries it. */
async function post(lessonId: string, body: URLSearchParams): Promise<boolean> {
  try {
    const response = await fetch(paths.visit(lessonId), { method: 'POST', body, keepalive: true })
    return response.ok && !response.redirected
  } catch {
    return false
  }
}
