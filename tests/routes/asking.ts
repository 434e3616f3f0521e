import { unzipTexts } from '#tests/support/unzip.ts'
import type { Letter } from './actors.ts'
import type { Body } from './matrix.ts'

export type Question = {
  readonly path: string
  /** makes it a post: a form, or what `json` holds */
  readonly body?: Body
  /** asks for this route's data alone, as a browser does that has the page already: no parent is asked */
  readonly dataOf?: string
  readonly headers?: Readonly<Record<string, string>>
}

export type Answer = {
  readonly status: number
  readonly location: string | null
  /** the text of the body; of a file, the texts inside it */
  readonly text: string
  /** everything that left the server */
  readonly bytes: string
}

export async function ask(origin: string, cookie: string, question: Question): Promise<Answer> {
  const { body, headers } = question
  const isForm = body && !headers?.['Content-Type'] && body.json === undefined
  const response = await fetch(origin + addressOf(question), {
    method: body ? 'POST' : 'GET',
    redirect: 'manual',
    headers: {
      Cookie: cookie,
      Origin: origin,
      Accept: 'text/html',
      ...(isForm ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
      ...(body?.json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body ? { body: body.json ?? new URLSearchParams(body).toString() } : {}),
  })
  const isFile = response.headers.get('Content-Type')?.includes('spreadsheet') ?? false
  const text = isFile
    ? [...unzipTexts(new Uint8Array(await response.arrayBuffer())).values()].join('\n')
    : await response.text()
  const location = response.headers.get('Location') ?? /"redirect","([^"]*)"/.exec(text)?.[1] ?? null
  const head = [...response.headers].map(([name, value]) => `${name}: ${decoded(value)}`).join('\n')
  return { status: response.status, location, text, bytes: `${head}\n\n${text}` }
}

export function letterFor({ status, location }: Answer): Letter | `${number}` {
  const isRedirect = (status >= 300 && status < 400) || status === 202
  if (isRedirect) return /^\/login(\?|$)/.test(location ?? '') ? 'L' : 'R'
  if (status === 404) return 'N'
  if (status === 410) return 'G'
  return status === 200 || status === 204 ? 'Y' : `${status}`
}

/** Where a data request goes: «/live?scope=me» → «/live.data?scope=me&_routes=…». */
function addressOf({ path, dataOf, body }: Question): string {
  if (dataOf === undefined) return path
  const [name = '', query] = path.split('?')
  const routes = body ? '' : `_routes=${encodeURIComponent(dataOf)}`
  const search = [query, routes].filter(Boolean).join('&')
  return `${name === '/' ? '/_root' : name}.data${search && `?${search}`}`
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
