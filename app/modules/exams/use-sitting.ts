import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { paths } from '~/paths.ts'
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
  const [seconds, setSeconds] = useState(() => remainingSeconds(page.deadlineAt.getTime(), 0, page.serverNow.getTime()))
  const engine = useRef<SittingEngine | null>(null)

  useEffect(() => {
    const sitting = createSitting(page.attemptId, tabId(), {
      post: (message, isLast) => post(page.attemptId, message, isLast),
      stored: () => storedAnswers(page.attemptId),
      store: storeAnswer,
      forget: (itemId, seq) => forgetAnswer(page.attemptId, itemId, seq),
      now: () => performance.now(),
      random: Math.random,
      onChange: () => setVersion((version) => version + 1),
      onAnswers: (answers) => {
        const element = form.current
        if (!element) return
        for (const [itemId, answer] of Object.entries(answers)) writeItem(element, itemId, answer)
      },
    })
    engine.current = sitting
    const stopWatching = watchPage(sitting, form)
    let isHandingIn = false
    const handIn = () => {
      isHandingIn = true
      const random = Math.random()
      setTimeout(() => void sitting.submit().then((isDone) => (isHandingIn = isDone)), submitDelayMs(graceMs, random))
    }
    const tick = setInterval(() => {
      const due = sitting.dueAt()
      if (due !== null && due <= performance.now()) void sitting.send()
      const { deadlineAt, offset, state } = sitting.view()
      if (deadlineAt === 0) return
      const left = remainingSeconds(deadlineAt, offset, performance.now())
      setSeconds(left)
      if (left === 0 && state === 'open' && !isHandingIn) handIn()
    }, 200)
    const beats = setInterval(() => void sitting.beat(), beatEveryMs)
    void sitting.enter()
    return () => {
      clearInterval(tick)
      clearInterval(beats)
      stopWatching()
    }
  }, [page.attemptId, form])

  const change = useCallback(
    (itemId: string) => {
      const element = form.current
      if (element) void engine.current?.change(itemId, readItem(element, itemId))
    },
    [form],
  )
  return { engine, seconds, change, view: engine.current?.view() ?? null }
}

/** A tab keeps its name over a reload, and has another one than its neighbour. */
function tabId(): string {
  const key = 'exam-tab'
  const known = sessionStorage.getItem(key)
  if (known) return known
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const fresh = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  sessionStorage.setItem(key, fresh)
  return fresh
}

/** Null: signed out (the site leads to the sign-in page instead of answering). Throws when nobody answers, or breaks. */
async function post(attemptId: string, message: unknown, isLast = false): Promise<unknown | null> {
  const response = await fetch(paths.attemptSync(attemptId), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(message),
    keepalive: isLast,
    redirect: 'manual',
  })
  if (response.type === 'opaqueredirect') return null
  if (!response.ok) throw new Error(`sync: ${response.status}`)
  return response.json()
}

/** Changes of the form, and what happens to the page: hidden, pasted into, offline, about to go. */
function watchPage(sitting: SittingEngine, form: RefObject<HTMLFormElement>): () => void {
  const stop = new AbortController()
  const { signal } = stop
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
  return () => stop.abort()
}
