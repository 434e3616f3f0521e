/** One at a time keeps or forgets, in whatever window. */
export const keepingLock = 'yucai-kept'

/** Over plain http, and in some private windows, a browser has none of these. */
export function canKeepPages(): boolean {
  return 'serviceWorker' in navigator && 'caches' in window && 'locks' in navigator
}

/**
 * When somebody signs in or out, or sits an exam: nobody's page is left on this device to be opened without a network. Kept
 * pages are all that the site has caches for.
 */
export async function forgetKeptPages(): Promise<void> {
  if (!canKeepPages()) return
  await navigator.locks.request(keepingLock, async () => {
    for (const name of await caches.keys()) await caches.delete(name)
  })
}
