import type { Actor } from '~/modules/identity/actor.ts'
import { demand, mayAuthor } from '~/modules/identity/permissions.ts'
import type { AnswerPoint } from '~/modules/questions/question.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import type { BlueprintPart } from './blueprint.ts'
import { openPaper } from './papers.server.ts'
import { type PrintedItem, type PrintOrder, printArrangement, printedItems } from './printed-paper.ts'

/*
 * Three prints of one paper, each a page of its own: whoever copies the paper for a room holds no key in her hand, and what is
 * sent for the paper or the sheet has none in it.
 */
export const printParts = ['paper', 'sheet', 'key'] as const
export type PrintPartName = (typeof printParts)[number]

export type PrintHead = {
  readonly id: string
  readonly title: string
  readonly subject: { readonly title: string; readonly titleEn: string }
  readonly minutes: number
  readonly outOf: number
  readonly items: number
  readonly order: PrintOrder
}

type PaperItem = Omit<PrintedItem, 'key' | 'answerPoints' | 'explanation' | 'questionId'>
export type PrintSection = {
  readonly kind: BlueprintPart['kind']
  readonly halfPoints: number
  readonly items: readonly PaperItem[]
}
export type SheetItem = Pick<PrintedItem, 'number' | 'kind' | 'halfPoints'> & { readonly optionCount: number }
export type KeyItem = Pick<PrintedItem, 'number' | 'kind' | 'key' | 'explanation' | 'halfPoints'> & {
  readonly answerPoints: readonly AnswerPoint[]
}

export type PaperPrint = { readonly head: PrintHead } & (
  | { readonly part: 'paper'; readonly sections: readonly PrintSection[] }
  | { readonly part: 'sheet'; readonly items: readonly SheetItem[] }
  | { readonly part: 'key'; readonly items: readonly KeyItem[] }
)

export async function printPaper(
  actor: Actor,
  paperId: string,
  part: PrintPartName,
  order: PrintOrder,
): Promise<PaperPrint> {
  demand(mayAuthor(actor))
  const row = await db.read.paper.findFirst({ where: { id: paperId, isFixed: true }, select: { id: true } })
  if (!row) throw notFound()
  const { id, title, blueprint, paper, questions } = await openPaper(paperId)
  const items = printedItems(paper, printArrangement(paper, order), (version) => {
    const question = questions.get(version)
    if (!question) throw new Error(`paper ${paperId}: version ${version} is gone`)
    return question.body
  })
  const { minutes, outOf } = paper
  const subject = { title: blueprint.title, titleEn: blueprint.titleEn }
  const head = { id, title, subject, minutes, outOf, items: items.length, order }
  switch (part) {
    case 'paper':
      return { head, part, sections: sectionsOf(blueprint.parts, items) }
    case 'sheet':
      return { head, part, items: items.map(sheetItem) }
    case 'key':
      return { head, part, items: items.map(keyItem) }
  }
}

/** Mixing keeps parts apart, so each is one run. */
function sectionsOf(parts: readonly BlueprintPart[], items: readonly PrintedItem[]): readonly PrintSection[] {
  return parts.map(({ kind, halfPoints }, at) => ({
    ...{ kind, halfPoints },
    items: items
      .filter(({ part }) => part === at)
      .map(({ number, itemId, part, kind: own, halfPoints: worth, stem, caseStem, options }) => ({
        ...{ number, itemId, part, kind: own, halfPoints: worth, stem, caseStem, options },
      })),
  }))
}

function sheetItem({ number, kind, halfPoints, options }: PrintedItem): SheetItem {
  return { number, kind, halfPoints, optionCount: options.length }
}

function keyItem({ number, kind, key, explanation, halfPoints, answerPoints }: PrintedItem): KeyItem {
  return { number, kind, key, explanation, halfPoints, answerPoints }
}
