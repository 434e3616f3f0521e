import { createHash, randomInt } from 'node:crypto'
import { auditAll } from '~/modules/audit/audit.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { demand, mayAuthor } from '~/modules/identity/permissions.ts'
import { currentBank } from '~/modules/questions/bank.server.ts'
import { db } from '~/platform/db.server.ts'
import type { BankItem } from './bank.ts'
import type { Blueprint } from './blueprint.ts'
import { listBlueprints } from './blueprints.server.ts'
import { chosenOf, chosenPaper, swapIn, swapsFor } from './chosen-paper.ts'
import { compareForms, type FormsCompared } from './compare-forms.ts'
import { type Paper, printForm } from './paper.ts'
import { itemFacts, type StaffItem, staffItems } from './paper-items.server.ts'
import { mostSeed, type PaperQuery, paperAddress } from './paper-query.ts'
import { usageOf } from './paper-usage.server.ts'
import { bankItems, keepForms, versionId } from './papers.server.ts'
import { drawParallelForms } from './parallel-forms.ts'
import type { Short } from './whole-questions.ts'

export type Failure = { readonly kind: 'short'; readonly short: readonly Short[] } | { readonly kind: 'unequal' }

export type DraftForm = {
  readonly items: readonly StaffItem[]
  readonly deviations: Paper['deviations']
}

export type PaperDraft = {
  readonly blueprint: Pick<Blueprint, 'id' | 'subject' | 'title' | 'titleEn' | 'minutes' | 'passLine'>
  readonly outOf: number
  readonly forms: readonly DraftForm[]
  readonly compared: FormsCompared
  /** names what she looks at, so that nothing else is kept */
  readonly shown: string
  /** the question that is to be exchanged, and what may stand for it; null: none is */
  readonly swap: {
    readonly out: readonly StaffItem[]
    readonly candidates: readonly StaffItem[]
    readonly total: number
  } | null
}

/** What the page shows: where to begin, why nothing could be drawn, or the papers; or a better address of them. */
export type PaperDesk =
  | { readonly kind: 'start'; readonly failure: Failure | null; readonly isGone: boolean }
  | { readonly kind: 'draft'; readonly draft: PaperDraft }
  | { readonly kind: 'moved'; readonly address: ReturnType<typeof paperAddress> }

const start = { kind: 'start', failure: null, isGone: false } as const
const candidatesShown = 20

export async function openPaperDesk(actor: Actor, query: PaperQuery): Promise<PaperDesk> {
  demand(mayAuthor(actor))
  const blueprint = await usable(query.blueprint)
  if (!blueprint) return start
  const seed = query.seed ?? randomInt(mostSeed)
  if (query.forms.length === 0) return draw(blueprint, seed, query.count)
  if (query.seed === null) return { kind: 'moved', address: paperAddress({ ...query, seed }) }
  const { swap, into } = query
  if (swap && into) {
    const forms = query.forms.map((list) => swapIn(list, swap, into))
    return { kind: 'moved', address: paperAddress({ ...query, forms }) }
  }
  const papers = await chosenPapers(blueprint, query, seed)
  return papers ? { kind: 'draft', draft: await draftOf(blueprint, papers, query) } : { ...start, isGone: true }
}

async function usable(blueprintId: string): Promise<Blueprint | undefined> {
  return blueprintId === '' ? undefined : (await listBlueprints()).find(({ id }) => id === blueprintId)
}

async function draw(blueprint: Blueprint, seed: number, count: number): Promise<PaperDesk> {
  const drawn = drawParallelForms(blueprint, await bankItems(blueprint.subject), seed, count)
  if (!('impossible' in drawn)) {
    const address = paperAddress({ blueprint: blueprint.id, seed, forms: drawn.map(chosenOf) })
    return { kind: 'moved', address }
  }
  const failure: Failure =
    drawn.impossible === 'bankTooSmall' ? { kind: 'short', short: drawn.short } : { kind: 'unequal' }
  return { ...start, failure }
}

/** Null: something in the lists is not to be had any more, or they fit no blueprint. */
async function chosenPapers(
  blueprint: Blueprint,
  { forms }: Pick<PaperQuery, 'forms'>,
  seed: number,
): Promise<readonly Paper[] | null> {
  const bank = await bankItems(blueprint.subject)
  const papers = forms.map((list) => chosenPaper(blueprint, bank, list, seed))
  const made = papers.flatMap((one) => (one.kind === 'paper' ? [one.paper] : []))
  // Forms may share nothing: whoever sits the second would know the first.
  const isApart = new Set(forms.flat()).size === forms.flat().length
  return made.length === papers.length && isApart ? made : null
}

/** The bank as it is now, and how its questions are read on a paper. */
type Reading = {
  readonly blueprint: Blueprint
  readonly bank: readonly BankItem[]
  readonly read: (paper: Paper) => readonly StaffItem[]
}

async function draftOf(blueprint: Blueprint, papers: readonly Paper[], query: PaperQuery): Promise<PaperDraft> {
  const { id, subject, title, titleEn, minutes, passLine } = blueprint
  const facts = itemFacts(blueprint, await usageOf(subject))
  const questions = new Map([...(await currentBank()).active.values()].map((one) => [versionId(one), one]))
  const read = (paper: Paper) => staffItems({ paper, questions }, 0, facts)
  const forms = papers.map((paper) => ({ items: read(paper), deviations: paper.deviations }))
  const reading = { blueprint, bank: await bankItems(subject), read }
  return {
    blueprint: { id, subject, title, titleEn, minutes, passLine },
    outOf: papers[0]?.outOf ?? 0,
    ...{ forms, compared: compareForms(papers), shown: nameOf(papers) },
    swap: query.swap === null ? null : swapOf(reading, forms, query.forms, query.swap),
  }
}

function swapOf(
  { blueprint, bank, read }: Reading,
  forms: readonly DraftForm[],
  lists: PaperQuery['forms'],
  questionId: string,
): PaperDraft['swap'] {
  const out = forms.flatMap(({ items }) => items).filter((item) => item.questionId === questionId)
  const [first] = out
  if (!first) return null
  const found = swapsFor(blueprint, bank, lists, questionId)
  const placed = found.slice(0, candidatesShown).map((item) => ({ part: first.part, item, cell: '' }))
  return { out, candidates: read(printForm(blueprint, { placed, deviations: [] }, 0)), total: found.length }
}

/** The versions and their order: a question that was changed meanwhile makes another paper. */
function nameOf(papers: readonly Paper[]): string {
  const versions = papers.map(({ items }) => items.map((item) => item.versionId))
  return createHash('sha256').update(JSON.stringify(versions)).digest('hex').slice(0, 32)
}

export type KeepOutcome =
  | { readonly kind: 'kept'; readonly paperId: string }
  /** the bank is another than when she looked */
  | { readonly kind: 'changed' }

/** Freezes the papers exactly as she saw them. */
export async function keepPapers(
  actor: Actor,
  made: { readonly query: PaperQuery; readonly title: string; readonly shown: string },
  now: Date,
  newId?: () => string,
): Promise<KeepOutcome> {
  demand(mayAuthor(actor))
  const { query, title, shown } = made
  const blueprint = await usable(query.blueprint)
  const papers = blueprint && query.seed !== null ? await chosenPapers(blueprint, query, query.seed) : null
  if (!blueprint || !papers || papers.length === 0 || nameOf(papers) !== shown) return { kind: 'changed' }
  const ids = await db.write(async (tx) => {
    const kept = await keepForms(tx, actor, { title, blueprint, papers }, now, newId)
    await auditAll(
      tx,
      kept.map((objectId) => ({ actor, action: 'paper.kept', objectType: 'paper', objectId, now })),
    )
    return kept
  })
  return { kind: 'kept', paperId: ids[0] ?? '' }
}
