import { officialPack } from '~/modules/questions/official-pack.server.ts'
import { choicesOf, type QuestionBody } from '~/modules/questions/question.ts'
import { escaped } from '~/platform/html.ts'
import type { ActorName } from './actors.ts'

/** A secret of the bank, and who may read it now. */
type BankCanary = { readonly what: string; readonly token: string; readonly readers: readonly ActorName[] }

const trainees = ['trainee', 'classmate', 'foreignTrainee'] as const
type Trainee = (typeof trainees)[number]
const authors = ['coordinator', 'foreignCoordinator', 'administrator'] as const

/**
 * What nobody may be told of a question that lies before her: why its key is right, and what a marker looks for. Which
 * questions those are is read from the pages of the open attempts, as the trainees see them.
 */
export function examCanaries(
  pages: ReadonlyArray<{ readonly actor: Trainee; readonly html: string }>,
): readonly BankCanary[] {
  return officialPack().questions.flatMap(({ body }) => {
    const sitting = trainees.filter((one) => pages.some(({ actor, html }) => actor === one && liesOn(html, body)))
    if (sitting.length === 0) return []
    const readers = [...trainees.filter((one) => !sitting.includes(one)), ...authors]
    return secretsOf(body).map((secret) => ({ ...secret, readers }))
  })
}

function liesOn(html: string, body: QuestionBody): boolean {
  const stems = body.kind === 'constructed' ? [body.stem] : choicesOf(body).map(({ stem }) => stem)
  return stems.some((stem) => html.includes(escaped(stem.split('\n')[0] ?? stem)))
}

function secretsOf(body: QuestionBody): ReadonlyArray<{ readonly what: string; readonly token: string }> {
  const explanations = body.kind === 'constructed' ? [body.explanation] : choicesOf(body).map((one) => one.explanation)
  const points = body.kind === 'constructed' ? body.answerPoints.map(({ text }) => text) : []
  return [
    ...explanations.map((text) => ({ what: 'examExplanation', token: pieceOf(text, body) })),
    ...points.map((text) => ({ what: 'examKey', token: pieceOf(text, body) })),
  ].filter(({ token }) => token !== '')
}

/** A run of plain characters that the question itself does not say: found whether it travels as HTML or as data. */
function pieceOf(text: string, body: QuestionBody): string {
  const own =
    body.kind === 'constructed'
      ? body.stem
      : choicesOf(body)
          .flatMap((one) => [one.stem, ...one.options])
          .join('\n')
  const pieces = text.match(/[\p{L}\p{N}，、“”]{12,24}/gu) ?? []
  return pieces.find((piece) => !own.includes(piece)) ?? ''
}

/** Names of fields that hold a key or say why: in no answer about an attempt that is open. */
export const keyFields = /"(?:key|isKey|explanation|answerPoints|isCorrect|right)"/
