import type { Actor } from '~/modules/identity/actor.ts'
import { demand, mayAuthor } from '~/modules/identity/permissions.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { type FieldErrors, parseForm } from '~/platform/forms.ts'
import { withoutPicture } from './draft-pictures.ts'
import { reshape } from './draft-rows.ts'
import { type PostedPicture, putPicture } from './pictures.server.ts'
import type { QuestionKind } from './question.ts'
import { DraftIntentForm } from './question-acts.schema.ts'
import { createQuestion, type SavedQuestion, saveQuestion } from './question-acts.server.ts'
import { draftFrom, draftOf, emptyDraft, type QuestionDraft } from './question-draft.ts'
import { getQuestion } from './question-page.server.ts'
import type { QuestionState } from './question-state.ts'
import { readDraft } from './read-draft.ts'
import type { Subject } from './subjects.ts'
import { knownPoints, type PointTree, pointTree } from './syllabus-tree.server.ts'

/** What the form of a question begins with. */
export type OpenedDraft = {
  readonly draft: QuestionDraft
  /** the version that the next one will follow; 0 for a new question */
  readonly base: number
  readonly state: QuestionState
  readonly tree: PointTree
}

export function openNewQuestion(actor: Actor, subject: Subject, kind: QuestionKind, point: string | null): OpenedDraft {
  const tree = pointTree(actor, subject)
  const points = tree.some((chapter) => chapter.points.some(({ id }) => id === point)) && point ? [point] : []
  return { draft: { ...emptyDraft(subject, kind), points }, base: 0, state: 'draft', tree }
}

/** A question of the centre in its newest version; an official one is not written here. */
export async function openQuestion(actor: Actor, questionId: string): Promise<OpenedDraft> {
  const page = await getQuestion(actor, questionId)
  if (page.origin === 'official') throw notFound()
  const { newestVersion: base, state, subject, shown } = page
  return { draft: draftOf(shown), base, state, tree: pointTree(actor, subject) }
}

export type DraftAnswer = {
  readonly kind: 'answer'
  /** tells this answer from the one before: the form is filled anew */
  readonly stamp: number
  readonly draft: QuestionDraft
  /** the version that she began from, however many rows came and went since */
  readonly base: number
  readonly errors: FieldErrors | undefined
  /** the field to go on in, after a row came or went */
  readonly focus: string | null
  readonly isConflict: boolean
  /** what was said of a picture that was not taken, to be mended */
  readonly picture: { readonly alt: string; readonly field: string } | null
}
export type DraftOutcome = DraftAnswer | ({ readonly kind: 'saved' } & SavedQuestion)

/** A row more or less, or saved. Whatever stands against it, what was typed comes back. */
export async function actOnDraft(
  actor: Actor,
  of: { readonly questionId: string } | { readonly newIn: Subject },
  form: FormData,
  now: Date,
): Promise<DraftOutcome> {
  demand(mayAuthor(actor))
  const parsed = parseForm(DraftIntentForm, form)
  const typed = draftFrom(Object.fromEntries([...new Set(form.keys())].map((key) => [key, textsIn(form, key)])))
  let draft = typed
  let answer: DraftAnswer = {
    ...{ kind: 'answer', stamp: now.getTime(), draft, base: parsed.ok ? parsed.value.base : 0 },
    ...{ errors: undefined, focus: null, isConflict: false, picture: null },
  }
  if (!parsed.ok) return { ...answer, errors: parsed.errors }
  const { intent, base, note } = parsed.value
  const posted = pictureOf(form)
  // A picture that was chosen goes in with whatever is pressed next: nobody means to leave it out.
  if (intent === 'picture' || posted.file) {
    const put = await putPicture(typed, posted, now)
    const { alt, field } = posted
    if (!put.ok) return { ...answer, errors: put.errors, picture: { alt, field } }
    draft = put.draft
    answer = { ...answer, draft }
    if (intent === 'picture') return { ...answer, focus: put.field }
  }
  const [act, hash = ''] = intent.split(':')
  if (act === 'dropPicture') return { ...answer, draft: withoutPicture(draft, hash) }
  const reshaped = reshape(draft, intent)
  if (reshaped) return { ...answer, ...reshaped }
  if (intent !== 'save' && intent !== 'propose') return { ...answer, errors: { '': 'invalid' } }

  const subject = 'newIn' in of ? of.newIn : (await getQuestion(actor, of.questionId)).subject
  const read = readDraft({ ...draft, subject }, knownPoints())
  if (!read.ok) return { ...answer, errors: read.errors }
  const saving = { note, isProposed: intent === 'propose' }
  try {
    const saved =
      'newIn' in of
        ? await createQuestion(actor, read.question, saving, now)
        : await saveQuestion(actor, of.questionId, base, read.question, saving, now)
    return { kind: 'saved', ...saved }
  } catch (thrown) {
    if (thrown instanceof DomainError && thrown.code === 'conflict') return { ...answer, isConflict: true }
    throw thrown
  }
}

function pictureOf(form: FormData): PostedPicture {
  const file = form.get('pictureFile')
  const text = (name: string) => textsIn(form, name)[0] ?? ''
  return {
    file: file instanceof File && file.size > 0 ? file : null,
    ...{ alt: text('pictureAlt'), field: text('pictureField') },
  }
}

function textsIn(form: FormData, key: string): string[] {
  return form.getAll(key).filter((value) => typeof value === 'string')
}
