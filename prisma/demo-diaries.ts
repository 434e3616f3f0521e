import { randomUUID } from 'node:crypto'
import { saveEntry, submitEntry } from '../app/modules/diaries/diaries.server.ts'
import { blankEntry, type DiaryEntry } from '../app/modules/diaries/diary.ts'
import { claimWork, decideWork, saveComment } from '../app/modules/feedback/desk.server.ts'
import { dayOf } from '../app/platform/calendar.ts'
import { type DemoTrainee, demoActor, staff } from './demo-centre.ts'

/* A few entries of 学员 1 and 11: a draft, one that waits, one that was returned with two comments, one that was accepted. */
const hour = 60 * 60_000

export const demoEntries = {
  accepted: '00000000-0000-4000-8000-0000000d0001',
  returned: '00000000-0000-4000-8000-0000000d0002',
  waiting: '00000000-0000-4000-8000-0000000d0003',
  draft: '00000000-0000-4000-8000-0000000d0004',
} as const

type Told = Partial<Omit<DiaryEntry, 'texts'>> & { readonly texts: Partial<DiaryEntry['texts']> }

const lamp: Told = {
  ...{ community: '青岩社区第三网格', category: 'environment', group: 'elder', ageBand: 'sixtyUp' },
  ...{ triage: 'onTheSpot', outcome: 'closed' },
  texts: {
    whom: '独居的奶奶（服-003）',
    problem:
      '上午十点到她家，她正扶着墙下楼。\n她说楼道灯坏了三天，晚上不敢出门倒垃圾，已经两天没有下楼散步。\n三层的邻居也说，前天有人在拐角处绊了一下。',
    asked: '把灯修好；修好之前，楼道里能有个亮。',
    handling:
      '当场给物业值班室打了电话，约好当天下午来换。\n在拐角贴了反光条，把社区的两只充电小夜灯先借给她和三层的邻居。\n下午四点回去看，灯已经换好，物业在登记本上签了字。',
    reflection:
      '她一直没有报修，是怕“麻烦别人”。听的时候我没有急着说“这是小事”，先问她这三天是怎么过的。\n下次走访同一栋楼，先把公共部位看一遍，不等居民开口。',
  },
}

const stairs: Told = {
  ...{ community: '青岩社区第五网格', category: 'dispute', group: 'resident', ageBand: 'mixed' },
  ...{ triage: 'coordinating', outcome: 'following' },
  texts: {
    whom: '同一单元的两户（服-011、服-012）',
    problem: '楼上晾衣服滴水，楼下的被子湿了三次。\n两家都说“说过了没用”。',
    handling: '分别听了两家的说法，约好周四晚上在居委会一起谈。',
    reflection: '两边都觉得自己吃亏，需要先让对方听见。',
  },
}

const form: Told = {
  ...{ community: '青岩社区第二网格', category: 'livelihood', group: 'caregiver', ageBand: 'under60' },
  ...{ triage: 'explained', outcome: 'following' },
  texts: {
    whom: '照顾母亲的大姐（服-020）',
    problem: '她问长期护理险要准备哪些材料，跑了两次都少一样。\n第二次是下午四点到的窗口，排到她已经下班。',
    asked: '一次说清楚要带什么，能不能代办。',
    handling: '和窗口核对了清单，抄在一张大字的单子上给她；约好下周一早上陪她去。',
    followUp: '下周一上午陪同办理，之后打电话问结果。',
    reflection: '政策说明不是念文件。把“要什么”换成“她下一步做什么”，她就点头了。',
  },
}

export async function seedDiaries(trainees: readonly DemoTrainee[], now: Date): Promise<void> {
  const [first, eleventh] = ['xueyuan1', 'xueyuan11'].map((name) => trainees.find(({ username }) => username === name))
  const guide = staff.find(({ username }) => username === first?.mentor)
  if (!first || !eleventh || !guide || eleventh.mentor !== first.mentor) throw new Error('There is nobody to write')
  const [one, other, mentor] = [demoActor(first), demoActor(eleventh), demoActor(guide)]
  const ago = (hours: number) => new Date(now.getTime() - hours * hour)
  const write = async (actor: typeof one, id: string, told: Told, at: Date) => {
    const blank = blankEntry(dayOf(at))
    await saveEntry(actor, id, { ...blank, ...told, texts: { ...blank.texts, ...told.texts } }, 1, at)
  }
  const marks = { concrete: 4, problem: 3, handling: 4, followUp: 4, reflection: 2, privacy: 2 }
  const decision = { marks, seq: 1, reason: '', isExcellent: false }
  const comment = (place: { field: string; paragraph: number }, body: string) => ({ id: randomUUID(), place, body })

  await write(one, demoEntries.accepted, lamp, ago(200))
  await submitEntry(one, demoEntries.accepted, null, ago(199))
  await claimWork(mentor, demoEntries.accepted, 'claim', ago(180))
  await decideWork(mentor, demoEntries.accepted, { ...decision, kind: 'accept', isExcellent: true }, ago(179))

  await write(one, demoEntries.returned, stairs, ago(100))
  await submitEntry(one, demoEntries.returned, null, ago(99))
  await claimWork(mentor, demoEntries.returned, 'claim', ago(80))
  const remarks = [
    comment({ field: 'problem', paragraph: 1 }, '“说过了”是谁对谁说的，什么时候？各写一句原话。'),
    comment({ field: 'handling', paragraph: 0 }, '谈之前你打算定哪几条规矩？写出来，谈的时候用得上。'),
  ]
  for (const [at, remark] of remarks.entries()) {
    await saveComment(mentor, demoEntries.returned, remark, ago(79 - at / 60))
  }
  await decideWork(mentor, demoEntries.returned, { ...decision, kind: 'return' }, ago(78))

  await write(other, demoEntries.waiting, form, ago(30))
  await submitEntry(other, demoEntries.waiting, null, ago(29))
  await write(one, demoEntries.draft, { texts: { problem: '小区门口的斑马线看不清了，放学时车不停。' } }, ago(3))
}
