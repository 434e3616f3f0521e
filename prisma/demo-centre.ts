/**
 * The demo centre: invented people in invented communities of an invented street, 乔头堡. Pure data and a plan of who has
 * learned how far; `seed.ts` plays it through the use cases. The accounts are the demo contract of the README.
 */
import type { Actor, Role } from '../app/modules/identity/actor.ts'
import { between, pick, type Random } from '../app/platform/random.ts'

export const demoPassword = 'yucai-demo'

export const organisations = [
  { id: 'demo-street', parentId: null, kind: 'street', name: '乔头堡街道' },
  { id: 'demo-centre', parentId: 'demo-street', kind: 'agency', name: '乔头堡社会组织服务中心' },
  { id: 'demo-qingyan', parentId: 'demo-street', kind: 'community', name: '青檐社区' },
  { id: 'demo-heqiao', parentId: 'demo-street', kind: 'community', name: '禾桥社区' },
  { id: 'demo-yunhe', parentId: 'demo-street', kind: 'community', name: '云河社区' },
  { id: 'demo-baiguo', parentId: 'demo-street', kind: 'community', name: '白果社区' },
  { id: 'demo-linshui', parentId: 'demo-street', kind: 'community', name: '临水社区' },
  { id: 'demo-xinyuan', parentId: 'demo-qingyan', kind: 'agency', name: '心原社会工作服务站' },
  { id: 'demo-nuanxiang', parentId: 'demo-heqiao', kind: 'agency', name: '暖巷公益服务中心' },
  { id: 'demo-tonglu', parentId: 'demo-linshui', kind: 'agency', name: '同路社会工作事务所' },
] as const

const places = [
  'demo-qingyan',
  'demo-heqiao',
  'demo-yunhe',
  'demo-baiguo',
  'demo-linshui',
  'demo-xinyuan',
  'demo-nuanxiang',
  'demo-tonglu',
] as const

export const staff = [
  { username: 'admin', name: '顾闻笙', organisationId: 'demo-centre', roles: ['administrator'] },
  { username: 'banzhuren1', name: '沈若溪', organisationId: 'demo-centre', roles: ['coordinator'] },
  { username: 'banzhuren2', name: '孟知夏', organisationId: 'demo-centre', roles: ['coordinator'] },
  { username: 'daoshi1', name: '陆青禾', organisationId: 'demo-xinyuan', roles: ['mentor'] },
  { username: 'daoshi2', name: '贺南星', organisationId: 'demo-nuanxiang', roles: ['mentor'] },
  { username: 'daoshi3', name: '宋听澜', organisationId: 'demo-centre', roles: ['mentor'] },
  { username: 'daoshi4', name: '邵明夷', organisationId: 'demo-tonglu', roles: ['mentor'] },
  { username: 'daoshi5', name: '季晚舟', organisationId: 'demo-qingyan', roles: ['mentor'] },
  { username: 'daoshi6', name: '温以宁', organisationId: 'demo-linshui', roles: ['mentor'] },
] as const

const traineeNames = [
  '林小满',
  '周予安',
  '陈知秋',
  '许星禾',
  '方若水',
  '唐语嫣',
  '梁思远',
  '姚佳宁',
  '袁一诺',
  '钟书瑶',
  '蒋文博',
  '曹雨桐',
  '郝晓棠',
  '魏长安',
  '江念慈',
  '戴清和',
  '叶之恒',
  '崔云舒',
  '谭乐怡',
  '范景行',
  '石可心',
  '龙向晚',
  '白露晨',
  '段清扬',
  '苏慕言',
  '黎望舒',
  '邹亦凡',
  '侯雅文',
  '薛静好',
  '尹嘉木',
  '常春华',
  '乔一鸣',
  '韦思齐',
  '汪若楠',
  '秦朗月',
  '孔令仪',
  '史文佳',
  '毛晓雯',
  '万里晴',
  '雷雨霏',
  '倪天朗',
  '葛明珠',
  '甘棠梨',
  '沙如雪',
  '成思危',
  '仲夏禾',
  '巫晓晨',
  '柳依依',
  '颜清竹',
  '米乐其',
  '池映月',
  '符安然',
  '路遥知',
  '简书昀',
  '丁香凝',
  '卓然清',
  '骆冰心',
  '古月明',
  '阮棉棉',
  '麦穗香',
] as const

export type DemoTrainee = {
  readonly username: string
  readonly name: string
  readonly organisationId: string
  readonly cohort: 'first' | 'second'
  readonly mentor: string
  readonly diligence: Diligence
}

/** How far somebody is: believable and uneven, never a straight line. */
type DemoPerson = Pick<DemoTrainee, 'username' | 'name' | 'organisationId'> & { readonly roles?: readonly Role[] }

/** Somebody of the demo at her own device; who has no other duty is a trainee. */
export function demoActor({ username, name, organisationId, roles = ['trainee'] }: DemoPerson): Actor {
  return {
    ...{ personId: `demo-${username}`, name, organisationId, roles, sessionId: 'demo', isSharedComputer: false },
    ...{ locale: 'zh-CN', theme: 'system', largePrint: false },
  }
}

export function demoStaff(username: string): Actor {
  const person = staff.find((one) => one.username === username)
  if (!person) throw new Error(`There is no ${username}`)
  return demoActor(person)
}

export type Diligence = 'finished' | 'steady' | 'slow' | 'stopped' | 'beginning' | 'absent'

/** The first ten are fixed, so that guides and tests can speak of them; the others are drawn. */
const fixed: readonly Diligence[] = [
  'steady',
  'finished',
  'slow',
  'beginning',
  'stopped',
  'absent',
  'steady',
  'finished',
  'slow',
  'beginning',
]
const drawn: readonly [Diligence, ...Diligence[]] = [
  'finished',
  'finished',
  'steady',
  'steady',
  'steady',
  'slow',
  'slow',
  'stopped',
  'beginning',
  'absent',
]

/** xueyuan1 … 60; the last ten are in the second cohort, with daoshi6. */
export function demoTrainees(random: Random): readonly DemoTrainee[] {
  return traineeNames.map((name, at) => {
    const isSecond = at >= 50
    return {
      username: `xueyuan${at + 1}`,
      name,
      organisationId: places[at % places.length] ?? 'demo-qingyan',
      cohort: isSecond ? 'second' : 'first',
      mentor: isSecond ? 'daoshi6' : `daoshi${(at % 5) + 1}`,
      diligence: fixed[at] ?? pick(random, drawn),
    }
  })
}

/** Lessons finished and, after them, one perhaps begun; `pauseDays` is how long ago she was last here. */
export type Course = {
  readonly finished: number
  readonly begun: boolean
  readonly pauseDays: number
  readonly slips: number
}

export function courseOf(diligence: Diligence, lessons: number, random: Random): Course {
  switch (diligence) {
    case 'finished':
      return { finished: lessons, begun: false, pauseDays: between(random, 0, 6), slips: between(random, 0, 4) }
    case 'steady':
      return {
        finished: between(random, 2, lessons - 2),
        begun: random() < 0.7,
        pauseDays: between(random, 0, 3),
        slips: between(random, 1, 5),
      }
    case 'slow':
      return {
        finished: between(random, 1, 2),
        begun: true,
        pauseDays: between(random, 3, 8),
        slips: between(random, 2, 7),
      }
    case 'stopped':
      return {
        finished: between(random, 1, 2),
        begun: true,
        pauseDays: between(random, 15, 30),
        slips: between(random, 2, 5),
      }
    case 'beginning':
      return { finished: 0, begun: true, pauseDays: between(random, 0, 5), slips: between(random, 0, 2) }
    case 'absent':
      return { finished: 0, begun: false, pauseDays: 0, slips: 0 }
  }
}
