import type { BankQuestion } from '~/modules/questions/bank.server.ts'
import { syllabus } from '~/modules/questions/official-pack.server.ts'
import { chapterOf, chaptersByPoint, editionOf } from '~/modules/questions/syllabus.ts'
import type { Blueprint } from './blueprint.ts'
import type { Paper } from './paper.ts'
import type { Usage } from './paper-usage.server.ts'
import { type PrintedItem, type PrintOrder, printArrangement, printedItems } from './printed-paper.ts'

/** What staff see of an item beside the item itself. */
export type ItemFacts = {
  readonly chapter: { readonly no: number; readonly title: string; readonly titleEn: string } | null
  readonly difficulty: number
  readonly usage: Usage | null
}
export type StaffItem = PrintedItem & ItemFacts

type ReadablePaper = {
  readonly paper: Paper
  /** by version id */
  readonly questions: ReadonlyMap<string, BankQuestion>
}

/** Chapters by the blueprint's own edition: what its shares are counted by. */
export function itemFacts(
  { subject, edition }: Blueprint,
  usage: ReadonlyMap<string, Usage>,
): (question: BankQuestion) => ItemFacts {
  const held = editionOf(syllabus(), subject, edition)
  const byPoint = held ? chaptersByPoint(held) : new Map<string, number>()
  return ({ id, facts }) => {
    const chapter = held?.chapters.find(({ no }) => no === chapterOf(facts.points, byPoint))
    return {
      chapter: chapter ? { no: chapter.no, title: chapter.title, titleEn: chapter.titleEn } : null,
      ...{ difficulty: facts.difficulty, usage: usage.get(id) ?? null },
    }
  }
}

export function staffItems(
  { paper, questions }: ReadablePaper,
  order: PrintOrder,
  factsOf: (question: BankQuestion) => ItemFacts,
): readonly StaffItem[] {
  const questionOf = (version: string) => {
    const question = questions.get(version)
    if (!question) throw new Error(`version ${version} of a paper is gone`)
    return question
  }
  const versions = new Map(paper.items.map((item) => [item.itemId, item.versionId]))
  return printedItems(paper, printArrangement(paper, order), (version) => questionOf(version).body).map((item) => ({
    ...item,
    ...factsOf(questionOf(versions.get(item.itemId) ?? '')),
  }))
}
