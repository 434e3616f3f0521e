import { z } from 'zod'
import { choiceKinds } from '~/modules/questions/question.ts'
import { type Subject, subjectCodes } from '~/modules/questions/subjects.ts'
import { scoringRules } from './blueprint.ts'

const line = z.string().trim().min(1, 'required').max(120)
const halfPoints = z.int().min(1).max(200)
const count = z.int().min(1).max(200)

const ChoicePart = z.strictObject({
  kind: z.enum([...choiceKinds, 'case']),
  count,
  halfPoints,
  rule: z.enum(scoringRules),
})
const ConstructedPart = z.strictObject({ kind: z.literal('constructed'), count, halfPoints })

/** A blueprint, from its file or from what an author saved. */
export const BlueprintShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  subject: z.enum(subjectCodes as [Subject, ...Subject[]]),
  year: z.int().min(2008).max(2100),
  edition: z.string().regex(/^\d{4}$/),
  title: line,
  titleEn: line,
  minutes: z.int().min(1).max(600),
  passLine: z.int().min(1).max(400),
  parts: z
    .array(z.union([ChoicePart, ConstructedPart]))
    .min(1)
    .max(10),
  chapterWeights: z.record(z.string().regex(/^\d{1,2}$/), z.number().min(0).max(100)),
  lawCutoff: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
})

/** The form of a blueprint: what kind of act it is; its fields are read by `blueprintDraftFrom`. */
export const BlueprintIntentForm = z.looseObject({
  intent: z.string('invalid').max(40, 'invalid').default('save'),
  base: z.string('invalid').max(40, 'invalid').default(''),
})

/** What is done with a blueprint beside its form. */
const blueprintId = z.string().min(1, 'required').max(128)
export const BlueprintActForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['archive', 'restore']), blueprintId }),
  z.object({ intent: z.literal('offer'), blueprintId, forMocks: z.literal('yes').optional() }),
])
