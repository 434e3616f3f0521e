import { z } from 'zod'
import { topics } from './library.ts'

/* What authors write beside their texts. Strict: a key that we do not know is a slip of the pen. */
const id = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/)
const line = z.string().trim().min(1).max(120)
const paragraph = z.string().trim().min(1).max(600)

export const TrackFile = z.strictObject({
  id,
  topic: z.enum(topics),
  title: line,
  titleEn: line,
  summary: paragraph,
  summaryEn: paragraph,
  courses: z.array(z.strictObject({ id, title: line, titleEn: line, lessons: z.array(id).min(1) })).min(1),
})

export const Frontmatter = z.strictObject({
  id,
  title: line,
  titleEn: line,
  summary: paragraph,
  summaryEn: paragraph,
  minutes: z.int().min(1).max(240),
  prerequisites: z.array(id),
  addedIn: z.int().min(1),
})

export const GlossaryFile = z.array(z.strictObject({ id, term: line, en: line, explanation: paragraph }))

export type TrackFile = z.infer<typeof TrackFile>
export type GlossaryFile = z.infer<typeof GlossaryFile>
export type Frontmatter = z.infer<typeof Frontmatter>
