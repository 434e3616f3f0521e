import { useCallback, useEffect, useRef, useState } from 'react'
import { paths } from '~/paths.ts'
import { postJson } from '~/platform/post-json.ts'
import { createPracticeSender, type PracticeSender, type SenderView } from './practice-sender.ts'
import { settlePractice, storedPractice, storePractice } from './practice-store.ts'

const nothing: SenderView = {
  ...{
    isLoaded: false,
    answers: new Map(),
    savings: new Map(),
    waiting: 0,
    closed: new Set(),
    isAway: false,
    isSignedOut: false,
  },
}

/** Her answers on this device with the browser's network, storage and clock. `mayKeep`: the page they belong to may be kept here. */
export function usePracticeSender(personId: string, mayKeep: boolean) {
  const [view, setView] = useState(nothing)
  const [isOffline, setOffline] = useState(false)
  const sender = useRef<PracticeSender | null>(null)

  useEffect(() => {
    const stop = new AbortController()
    const own = createPracticeSender({
      post: (message, isLast) => post({ personId, ...message }, isLast),
      stored: () => storedPractice(personId),
      store: (answer) => storePractice({ personId, ...answer }),
      settle: (id, seq, outcome) => settlePractice(personId, id, seq, outcome === 'saved' && mayKeep),
      now: () => performance.now(),
      random: Math.random,
      onChange: () => !stop.signal.aborted && setView(own.view()),
    })
    sender.current = own
    void own.load().then(() => watch(own, setOffline, stop.signal))
    return () => {
      stop.abort()
      void own.send(true)
    }
  }, [personId, mayKeep])

  const say = useCallback<PracticeSender['say']>(async (id, answer) => sender.current?.say(id, answer), [])
  return { view, isOffline: isOffline || view.isAway, say }
}

function watch(sender: PracticeSender, onOffline: (isOffline: boolean) => void, signal: AbortSignal): void {
  if (signal.aborted) return
  onOffline(!navigator.onLine)
  const tick = setInterval(() => {
    const due = sender.dueAt()
    if (due !== null && due <= performance.now()) void sender.send()
  }, 200)
  signal.addEventListener('abort', () => clearInterval(tick))
  const back = () => {
    onOffline(false)
    void sender.send(true)
  }
  const leave = () => void sender.send(true, true)
  addEventListener('online', back, { signal })
  addEventListener('offline', () => onOffline(true), { signal })
  addEventListener('pagehide', leave, { signal })
}

/** Null: signed out, or somebody else is signed in now. Throws when nobody answers, or breaks. */
async function post(message: object, isLast: boolean): Promise<unknown | null> {
  const response = await postJson(paths.practiceSync(), message, isLast)
  if (response === null || response.status === 404) return null
  if (!response.ok) throw new Error(`practice sync: ${response.status}`)
  return response.json()
}
