import type { Choice, Constructed } from '../question.ts'
import { type Extras, writeExtras } from './exchange-extras.schema.ts'
import { escapeGift } from './gift-syntax.ts'
import { shareOf } from './moodle-parts.ts'
import type { ExportedQuestion } from './staged-item.ts'

/**
 * Questions as GIFT. What GIFT has no place for stands in comments that Moodle passes over; a case is a description with its
 * questions after it. Wrong options of a multiple choice take all marks away: 错选不得分.
 */
export function writeGift(questions: readonly ExportedQuestion[]): string {
  return `${questions.map(written).join('\n\n')}\n`
}

function written({ rowKey, question: { body, facts } }: ExportedQuestion): string {
  const marks = commentOf(rowKey, facts.points)
  if (body.kind === 'case') {
    const head = `${marks}\n${extrasOf({ facts, caseOf: body.items.length })}\n${stemOf(body.stem)}`
    return [head, ...body.items.map((item, at) => `${commentOf(`${rowKey}#${at + 1}`, [])}\n${choiceOf(item)}`)].join(
      '\n\n',
    )
  }
  if (body.kind === 'constructed') {
    const { answerPoints, outOf } = body
    return `${marks}\n${extrasOf({ facts, answerPoints, outOf })}\n${essayOf(body)}`
  }
  return `${marks}\n${extrasOf({ facts })}\n${choiceOf(body)}`
}

function commentOf(rowKey: string, tags: readonly string[]): string {
  const escaped = (text: string) => text.replaceAll(']', '\\]').replace(/[\r\n]/g, ' ')
  return `// [id:${escaped(rowKey)}]${tags.map((tag) => ` [tag:${escaped(tag)}]`).join('')}`
}

function extrasOf(extras: Extras): string {
  return `// yucai:${writeExtras(extras)}`
}

/** A title to find it by, and «[plain]»: nothing of the text is taken for HTML. */
function stemOf(stem: string): string {
  const title = [...stem.replace(/\s+/g, ' ')].slice(0, 30).join('')
  return `::${escapeGift(title)}::[plain]${escapeGift(stem)}`
}

function choiceOf({ kind, stem, options, key, explanation }: Choice): string {
  const general = generalOf(explanation)
  if (kind === 'judgement') return `${stemOf(stem)}{${key[0] === 0 ? 'T' : 'F'}${general}}`
  const lines = options.map((text, at) => `\t${signOf(kind === 'single', key, at)}[plain]${escapeGift(text)}`)
  return `${stemOf(stem)}{\n${lines.join('\n')}\n${general === '' ? '' : `\t${general}\n`}}`
}

function signOf(isSingle: boolean, key: readonly number[], at: number): string {
  if (isSingle) return key.includes(at) ? '=' : '~'
  return key.includes(at) ? `~%${shareOf(key.length)}%` : '~%-100%'
}

function essayOf({ stem, explanation }: Constructed): string {
  return `${stemOf(stem)}{${generalOf(explanation)}}`
}

function generalOf(explanation: string): string {
  return explanation === '' ? '' : `####[plain]${escapeGift(explanation)}`
}
