import { choicesOf, lettersOf, type Question, type QuestionBody } from './question.ts'

/** One field that reads otherwise in the next version. `at`: which option, question or point, as it is numbered on the page. */
export type VersionChange = {
  readonly field: ChangedField
  readonly at: string
  readonly before: string
  readonly after: string
}

export type ChangedField =
  | 'kind'
  | 'stem'
  | 'option'
  | 'key'
  | 'explanation'
  | 'answerPoint'
  | 'outOf'
  | 'points'
  | 'difficulty'
  | 'source'
  | 'law'

type Line = { readonly field: ChangedField; readonly at: string; readonly text: string }

/** What a reader of both versions would find different, in the order of the page. */
export function changesBetween(before: Question, after: Question): readonly VersionChange[] {
  const [old, now] = [linesOf(before), linesOf(after)]
  const keyOf = ({ field, at }: Line) => `${field} ${at}`
  const [oldBy, nowBy] = [old, now].map((lines) => new Map(lines.map((line) => [keyOf(line), line])))
  const all = [...now, ...old.filter((line) => !nowBy?.has(keyOf(line)))]
  return all.flatMap((line) => {
    const [was, is] = [oldBy, nowBy].map((by) => by?.get(keyOf(line))?.text ?? '')
    return was === is ? [] : [{ field: line.field, at: line.at, before: was ?? '', after: is ?? '' }]
  })
}

function linesOf({ body, facts }: Question): readonly Line[] {
  const fact = (field: ChangedField, text: string, at = ''): Line => ({ field, at, text })
  return [
    fact('kind', body.kind),
    ...bodyLines(body),
    ...facts.laws.map(({ name, article, validFrom, validTo }, at) =>
      fact('law', [name + article, validFrom, validTo].filter(Boolean).join(' · '), String(at + 1)),
    ),
    fact('points', facts.points.join(' ')),
    fact('difficulty', String(facts.difficulty)),
    fact('source', facts.source),
  ]
}

function bodyLines(body: QuestionBody): readonly Line[] {
  const isCase = body.kind === 'case'
  const shared: readonly Line[] =
    isCase || body.kind === 'constructed' ? [{ field: 'stem', at: '', text: body.stem }] : []
  const choices = choicesOf(body).flatMap((choice, at): readonly Line[] => {
    const before = isCase ? `${at + 1}` : ''
    return [
      { field: 'stem', at: before, text: choice.stem },
      ...choice.options.map((text, option): Line => ({ field: 'option', at: before + lettersOf([option]), text })),
      { field: 'key', at: before, text: lettersOf(choice.key) },
      { field: 'explanation', at: before, text: choice.explanation },
    ]
  })
  if (body.kind !== 'constructed') return [...shared, ...choices]
  return [
    ...shared,
    { field: 'outOf', at: '', text: String(body.outOf / 2) },
    ...body.answerPoints.map(
      ({ text, halfPoints, accept }, at): Line => ({
        ...{ field: 'answerPoint', at: String(at + 1) },
        text: [`${text} (${halfPoints / 2})`, ...accept].join(' / '),
      }),
    ),
    { field: 'explanation', at: '', text: body.explanation },
  ]
}

/** Two texts as what is the same at both ends and what differs between: enough to see what an edit did. */
export function middleOf(before: string, after: string) {
  const [old, now] = [[...before], [...after]]
  let start = 0
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++
  let end = 0
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++
  const part = (from: readonly string[]) => from.slice(start, from.length - end).join('')
  return {
    ...{ head: old.slice(0, start).join(''), tail: end === 0 ? '' : old.slice(-end).join('') },
    ...{ removed: part(old), added: part(now) },
  }
}
