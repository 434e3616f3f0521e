import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import type { Refusal } from './file-kinds.ts'

/*
 * A PDF is kept as it came. Pages show it with a reader that runs nothing; but colleagues also save and open it, so what
 * starts by itself is refused where it is found. This is a look, not a proof: the proof is in the headers it is served with.
 */
const mostInflated = 20_000_000
const mostStreams = 2_000
const longestTail = 2_048

const active = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE)(?![A-Za-z0-9])/

const inflateAside = promisify<Uint8Array, { maxOutputLength: number; finishFlush: number }, Buffer>(inflate)
/** What is cut off is read as far as it goes. */
const asFarAsItGoes = 2

export async function checkPdf(bytes: Uint8Array): Promise<Refusal | null> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(text) || !endsWell(text)) return 'damaged'
  const { outside, packed } = partsOf(text)
  const plain = plainNames(outside)
  if (/\/Encrypt(?![A-Za-z0-9])/.test(plain)) return 'locked'
  if (active.test(plain)) return 'active'
  let room = mostInflated
  for (const part of packed) {
    const content = await inflateAside(part, { maxOutputLength: room, finishFlush: asFarAsItGoes }).catch(() => null)
    // Objects that nobody can unpack are objects that nobody has looked at.
    if (content === null || content.length >= room) return 'damaged'
    room -= content.length
    if (active.test(plainNames(content.toString('latin1')))) return 'active'
  }
  return null
}

/** After its end there is nothing but the blanks of some printers: no second file hides there. */
function endsWell(text: string): boolean {
  const end = text.lastIndexOf('%%EOF')
  const tail = end < 0 ? '' : text.slice(end + 5)
  return end > 0 && tail.length <= longestTail && /^[\s\0]*$/.test(tail)
}

/** Its text without the streams (pictures and fonts, in which any letters come up), and those streams that hold objects. */
function partsOf(text: string): { readonly outside: string; readonly packed: readonly Uint8Array[] } {
  const outside: string[] = []
  const packed: Uint8Array[] = []
  let from = 0
  while (from < text.length) {
    const start = text.indexOf('stream', from)
    const end = start < 0 ? -1 : text.indexOf('endstream', start)
    if (start < 0 || end < 0) break
    const before = text.slice(from, start)
    outside.push(before)
    const dictionary = plainNames(before.slice(before.lastIndexOf(' obj')))
    const body = text.slice(start + 6, end).replace(/^\r?\n/, '')
    if (!/\/ObjStm(?![A-Za-z0-9])/.test(dictionary)) outside.push(' ')
    else if (!/\/Filter/.test(dictionary)) outside.push(body)
    else if (packed.length < mostStreams) packed.push(Buffer.from(body, 'latin1'))
    from = end + 9
  }
  outside.push(text.slice(from))
  return { outside: outside.join(''), packed }
}

/** «/J#61vaScript» is /JavaScript. */
function plainNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
