import { useEffect, useState } from 'react'
import { useLocale } from '~/i18n/messages.ts'
import { canKeepPages, forgetKeptPages, keepingLock, reloadChannel } from './forget-kept-pages.ts'
import { copyToShow, workerPath } from './kept-pages.ts'
import { forgetOthers, keepPage, wholeCopies } from './page-keeper.ts'

/** impossible: this browser keeps no pages, or the server does not allow it. failed: it could not be kept just now. */
export type Keeping = 'impossible' | 'keeping' | 'kept' | 'failed'

const patienceMs = 30_000

/** Keeps the page that is open on this device, again whenever the network comes back, and says whether it is there. */
export function useKeptPage(path: string, personId: string, isAllowed: boolean): Keeping {
  const locale = useLocale()
  const [keeping, setKeeping] = useState<Keeping>('impossible')
  useEffect(() => {
    const channel = new BroadcastChannel(reloadChannel)
    channel.onmessage = () => location.reload()
    return () => channel.close()
  }, [])
  useEffect(() => {
    if (!canKeepPages()) return
    if (!isAllowed) return void forgetHere(path)
    const gone = new AbortController()
    const keep = async () => {
      const isKept = await keepHere(path, personId, locale).catch(() => false)
      if (!gone.signal.aborted) setKeeping(isKept ? 'kept' : 'failed')
    }
    setKeeping('keeping')
    void keep()
    addEventListener('online', () => void keep(), gone)
    return () => gone.abort()
  }, [path, personId, isAllowed, locale])
  return keeping
}

/** Where a page that may be kept is led to: opened without a network, its address then says what to do, and shows nobody else's. */
export function useKeeper(path: string, personId: string, isAllowed: boolean): void {
  const locale = useLocale()
  useEffect(() => {
    if (!canKeepPages() || !isAllowed) return
    register(path, locale).catch(() => undefined)
    navigator.locks.request(keepingLock, () => forgetOthers(caches, personId)).catch(() => undefined)
  }, [path, personId, isAllowed, locale])
}

/** How far the site's clock was ahead of this device's when the page was kept: a page that opens from here may be hours old. */
export async function siteAheadOf(path: string): Promise<number | undefined> {
  if (!canKeepPages()) return undefined
  return copyToShow(await wholeCopies(caches), path, Date.now())?.siteAhead
}

async function forgetHere(path: string): Promise<void> {
  await forgetKeptPages()
  const registration = await navigator.serviceWorker.getRegistration(path).catch(() => undefined)
  await registration?.unregister()
}

async function keepHere(path: string, personId: string, locale: string): Promise<boolean> {
  await register(path, locale)
  const machine = {
    shelves: caches,
    ask: (asked: string) => fetch(asked, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs) }),
    now: Date.now,
    random: () => crypto.randomUUID(),
  }
  // Without a network, or when it goes in the middle, what was kept before is as good as it was.
  await navigator.locks.request(keepingLock, () => keepPage(machine, path, personId)).catch(() => undefined)
  return copyToShow(await wholeCopies(caches), path, Date.now())?.personId === personId
}

/** For this address and no other: the worker is never asked for any other page. */
async function register(path: string, locale: string): Promise<void> {
  const { active, waiting, installing } = await navigator.serviceWorker.register(`${workerPath}?lang=${locale}`, {
    scope: path,
  })
  const coming = installing ?? waiting
  if (active || !coming) return
  await new Promise<void>((resolve) => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated' || coming.state === 'redundant') resolve()
    })
  })
}
