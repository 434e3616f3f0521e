import { blueprints } from '~/i18n/blueprints.ts'
import { translator } from '~/i18n/messages.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { syllabus } from '~/modules/questions/official-pack.server.ts'
import type { Subject } from '~/modules/questions/subjects.ts'
import { type Edition, editionOf } from '~/modules/questions/syllabus.ts'
import { notFound } from '~/platform/errors.ts'
import { type FieldErrors, parseForm } from '~/platform/forms.ts'
import { BlueprintIntentForm } from './blueprint.schema.ts'
import type { Blueprint } from './blueprint.ts'
import { type BlueprintDraft, blueprintDraftFrom, blueprintDraftOf, reshapeParts } from './blueprint-draft.ts'
import { type Supply, supplyOf } from './blueprint-supply.ts'
import { createBlueprint, getBlueprint, newBlueprintId, saveBlueprint } from './own-blueprints.server.ts'
import { bankItems } from './papers.server.ts'
import { readBlueprint } from './read-blueprint.ts'

type Named = { readonly title: string; readonly titleEn: string }

/** What the form of a blueprint is made from. */
export type BlueprintDesk = {
  readonly draft: BlueprintDraft
  readonly subject: Subject
  readonly editions: ReadonlyArray<Named & { readonly edition: string }>
  /** of the edition that the draft names */
  readonly chapters: ReadonlyArray<Named & { readonly no: number }>
  /** what the bank can give for it; null while it cannot be read */
  readonly supply: Supply | null
}

export type OpenedBlueprint = BlueprintDesk & {
  /** when it was saved that she opened; «» for a new one */
  readonly base: string
  readonly archivedAt: Date | null
  readonly isOfficial: boolean
  readonly forMocks: boolean
}

export async function openBlueprint(actor: Actor, blueprintId: string): Promise<OpenedBlueprint> {
  const { blueprint, own } = await getBlueprint(actor, blueprintId)
  return {
    ...(await deskOf(blueprintDraftOf(blueprint), blueprint)),
    ...{ base: own?.updatedAt.toISOString() ?? '', archivedAt: own?.archivedAt ?? null, isOfficial: own === null },
    forMocks: own?.forMocks ?? false,
  }
}

/** A new one begins as a copy, and is called one, so that the two are told apart. */
export async function openCopy(actor: Actor, copyOf: string): Promise<OpenedBlueprint> {
  const opened = await openBlueprint(actor, copyOf)
  const { title, titleEn } = opened.draft
  const draft = {
    ...opened.draft,
    title: translator(blueprints, 'zh-CN')('copy.title', { title }),
    titleEn: titleEn && translator(blueprints, 'en')('copy.title', { title: titleEn }),
  }
  return { ...opened, draft, base: '', archivedAt: null, isOfficial: false, forMocks: false }
}

async function deskOf(draft: BlueprintDraft, blueprint: Blueprint): Promise<BlueprintDesk> {
  return { draft, ...placesOf(blueprint.subject, draft), supply: await supplyFor(blueprint) }
}

function placesOf(subject: Subject, { edition }: BlueprintDraft) {
  const editions = syllabus().editions.filter((one) => one.subject === subject)
  const named = ({ title, titleEn }: Named) => ({ title, titleEn })
  return {
    subject,
    editions: editions.map((one) => ({ edition: one.edition, ...named(one) })),
    chapters: chaptersOf(subject, edition).map((one) => ({ no: one.no, ...named(one) })),
  }
}

function chaptersOf(subject: Subject, edition: string): Edition['chapters'] {
  return editionOf(syllabus(), subject, edition)?.chapters ?? []
}

async function supplyFor(blueprint: Blueprint): Promise<Supply> {
  return supplyOf(blueprint, await bankItems(blueprint.subject))
}

export type BlueprintAnswer = BlueprintDesk & {
  readonly kind: 'answer'
  /** tells this answer from the one before: the form is filled anew */
  readonly stamp: number
  readonly base: string
  readonly errors: FieldErrors | undefined
  /** not saved, because the bank cannot fill it: `supply` says what is short */
  readonly isRefused: boolean
  readonly isConflict: boolean
}
export type BlueprintOutcome = BlueprintAnswer | { readonly kind: 'saved'; readonly blueprintId: string }

/** A row more or less, a look at the bank, or saved. Whatever stands against it, what was typed comes back. */
export async function actOnBlueprint(
  actor: Actor,
  of: { readonly copyOf: string } | { readonly blueprintId: string },
  form: FormData,
  now: Date,
): Promise<BlueprintOutcome> {
  const isNew = 'copyOf' in of
  const held = await getBlueprint(actor, isNew ? of.copyOf : of.blueprintId)
  if (!isNew && held.own === null) throw notFound()
  const { subject } = held.blueprint
  const parsed = parseForm(BlueprintIntentForm, form)
  const texts = Object.fromEntries(
    [...form].flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  )
  const typed = blueprintDraftFrom(texts)
  const { intent, base } = parsed.ok ? parsed.value : { intent: 'nothing', base: '' }
  const draft = reshapeParts(typed, intent) ?? typed
  const answer = (more: Partial<BlueprintAnswer>): BlueprintAnswer => ({
    ...{ kind: 'answer', stamp: now.getTime(), draft, base, ...placesOf(subject, draft) },
    ...{ errors: undefined, supply: null, isRefused: false, isConflict: false, ...more },
  })
  if (!parsed.ok) return answer({ errors: parsed.errors })

  const id = isNew ? newBlueprintId() : of.blueprintId
  const chapters = chaptersOf(subject, draft.edition).map(({ no }) => String(no))
  const read = readBlueprint(draft, { id, subject, chapters })
  const supply = read.ok ? await supplyFor(read.blueprint) : null
  // A row that came or went is no question about the others; what is typed may still be half a number.
  if (draft !== typed) return answer({ supply })
  if (!read.ok) return answer({ errors: read.errors })
  if (intent === 'check') return answer({ supply })
  if (intent !== 'save') return answer({ errors: { '': 'invalid' } })
  if (supply?.answer === 'no') return answer({ supply, isRefused: true })
  if (isNew) await createBlueprint(actor, read.blueprint, now)
  else if ((await saveBlueprint(actor, read.blueprint, base, now)) === 'conflict') {
    return answer({ supply, isConflict: true })
  }
  return { kind: 'saved', blueprintId: id }
}
