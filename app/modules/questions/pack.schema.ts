import { z } from 'zod'
import { choiceKinds } from './question.ts'
import { subjectCodes } from './subjects.ts'

/* The files of content/exam, as their authors write them. Strict: a key that we do not know is a slip of the pen. */
const id = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/)
const line = z.string().trim().min(1).max(200)
const text = z.string().trim().min(1).max(8_000)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const letters = z.string().regex(/^[A-J]{1,10}$/)
/** Points as people write them: 2, 1.5. */
const points = z.number().positive().multipleOf(0.5).max(100)
const status = z.enum(['verified', 'unverified'])

const Law = z.strictObject({
  name: line,
  article: z.string().trim().max(80),
  validFrom: day.nullable(),
  validTo: day.nullable(),
})

const facts = {
  points: z.array(id).min(1).max(6),
  difficulty: z.int().min(1).max(5),
  source: line,
  laws: z.array(Law).default([]),
}

const choice = {
  kind: z.enum(choiceKinds),
  stem: text,
  options: z.array(z.string().trim().min(1).max(1_000)).min(2).max(10).optional(),
  key: letters,
  explanation: text,
}

const ChoiceFile = z.strictObject({ id, ...choice, ...facts })
const CaseFile = z.strictObject({
  ...{ id, kind: z.literal('case'), stem: text },
  items: z.array(z.strictObject(choice)).min(1).max(10),
  ...facts,
})
const ConstructedFile = z.strictObject({
  ...{ id, kind: z.literal('constructed'), stem: text, outOf: points },
  answerPoints: z
    .array(z.strictObject({ text: line.max(600), points, accept: z.array(line).default([]) }))
    .min(1)
    .max(60),
  explanation: text,
  ...facts,
})

export const QuestionFile = z.array(z.discriminatedUnion('kind', [ChoiceFile, CaseFile, ConstructedFile]))
export type QuestionEntry = z.infer<typeof QuestionFile>[number]
export type ChoiceEntry = Omit<z.infer<typeof ChoiceFile>, 'id' | keyof typeof facts>

export const PointFile = z.array(z.strictObject({ id, title: line, titleEn: line, parent: id.optional() }))

const SectionFile = z.strictObject({ no: z.int().min(1), title: line, titleEn: line, status, points: z.array(id) })

export const EditionFile = z.strictObject({
  subject: z.enum(subjectCodes as [string, ...string[]]),
  edition: z.string().regex(/^\d{4}$/),
  title: line,
  titleEn: line,
  note: z.string().trim().max(1_000),
  noteEn: z.string().trim().max(1_000),
  chapters: z.array(
    z.strictObject({ no: z.int().min(1), title: line, titleEn: line, status, sections: z.array(SectionFile) }),
  ),
})
