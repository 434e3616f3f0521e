import { readFile } from 'node:fs/promises'
import { createSlots } from '~/modules/identity/slots.ts'
import { type FileFormat, type FileKind, formatNamed, formats, mostBytes, type Refusal } from './file-kinds.ts'
import { cleanName, extensionOf } from './file-names.ts'
import { isAsNamed, seenIn } from './magic.ts'
import { checkOfficeFile } from './office-file.server.ts'
import { checkPdf } from './pdf-file.server.ts'
import { drawAnew, isPictureFormat } from './picture.server.ts'
import { type Arrived, discard, receive } from './store.server.ts'

/** A file on its way in, as a form gives it. */
export type Incoming = {
  readonly name: string
  /** what the field asks for */
  readonly kind: FileKind
  readonly body: AsyncIterable<Uint8Array>
}

/** Checked, in a temporary place, as it will be kept. */
export type Acceptable = Arrived & {
  readonly name: string
  readonly kind: FileKind
  readonly mime: string
  readonly width: number | null
  readonly height: number | null
}

export type TakenIn = { readonly ok: true; readonly file: Acceptable } | { readonly ok: false; readonly code: Refusal }

/** Each takes a hundred megabytes of memory while it is looked at, and a thread that others want too. */
const inTurn = createSlots(2, 50)

/**
 * From a stream to a file that may be kept, or the reason why not. Its name says what it shall be, its first bytes must agree,
 * and then all of it is looked at: pictures are drawn anew, documents searched.
 */
export async function takeIn(dataDir: string, incoming: Incoming): Promise<TakenIn> {
  const { kind, body } = incoming
  const extension = extensionOf(incoming.name)
  const format = formatNamed(extension, kind)
  if (!isFormat(format)) return { ok: false, code: format }
  const arrived = await receive(dataDir, body, mostBytes[kind])
  if (!arrived) return { ok: false, code: 'tooLarge' }
  const taken = await inTurn(() => look(dataDir, arrived, format)).catch(async (error: unknown) => {
    await discard(arrived.path)
    throw error
  })
  if (!taken.ok || taken.path !== arrived.path) await discard(arrived.path)
  if (!taken.ok) return taken
  const { ok: _, ...file } = taken
  return { ok: true, file: { ...file, name: cleanName(incoming.name, extension), kind, mime: formats[format].mime } }
}

type Looked =
  | (Arrived & { readonly ok: true; readonly width: number | null; readonly height: number | null })
  | { readonly ok: false; readonly code: Refusal }

async function look(dataDir: string, arrived: Arrived, format: FileFormat): Promise<Looked> {
  if (arrived.bytes === 0) return { ok: false, code: 'empty' }
  const seen = seenIn(arrived.head)
  if (!isAsNamed(seen, format)) return { ok: false, code: seen === 'heic' ? 'heic' : 'otherThanNamed' }
  if (isPictureFormat(format)) {
    const drawn = await drawAnew(arrived.path, format)
    if (!drawn.ok) return drawn
    const kept = await receive(dataDir, [drawn.bytes], mostBytes.image)
    return kept ? { ok: true, ...kept, width: drawn.width, height: drawn.height } : { ok: false, code: 'tooLarge' }
  }
  const bytes = await readFile(arrived.path)
  const fault = format === 'pdf' ? await checkPdf(bytes) : await checkOfficeFile(bytes, format)
  return fault ? { ok: false, code: fault } : { ok: true, ...arrived, width: null, height: null }
}

function isFormat(found: FileFormat | Refusal): found is FileFormat {
  return Object.hasOwn(formats, found)
}
