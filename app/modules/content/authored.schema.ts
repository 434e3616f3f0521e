import { z } from 'zod'
import { markdownLimits } from './lesson-markdown.ts'
import type { Tree } from './tree.ts'

const line = z.string().trim().min(1, 'required').max(80, 'tooLong')

/** What the editor sends. The text itself is judged by the compiler. */
export const LessonForm = z.object({
  title: line,
  titleEn: line,
  summary: z.string().trim().min(1, 'required').max(300, 'tooLong'),
  minutes: z.coerce.number('invalid').int('invalid').min(1, 'invalid').max(240, 'invalid'),
  note: z.string().trim().max(200, 'tooLong').default(''),
  source: z.string().min(1, 'required').max(markdownLimits.bytes, 'tooLong'),
  course: z.string().min(1, 'required'),
})
export type LessonForm = z.infer<typeof LessonForm>

export const EditorForm = z.discriminatedUnion('intent', [
  LessonForm.extend({ intent: z.literal('preview'), base: z.coerce.number().int() }),
  LessonForm.extend({ intent: z.literal('save'), base: z.coerce.number().int() }),
])

export const VersionForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('publish'), number: z.coerce.number().int().min(1) }),
  z.object({ intent: z.literal('retire') }),
])

const TreeNode: z.ZodType<Tree> = z.lazy(() =>
  z.strictObject({
    type: z.enum(['root', 'element', 'text']),
    tagName: z.string().optional(),
    properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    value: z.string().optional(),
    children: z.array(TreeNode).optional(),
  }),
)

/** What stands in the database for an authored lesson's text. Checked again whenever it is read. */
export const StoredText = z.strictObject({ compilerVersion: z.int(), tree: TreeNode })
