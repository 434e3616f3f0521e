/*
 * Forgery from other sites is refused before Remix sees the request: what changes something must come from this site's own
 * pages. Fetch metadata decides where browsers send it; `Origin` where they do not (plain http on a LAN, old webviews).
 */
export type OriginVerdict = 'allowed' | 'foreign' | 'unsupportedType'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data', 'application/json']

export function judgeOrigin(method: string, headers: Headers, ownOrigins: readonly string[]): OriginVerdict {
  if (safeMethods.has(method)) return 'allowed'
  if (!comesFromHere(headers, ownOrigins)) return 'foreign'
  return hasAllowedType(headers) ? 'allowed' : 'unsupportedType'
}

function comesFromHere(headers: Headers, ownOrigins: readonly string[]): boolean {
  const origin = headers.get('Origin')
  if (origin !== null && !ownOrigins.includes(origin)) return false
  const site = headers.get('Sec-Fetch-Site')
  return site === null ? origin !== null : site === 'same-origin'
}

function hasAllowedType(headers: Headers): boolean {
  const type = headers.get('Content-Type')
  if (type === null) return headers.get('Content-Length') === '0' || headers.get('Content-Length') === null
  const [mime = ''] = type.split(';')
  return formTypes.includes(mime.trim().toLowerCase())
}
