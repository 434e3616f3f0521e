import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createActor, createCohort } from '#tests/support/learners.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { forgetBank } from '~/modules/questions/bank.server.ts'
import { officialPack, syncOfficialPack } from '~/modules/questions/official-pack.server.ts'
import { retireQuestions } from '~/modules/questions/question-acts.server.ts'
import { db } from '~/platform/db.server.ts'
import { startMock } from './attempts.server.ts'
import { mockBlueprint } from './blueprints.server.ts'
import { getPaper, listPapers, restorePaper, retirePaper } from './fixed-papers.server.ts'
import { createBlueprint } from './own-blueprints.server.ts'
import { keepPapers, openPaperDesk, type PaperDraft } from './paper-desk.server.ts'
import { printPaper } from './paper-print.server.ts'
import { type PaperQuery, readPaperQuery } from './paper-query.ts'
import { bankItems } from './papers.server.ts'
import { drawParallelForms } from './parallel-forms.ts'
import { fixedPaperChoice } from './sitting-papers.ts'
import { createSitting, sittingSources } from './sittings.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const gone = { code: 'notFound' }

let author: Actor
let trainee: Actor
beforeEach(async () => {
  await syncOfficialPack(officialPack().questions, now)
  forgetBank()
  author = await createActor('coordinator', '沈若溪')
  trainee = await createActor('trainee', '林小满')
  const official = mockBlueprint('jz')
  if (!official) throw new Error('there is no official blueprint')
  const parts = [{ kind: 'single', count: 12, halfPoints: 2, rule: 'single' }] as const
  const quiz = { ...official, id: 'kuai-ce', title: '快测', chapterWeights: {}, minutes: 30, passLine: 14, parts }
  await createBlueprint(author, quiz, now)
})

const asked = (search: Readonly<Record<string, string | number>>) =>
  readPaperQuery((name) => String(search[name] ?? ''))

/** As the page does: drawn, then led to the address that says which paper it is. */
async function drawn(count = 1, seed = 7): Promise<{ readonly query: PaperQuery; readonly draft: PaperDraft }> {
  const desk = await openPaperDesk(author, asked({ blueprint: 'kuai-ce', seed, count }))
  if (desk.kind !== 'moved') throw new Error(JSON.stringify(desk))
  return opened(asked(desk.address))
}

async function opened(query: PaperQuery): Promise<{ readonly query: PaperQuery; readonly draft: PaperDraft }> {
  const desk = await openPaperDesk(author, query)
  if (desk.kind !== 'draft') throw new Error(JSON.stringify(desk))
  return { query, draft: desk.draft }
}

async function kept(count = 1): Promise<string> {
  const { query, draft } = await drawn(count)
  const outcome = await keepPapers(author, { query, title: '月考', shown: draft.shown }, now)
  if (outcome.kind !== 'kept') throw new Error(outcome.kind)
  return outcome.paperId
}

const idsOf = ({ forms }: PaperDraft) => forms.map(({ items }) => items.map(({ questionId }) => questionId))

test('drawing keeps nothing, and the address shows the same paper again', async () => {
  const first = await drawn(2)

  expect(idsOf((await opened(first.query)).draft)).toEqual(idsOf(first.draft))
  expect(first.draft.compared).toMatchObject({ shared: 0, isEquallyHard: true })
  expect(await db.read.paper.count()).toBe(0)
})

test('a question is exchanged for another, and the paper is kept exactly as it was looked at', async () => {
  const { query } = await drawn()
  const [out = ''] = query.forms[0] ?? []
  const { draft } = await opened({ ...query, swap: out })
  const [into] = draft.swap?.candidates ?? []
  if (!into) throw new Error('there is nothing to exchange it for')
  const moved = await openPaperDesk(author, { ...query, swap: out, into: into.questionId })
  if (moved.kind !== 'moved') throw new Error(moved.kind)
  const after = await opened(asked(moved.address))
  const outcome = await keepPapers(author, { query: after.query, title: '月考', shown: after.draft.shown }, now)

  const paper = await getPaper(author, outcome.kind === 'kept' ? outcome.paperId : '', 0)
  const ids = paper.items.map(({ questionId }) => questionId)
  expect(ids).toEqual(idsOf(after.draft)[0])
  expect(ids).toContain(into.questionId)
  expect(ids).not.toContain(out)
  expect(paper.items[0]?.usage).toMatchObject({ papers: 1, lastAt: now })
})

test('when the bank has changed meanwhile nothing is kept, and the page says what became of the paper', async () => {
  const { query, draft } = await drawn()
  const [first = ''] = query.forms[0] ?? []
  await retireQuestions(author, [first], '', later(1))

  expect(await keepPapers(author, { query, title: '月考', shown: draft.shown }, later(2))).toEqual({ kind: 'changed' })
  expect(await openPaperDesk(author, query)).toMatchObject({ kind: 'start', isGone: true })
  expect(await db.read.paper.count()).toBe(0)
})

test('a question that reads otherwise than when she looked is another paper: she looks again first', async () => {
  const { query, draft } = await drawn()
  const [first = ''] = query.forms[0] ?? []
  const changed = officialPack().questions.map((one) =>
    one.id === first ? { ...one, facts: { ...one.facts, source: `${one.facts.source}（修订）` } } : one,
  )
  await syncOfficialPack(changed, later(1))
  forgetBank()

  expect(await keepPapers(author, { query, title: '月考', shown: draft.shown }, later(2))).toEqual({ kind: 'changed' })
  const again = await opened(query)
  expect(await keepPapers(author, { query, title: '月考', shown: again.draft.shown }, later(3))).toMatchObject({
    kind: 'kept',
  })
})

test('two forms with a question in common are no parallel forms', async () => {
  const { query } = await drawn()
  expect(await openPaperDesk(author, { ...query, forms: [...query.forms, ...query.forms] })).toMatchObject({
    kind: 'start',
  })
})

test('an exam is sat with the kept forms themselves, and the list says so', async () => {
  const paperId = await kept(2)
  const cohortId = await createCohort({ coordinator: author, trainees: [trainee] })
  const { fixed } = await sittingSources(author)
  expect(fixed).toMatchObject([{ id: paperId, title: '月考', forms: 2, minutes: 30 }])
  const plan = { title: '十二月月考', blueprintId: fixedPaperChoice(paperId), minutes: null, attempts: 1, forms: 1 }
  const window = { opensAt: later(10), closesAt: later(130), releaseAt: null }
  const outcome = await createSitting(author, cohortId, { ...plan, ...window }, now)

  const sitting = await db.read.sitting.findFirstOrThrow()
  expect(outcome).toEqual({ kind: 'created', sittingId: sitting.id })
  expect(JSON.parse(sitting.paperIds)).toHaveLength(2)
  expect(JSON.parse(sitting.paperIds)[0]).toBe(paperId)
  expect(sitting.limitMinutes).toBe(30)
  expect(await db.read.paper.count()).toBe(2)
  expect((await listPapers(author)).inUse.map(({ sittings }) => sittings)).toEqual([1, 1])

  await retirePaper(author, paperId, later(5))
  expect(await createSitting(author, cohortId, { ...plan, ...window }, later(6))).toEqual({
    ...{ kind: 'refused', field: 'blueprintId', code: 'required' },
  })
})

test('parallel forms are retired and restored together', async () => {
  const paperId = await kept(2)
  await retirePaper(author, paperId, later(1))
  expect(await listPapers(author)).toMatchObject({ inUse: [], retired: [{}, {}] })

  await restorePaper(author, paperId, later(2))
  expect(await listPapers(author)).toMatchObject({ inUse: [{}, {}], retired: [] })
})

test('paper and sheet hold nothing of the key; the key holds the letters of the same order', async () => {
  const paperId = await kept()
  const paper = await getPaper(author, paperId, 2)
  for (const part of ['paper', 'sheet'] as const) {
    const sent = JSON.stringify(await printPaper(author, paperId, part, 2))
    expect(sent).not.toMatch(/"key"|"explanation"|"answerPoints"/)
    for (const { explanation } of paper.items) expect(sent).not.toContain(explanation)
  }
  const print = await printPaper(author, paperId, 'paper', 2)
  const key = await printPaper(author, paperId, 'key', 2)
  if (print.part !== 'paper' || key.part !== 'key') throw new Error('another part')
  const options = print.sections.flatMap(({ items }) => items.map((item) => item.options))
  const right = key.items.map((item, at) => item.key.map((index) => options[at]?.[index]))
  expect(right).toEqual(paper.items.map((item) => item.key.map((index) => item.options[index])))
})

test('what was drawn for a trainee’s own mock is hers, and a trainee finds no paper', async () => {
  await startMock(trainee, 'jz', now)
  const mock = await db.read.paper.findFirstOrThrow()
  const paperId = await kept()

  await expect(getPaper(author, mock.id, 0)).rejects.toMatchObject(gone)
  await expect(printPaper(author, mock.id, 'key', 0)).rejects.toMatchObject(gone)
  await expect(retirePaper(author, mock.id, now)).rejects.toMatchObject(gone)
  expect((await listPapers(author)).inUse).toHaveLength(1)
  await expect(getPaper(trainee, paperId, 0)).rejects.toMatchObject(gone)
  await expect(printPaper(trainee, paperId, 'paper', 0)).rejects.toMatchObject(gone)
  await expect(listPapers(trainee)).rejects.toMatchObject(gone)
})

test('the official questions of the junior level fill two parallel papers of the national format, whatever the seed', async () => {
  const official = mockBlueprint('jz')
  if (!official) throw new Error('there is no official blueprint')
  const bank = await bankItems('jz')
  for (let seed = 1; seed <= 20; seed++) {
    const papers = drawParallelForms(official, bank, seed, 2)
    if ('impossible' in papers) throw new Error(JSON.stringify(papers))
    expect(papers.map(({ items }) => items.length)).toEqual([80, 80])
    expect(new Set(papers.flatMap(({ items }) => items.map(({ questionId }) => questionId))).size).toBe(160)
  }
})
