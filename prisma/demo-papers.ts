import type { Blueprint } from '../app/modules/exams/blueprint.ts'
import { mockBlueprint } from '../app/modules/exams/blueprints.server.ts'
import { archiveBlueprint, createBlueprint, offerForMocks } from '../app/modules/exams/own-blueprints.server.ts'
import { keepPapers, openPaperDesk } from '../app/modules/exams/paper-desk.server.ts'
import { readPaperQuery } from '../app/modules/exams/paper-query.ts'
import type { Actor } from '../app/modules/identity/actor.ts'
import { demoActor, staff } from './demo-centre.ts'

/* What the demo centre has put together itself: a monthly test in use, and a quiz that was put away. */
const days = 86_400_000

export async function seedPapers(now: Date): Promise<void> {
  const person = staff.find(({ username }) => username === 'banzhuren1')
  const official = mockBlueprint('jz')
  if (!person || !official) throw new Error('There is nobody to put papers together, or nothing to begin from')
  const actor = demoActor(person)
  const ago = (count: number) => new Date(now.getTime() - count * days)

  await createBlueprint(actor, { ...official, ...monthly }, ago(12))
  await offerForMocks(actor, monthly.id, true, ago(12))
  await createBlueprint(actor, { ...official, ...quiz }, ago(30))
  await archiveBlueprint(actor, quiz.id, ago(5))
  await seedForms(actor, ago(4))
}

/** Two parallel forms of the monthly test, as the page draws and keeps them. */
async function seedForms(actor: Actor, now: Date): Promise<void> {
  const open = (search: Readonly<Record<string, string | number>>) => {
    const query = readPaperQuery((name) => String(search[name] ?? ''))
    return openPaperDesk(actor, query).then((desk) => ({ desk, query }))
  }
  const drawn = await open({ blueprint: monthly.id, seed: 20_261_125, count: 2 })
  if (drawn.desk.kind !== 'moved') throw new Error('The monthly test cannot be drawn twice')
  const { desk, query } = await open(drawn.desk.address)
  if (desk.kind !== 'draft') throw new Error('The monthly test cannot be kept')
  let number = 0
  const kept = { query, title: '十二月月考', shown: desk.draft.shown }
  await keepPapers(actor, kept, now, () => `demo-paper-${++number}`)
}

const monthly = {
  ...{ id: 'demo-blueprint-1', title: '月考（初级综合，20 题）', titleEn: 'Monthly test (general ability, junior)' },
  ...{ minutes: 30, passLine: 30, chapterWeights: { 4: 20, 6: 20 } },
  parts: [
    { kind: 'single', count: 15, halfPoints: 2, rule: 'single' },
    { kind: 'multiple', count: 5, halfPoints: 4, rule: 'multipleSocialWork' },
  ],
} satisfies Partial<Blueprint>

const quiz = {
  ...{ id: 'demo-blueprint-2', title: '随堂小测（10 题）', titleEn: 'Quiz of ten' },
  ...{ minutes: 10, passLine: 12, chapterWeights: {} },
  parts: [{ kind: 'single', count: 10, halfPoints: 2, rule: 'single' }],
} satisfies Partial<Blueprint>
