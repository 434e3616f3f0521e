import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { paths } from '~/paths.ts'
import { isOutdated, type LiveScope, writeScope } from './live.ts'

const everyMs = 8_000

/**
 * Keeps a page true that shows what others do: asks for a version every few seconds while it is visible, and when somebody
 * comes back to it; when the version has changed, the page's loaders run again. `madeAt` is the `now` of its loader. Not
 * asked on arrival: the page has just been made, and a cold load stays within its twelve requests.
 */
export function useLive(scope: LiveScope, madeAt: Date): void {
  const { revalidate } = useRevalidator()
  const latest = useRef(revalidate)
  latest.current = revalidate
  const text = writeScope(scope)
  const made = useRef(madeAt.getTime())
  made.current = madeAt.getTime()

  useEffect(() => {
    let known: string | null = null
    let isAsking = false
    const ask = async () => {
      if (isAsking || document.visibilityState !== 'visible') return
      isAsking = true
      try {
        const told = await fetchVersion(text)
        if (told && isOutdated(told, { known, madeAt: made.current })) latest.current()
        known = told?.version ?? known
      } finally {
        isAsking = false
      }
    }
    const timer = setInterval(ask, everyMs)
    document.addEventListener('visibilitychange', ask)
    window.addEventListener('focus', ask)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
      window.removeEventListener('focus', ask)
    }
  }, [text])
}

/** Null when the network is away or the session has ended: the next time will tell. */
async function fetchVersion(scope: string): Promise<{ version: string; changedAt: number } | null> {
  try {
    const response = await fetch(paths.live(scope), { headers: { Accept: 'application/json' } })
    return response.ok && !response.redirected ? await response.json() : null
  } catch {
    return null
  }
}
