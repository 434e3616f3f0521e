import sax from 'sax'
import { UnpackError, type Unpacked, unpack, unpackLimits } from '~/platform/unpack.server.ts'
import type { Refusal } from './file-kinds.ts'

/*
 * A docx or an xlsx is kept as it came, so that all of it is looked at: that it is what its name says, that it does not swell,
 * and that nothing in it runs or calls home when a colleague opens it. Null: nothing is wrong with it.
 */
export type OfficeFormat = 'docx' | 'xlsx'

const mainPart: Readonly<Record<OfficeFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
}

/** Text swells ten times, a long empty table fifty times. */
const mostSwelling = 100
/** A chart keeps its table in a document of its own; that one has no more of them. */
const deepest = 1

const harmless =
  /\.(xml|rels|vml|psmdcp|sigs|odttf|png|jpe?g|jfif|gif|bmp|tiff?|emf|wmf|wdp|svg|webp|docx|xlsx)$|\/printerSettings\d*\.bin$/i
const active = /macroEnabled|vbaProject|activeX|oleObject/i

export async function checkOfficeFile(bytes: Uint8Array, format: OfficeFormat, depth = 0): Promise<Refusal | null> {
  try {
    const file = unpack(bytes, Math.min(unpackLimits.unpacked, bytes.length * mostSwelling))
    return (await findFault(file, format, depth)) ?? null
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error
    if (error.code === 'fileTooLarge') return 'tooLarge'
    return error.code === 'fileOld' ? 'locked' : 'damaged'
  }
}

async function findFault(file: Unpacked, format: OfficeFormat, depth: number): Promise<Refusal | undefined> {
  if (file.strays.length > 0) return 'damaged'
  if (!file.names.includes('[Content_Types].xml')) return 'otherThanNamed'
  if (file.names.some((name) => !harmless.test(name))) return 'active'
  for await (const [name, content] of file.contents()) {
    const fault = await faultOf(name, content, format, depth)
    if (fault) return fault
  }
  return undefined
}

async function faultOf(name: string, content: Uint8Array, format: OfficeFormat, depth: number) {
  const inner = /\.(docx|xlsx)$/i.exec(name)?.[1]?.toLowerCase()
  if (inner === 'docx' || inner === 'xlsx') {
    return depth < deepest ? checkOfficeFile(content, inner, depth + 1) : 'active'
  }
  if (!/\.(xml|rels)$/i.test(name)) return null
  const text = textOf(content)
  // Parts of these files have no document types; with them go entities that swell or read other files.
  if (/<!DOCTYPE|<!ENTITY/.test(text)) return 'damaged'
  if (name === '[Content_Types].xml') return contentFault(text, format)
  if (name.endsWith('.rels')) return relationFault(text)
  return startsProgram(text) ? 'active' : null
}

/** UTF-8, or UTF-16 where it says so. Bytes of other texts are letters enough to look for words. */
function textOf(content: Uint8Array): string {
  const mark = `${content[0]} ${content[1]}`
  const encoding = mark === '255 254' ? 'utf-16le' : mark === '254 255' ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(content)
}

function contentFault(xml: string, format: OfficeFormat): Refusal | null {
  const types = elementsOf(xml).map(({ contenttype = '' }) => contenttype)
  if (types.some((type) => active.test(type))) return 'active'
  return types.includes(mainPart[format]) ? null : 'otherThanNamed'
}

/** A link waits for somebody to click on it; everything else from outside is fetched by opening the document. */
function relationFault(xml: string): Refusal | null {
  return elementsOf(xml).every(isAtHome) ? null : 'active'
}

function isAtHome({ type = '', target = '', targetmode = '' }: Attributes): boolean {
  if (active.test(type) || /\/(aFChunk|attachedToolbars)$/i.test(type)) return false
  if (targetmode.toLowerCase() !== 'external') return true
  // From a share of Windows a picture would be fetched with the reader's name and password.
  return /\/hyperlink$/i.test(type) || (/\/image$/i.test(type) && /^https?:\/\//i.test(target))
}

type Attributes = Readonly<Record<string, string>>

/** The attributes of every element, names in lower case. */
function elementsOf(xml: string): readonly Attributes[] {
  const found: Attributes[] = []
  const parser = sax.parser(true, { xmlns: false })
  parser.onerror = () => {
    throw new UnpackError('fileUnreadable')
  }
  parser.onopentag = ({ attributes }) => {
    found.push(
      Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.toLowerCase(), String(value)])),
    )
  }
  parser.write(xml).close()
  return found
}

/** Fields of Word and links of Excel that start another program (DDE). A field may be cut into many runs of text. */
function startsProgram(xml: string): boolean {
  if (/<(?:\w+:)?(ddeLink|oleLink)\b/.test(xml)) return true
  const inRuns = [...xml.matchAll(/<(?:\w+:)?instrText\b[^>]*>([^<]*)/g)].map(([, text = '']) => text).join('')
  const inFields = [...xml.matchAll(/\binstr="([^"]*)"/g)].map(([, text = '']) => text).join(' ')
  return /\bDDE(AUTO)?\b/i.test(`${inRuns} ${inFields}`)
}
