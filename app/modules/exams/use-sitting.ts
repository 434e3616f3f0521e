import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { paths } from '~/paths.ts'
import { postJson } from '~/platform/post-json.ts'
import { itemOf, readItem, writeItem } from './answer-form.ts'
import { graceMs } from './attempt.ts'
import { forgetAnswer, storeAnswer, storedAnswers } from './attempt-store.ts'
import { remainingSeconds, submitDelayMs } from './clock-display.ts'
import { createSitting, type SittingEngine } from './sitting-engine.ts'
import type { SittingPage } from './sitting-page.ts'

const beatEveryMs = 10_000

/** The engine of this page with the browser's network, storage and clock. `version` rises whenever there is something to show. */
export function useSitting(page: SittingPage, form: RefObject<HTMLFormElement>) {
  const [, setVersion] = useState(0)
  const [seconds, setSeconds] = useState<number | null>(null)
  const engine = useRef<SittingEngine | null>(null)
  const { attemptId, seal } = page
  const [known] = useState(() => ({ epoch: Number(page.epoch), seq: Number(page.seq) }))
  const title = page.title.zh

  useEffect(() => {
    const stop = new AbortController()
    void nameOfTab().then((tab) => {
      if (stop.signal.aborted) return
      const sitting = createSitting(tab, {
        known,
        post: (message, isLast) => post(attemptId, message, isLast),
        stored: () => storedAnswers(attemptId),
        store: (answer) => storeAnswer({ ...answer, attemptId, file: seal === null ? null : { key: seal, title } }),
        forget: (name) => forgetAnswer(attemptId, name),
        now: () => performance.now(),
        random: Math.random,
        onChange: () => setVersion((version) => version + 1),
        onAnswers: (answers) => {
          for (const [itemId, answer] of Object.entries(answers))
            if (form.current) writeItem(form.current, itemId, answer)
        },
      })
      engine.current = sitting
      watchPage(sitting, form, stop.signal)
      runSitting(sitting, setSeconds, stop.signal)
      void sitting.enter()
    })
    return () => stop.abort()
  }, [attemptId, seal, title, known, form])

  const change = useCallback(
    (itemId: string) => {
      const element = form.current
      if (element) void engine.current?.change(itemId, readItem(element, itemId))
    },
    [form],
  )
  return { engine, seconds, change, view: engine.current?.view() ?? null }
}

/** Sends what is due, says that she is here, counts the time, and hands in when it is over. */
function runSitting(sitting: SittingEngine, onSeconds: (seconds: number) => void, signal: AbortSignal): void {
  let isHandingIn = false
  const handIn = async () => {
    isHandingIn = true
    await new Promise((resolve) => setTimeout(resolve, submitDelayMs(graceMs, Math.random())))
    isHandingIn = await sitting.submit()
  }
  const tick = setInterval(() => {
    const due = sitting.dueAt()
    if (due !== null && due <= performance.now()) void sitting.send()
    const { deadlineAt, offset, state } = sitting.view()
    if (deadlineAt === 0) return
    const left = remainingSeconds(deadlineAt, offset, performance.now())
    onSeconds(left)
    if (left === 0 && state === 'open' && !isHandingIn) void handIn()
  }, 200)
  const beats = setInterval(() => void sitting.beat(), beatEveryMs)
  signal.addEventListener('abort', () => {
    clearInterval(tick)
    clearInterval(beats)
  })
}

const tabKey = 'exam-tab'

/**
 * A tab keeps its name over a reload, and has another one than its neighbour. A tab that was made by duplicating this one
 * starts with the same name: whoever finds it held takes a new one.
 */
async function nameOfTab(): Promise<string> {
  const known = sessionStorage.getItem(tabKey)
  if (known && (await holdName(known))) return known
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const fresh = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  sessionStorage.setItem(tabKey, fresh)
  await holdName(fresh)
  return fresh
}

/** Holds a name as long as the page lives; false when another tab does. Where there are no locks (plain http) nobody holds. */
function holdName(name: string): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true)
  return new Promise((resolve) => {
    void navigator.locks.request(`exam-tab-${name}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock === null ? undefined : new Promise<void>((release) => addEventListener('pagehide', () => release()))
    })
  })
}

/** Null: signed out. Throws when nobody answers, or breaks. */
async function post(attemptId: string, message: object, isLast = false): Promise<unknown | null> {
  const response = await postJson(paths.attemptSync(attemptId), message, isLast)
  if (response === null) return null
  if (!response.ok) throw new Error(`sync: ${response.status}`)
  return response.json()
}

/** Changes of the form, and what happens to the page: hidden, pasted into, offline, about to go. */
function watchPage(sitting: SittingEngine, form: RefObject<HTMLFormElement>, signal: AbortSignal): void {
  let hiddenAt: number | null = null
  const element = form.current
  element?.addEventListener(
    'input',
    ({ target }) => {
      const itemId = itemOf(target)
      if (itemId) void sitting.change(itemId, readItem(element, itemId))
    },
    { signal },
  )
  element?.addEventListener('paste', () => sitting.note({ kind: 'pasted', seconds: 0 }), { signal })
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') {
        hiddenAt = performance.now()
        void sitting.send(true, true)
      } else {
        if (hiddenAt !== null)
          sitting.note({ kind: 'hidden', seconds: Math.round((performance.now() - hiddenAt) / 1000) })
        hiddenAt = null
        void sitting.beat()
      }
    },
    { signal },
  )
  addEventListener('pagehide', () => void sitting.send(true, true), { signal })
  addEventListener('online', () => void sitting.beat().then(() => sitting.send(true)), { signal })
  addEventListener('offline', () => sitting.note({ kind: 'offline', seconds: 0 }), { signal })
}
