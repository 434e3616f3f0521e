/**
 * From a page to the site, as JSON. Null: signed out (the site leads to the sign-in page instead of answering). Throws when
 * nobody answers. `isLast`: the page is going away, and the browser finishes it without it.
 */
export async function postJson(path: string, message: object, isLast = false): Promise<Response | null> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(message),
    keepalive: isLast,
    redirect: 'manual',
  })
  return response.type === 'opaqueredirect' ? null : response
}
