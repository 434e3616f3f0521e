/** One at a time keeps or forgets, in whatever window. */
export const keepingLock = 'yucai-kept'
/** On which windows that show a kept page are told to load it anew. */
export const reloadChannel = 'yucai-kept'

/** Over plain http, and in some private windows, a browser has none of these. */
export function canKeepPages(): boolean {
  return 'serviceWorker' in navigator && 'caches' in window && 'locks' in navigator
}

/**
 * When somebody signs in or out: nobody's page is left on this device to be opened without a network. Kept pages are all that
 * the site has caches for; where the browser refuses to show them, there are none.
 */
export async function forgetKeptPages(): Promise<void> {
  if (!canKeepPages()) return
  const forget = async () => {
    for (const name of await caches.keys()) await caches.delete(name)
  }
  await navigator.locks.request(keepingLock, forget).catch(() => undefined)
}

/** When what a kept page tells may be told no longer: it is forgotten, and where it stands open it is loaded anew. */
export async function renewKeptPages(): Promise<void> {
  await forgetKeptPages()
  const channel = new BroadcastChannel(reloadChannel)
  channel.postMessage('load anew')
  channel.close()
}
