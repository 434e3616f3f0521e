import { createHash } from 'node:crypto'
import { UnpackError, unpack, unpackLimits } from '~/platform/unpack.server.ts'
import { isAiken, readAiken } from './aiken.ts'
import { readChineseText } from './chinese-text.ts'
import { decodeText } from './decode-text.ts'
import { readDocx } from './docx.server.ts'
import { readGift } from './gift.ts'
import { writeGift } from './gift-write.ts'
import { writeMoodleXml } from './moodle-write.ts'
import { readMoodleXml } from './moodle-xml.ts'
import {
  type ExportedQuestion,
  problem,
  type ReadOptions,
  type StagedItem,
  type StagedPicture,
  strayItem,
} from './staged-item.ts'
import { readWorkbook, writeWorkbook } from './workbook.server.ts'

export type ReadFormat = 'docx' | 'xlsx' | 'moodle-xml' | 'gift' | 'aiken' | 'text' | 'unknown'
export type WriteFormat = 'xlsx' | 'gift' | 'moodle-xml'
export type QuestionFile = { readonly name: string; readonly bytes: Uint8Array }
export type ReadResult = { readonly format: ReadFormat; readonly items: readonly StagedItem[] }

/** Any file that holds questions. What it is shows in its content; its name only helps between kinds of plain text. */
export function readQuestions(file: QuestionFile, options: ReadOptions): ReadResult {
  const { name, bytes } = file
  if (bytes.length > unpackLimits.packed) return refused('unknown', 'fileTooLarge')
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused('unknown', 'fileOld')
  const result = startsWith(bytes, 0x50, 0x4b) ? readArchive(bytes, options) : readPlain(name, bytes, options)
  return result.items.length > 0 ? result : refused(result.format, 'fileEmpty')
}

function refused(
  format: ReadFormat,
  code: 'fileTooLarge' | 'fileOld' | 'fileKind' | 'fileEmpty' | 'fileUnreadable',
): ReadResult {
  return { format, items: [strayItem(1, '', problem(code, 1, 'error'))] }
}

function startsWith(bytes: Uint8Array, ...signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign)
}

function readArchive(bytes: Uint8Array, options: ReadOptions): ReadResult {
  try {
    const { names } = unpack(bytes)
    if (names.some((name) => name.startsWith('xl/'))) return { format: 'xlsx', items: readWorkbook(bytes, options) }
    if (names.some((name) => name.startsWith('word/'))) return { format: 'docx', items: readDocx(bytes, options) }
    return refused('unknown', 'fileKind')
  } catch (error) {
    if (error instanceof UnpackError) return refused('unknown', error.code)
    throw error
  }
}

function readPlain(name: string, bytes: Uint8Array, options: ReadOptions): ReadResult {
  if (isBinary(bytes)) return refused('unknown', 'fileKind')
  const { text } = decodeText(bytes)
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:quiz|question)[\s>]/.test(text)) {
    return { format: 'moodle-xml', items: readMoodleXml(text, options, sha256) }
  }
  if (/^\s*<(?:\?xml|!DOCTYPE|html)/i.test(text)) return refused('unknown', 'fileKind')
  if (isGift(name, text)) return { format: 'gift', items: readGift(text, options) }
  if (isAiken(text)) return { format: 'aiken', items: readAiken(text, options) }
  return { format: 'text', items: readChineseText(text, options) }
}

/** Pictures, PDFs and the like: signs of their own, or zeros where no text has them. */
function isBinary(bytes: Uint8Array): boolean {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || startsWith(bytes, 0x89, 0x50) || startsWith(bytes, 0xff, 0xd8, 0xff))
    return true
  const isMarked = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)
  const zeros = bytes.subarray(0, 4_096).filter((one) => one === 0).length
  const isRegular = isMarked || decodeText(bytes.subarray(0, 4_096)).encoding.startsWith('utf-16')
  return zeros > 0 && !isRegular
}

/** A title and braces with an answer inside, or the ending and braces at all. */
function isGift(name: string, text: string): boolean {
  if (/^\s*\$CATEGORY:/m.test(text)) return true
  const hasAnswers = /\{\s*(?:[=~#]|T\b|F\b|TRUE|FALSE|\})/.test(text) && text.includes('}')
  return (
    hasAnswers &&
    (/\.gift$/i.test(name) ||
      /^\s*::[^\n]*?::/m.test(text) ||
      /\{[^{}]*[=~][^{}]*\}|\{\s*(?:T|F|TRUE|FALSE)\s*[}#]/.test(text))
  )
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The questions as a file. Pictures go along where the format can hold them. */
export async function writeQuestions(
  questions: readonly ExportedQuestion[],
  format: WriteFormat,
  pictures: ReadonlyMap<string, StagedPicture> = new Map(),
): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'xlsx':
      return writeWorkbook(questions)
    case 'gift':
      return new TextEncoder().encode(writeGift(questions))
    case 'moodle-xml':
      return new TextEncoder().encode(writeMoodleXml(questions, pictures))
  }
}
