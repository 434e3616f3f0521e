import type { Actor } from '~/modules/identity/actor.ts'
import { DomainError } from '~/platform/errors.ts'
import { type FieldErrors, type FormValues, parseForm } from '~/platform/forms.ts'
import { EditorForm, type LessonForm } from './authored.schema.ts'
import type { LessonDocument } from './document.ts'
import { createLesson, previewLesson, type SavedDraft, saveRevision } from './lessons.server.ts'
import type { ContentProblem } from './problems.ts'

/** What the editor's page answers with, unless the lesson was saved. */
type EditorAnswer = {
  readonly kind: 'answer'
  readonly values: FormValues
  readonly errors: FieldErrors | undefined
  readonly problems: readonly ContentProblem[]
  readonly document: LessonDocument | null
  readonly isConflict: boolean
}
export type EditorOutcome =
  | EditorAnswer
  | { readonly kind: 'saved'; readonly lessonId: string; readonly number: number }

/** The lesson being written: new for a cohort (or, null, for the centre), or one that is there. */
export type EditorSubject =
  | { readonly lessonId: string; readonly cohortId: string | null }
  | { readonly newFor: string | null }

/** Preview or save. Whatever stands against it, what was typed comes back. */
export async function actOnEditor(
  actor: Actor,
  subject: EditorSubject,
  form: FormData,
  now: Date,
): Promise<EditorOutcome> {
  const parsed = parseForm(EditorForm, form)
  const typed = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  const answer = {
    kind: 'answer',
    values: typed,
    errors: undefined,
    problems: [],
    document: null,
    isConflict: false,
  } as const
  if (!parsed.ok) return { ...answer, errors: parsed.errors }

  const { intent, base, ...draft } = parsed.value
  if (intent === 'preview') {
    const cohortId = 'newFor' in subject ? subject.newFor : subject.cohortId
    const preview = await previewLesson(actor, cohortId, draft.source)
    return { ...answer, problems: preview.problems, document: preview.ok ? preview.document : null }
  }
  try {
    const saved = await save(actor, subject, base, draft, now)
    return saved.ok ? { kind: 'saved', ...saved } : { ...answer, problems: saved.problems }
  } catch (thrown) {
    if (thrown instanceof DomainError && thrown.code === 'conflict') return { ...answer, isConflict: true }
    throw thrown
  }
}

function save(actor: Actor, subject: EditorSubject, base: number, draft: LessonForm, now: Date): Promise<SavedDraft> {
  return 'newFor' in subject
    ? createLesson(actor, subject.newFor, draft, now)
    : saveRevision(actor, subject.lessonId, base, draft, now)
}
