/**
 * What is served in place of the worker when no page may be kept on a device any more: it takes over from the one that is
 * there, empties the caches and goes. It has no handler for requests, so whatever was wrong with the other is over.
 */
export const farewell = `addEventListener('install', (event) => event.waitUntil(skipWaiting()))
addEventListener('activate', (event) => event.waitUntil(leave()))
async function leave() {
  for (const name of await caches.keys()) await caches.delete(name)
  await registration.unregister()
}
`
