import type { Question } from '../app/modules/questions/question.ts'
import { approveQuestion, createQuestion, saveQuestion } from '../app/modules/questions/question-acts.server.ts'
import { demoStaff } from './demo-centre.ts'

/* The demo's own questions: one in use with a change that waits, one that waits, one on a law that has ended, one draft. */
const source = '原创（演示）'
const days = 86_400_000

export async function seedBank(now: Date): Promise<void> {
  const [first, second] = [demoStaff('banzhuren1'), demoStaff('banzhuren2')]
  const ago = (count: number) => new Date(now.getTime() - count * days)
  const asked = { note: '', isProposed: true }
  const draft = { note: '', isProposed: false }

  await createQuestion(first, homecoming, asked, ago(20), 'demo-question-1')
  await approveQuestion(second, 'demo-question-1', 1, ago(18))
  await saveQuestion(
    first,
    'demo-question-1',
    1,
    homecomingAgain,
    { ...draft, note: '第 2 小题补了一个干扰项' },
    ago(2),
  )
  await createQuestion(second, firstVisit, asked, ago(3), 'demo-question-2')
  await createQuestion(first, marriage, asked, ago(9), 'demo-question-3')
  await createQuestion(first, summerPlan, draft, ago(1), 'demo-question-4')
}

const homecoming: Question = {
  body: {
    kind: 'case',
    stem: '78 岁的郁奶奶髋部手术后出院，独自住在没有电梯的四楼。儿子在外地，每周来电一次。社工小祝接到社区医院转介后上门，郁奶奶说：“我不要紧，你们去忙更要紧的人。”',
    items: [
      {
        ...{ kind: 'single', stem: '首次上门，小祝最先要做的是：', key: [1] },
        options: ['说服郁奶奶住进养老机构', '建立关系，了解她眼前的困难和担心', '联系儿子回来照料', '为她申请长期护理'],
        explanation:
          '首次接触先建立关系、了解需要。搬家和请儿子回来都还没有问过郁奶奶自己的想法；申请服务要以预估为依据。',
      },
      {
        ...{ kind: 'multiple', stem: '预估时，小祝应了解的有：', key: [0, 1, 3] },
        options: [
          '术后的行动能力和居家风险',
          '邻里和社区能提供的支持',
          '郁奶奶一生的重大事件清单',
          '郁奶奶对今后生活的打算',
        ],
        explanation:
          '身体状况与居家风险、周围的支持、本人的打算，都关系到出院后的生活安排。一生的事件清单与眼前的需要关系不大，且过多地打听了隐私。',
      },
    ],
  },
  facts: { subject: 'zs', points: ['field-older-needs', 'process-intake'], difficulty: 3, source, laws: [] },
}

const homecomingAgain: Question = {
  ...homecoming,
  body: {
    kind: 'case',
    stem: homecoming.body.stem,
    items:
      homecoming.body.kind === 'case'
        ? homecoming.body.items.map((item, at) =>
            at === 1 ? { ...item, options: [...item.options, '小区其他老人的病历'] } : item,
          )
        : [],
  },
}

const firstVisit: Question = {
  body: {
    ...{ kind: 'single', stem: '社工小桑第一次入户，居民反复说“没什么好谈的”，却一直没有关门。小桑较为恰当的做法是：' },
    options: [
      '留下宣传单，马上离开',
      '表明理解，约一个她方便的时间再来',
      '请楼组长出面劝她开口',
      '在门口逐项问完登记表',
    ],
    key: [1],
    explanation: '没有关门，说明仍愿意接触；表示理解并约定时间，尊重了她的节奏。请人劝说和逐项盘问都会让她更防备。',
  },
  facts: { subject: 'jz', points: ['casework-interview'], difficulty: 2, source, laws: [] },
}

const marriage: Question = {
  body: {
    ...{ kind: 'multiple', stem: '内地居民办理结婚登记，应当出具的证件和证明材料有：', key: [0, 1, 2] },
    options: ['本人的户口簿', '本人的身份证', '没有禁止结婚情形的签字声明', '所在单位的介绍信', '双方父母的同意书'],
    explanation:
      '2003 年的《婚姻登记条例》要求户口簿、身份证和签字声明，不再要求单位介绍信；父母同意从来不是条件。2025 年修订后不再需要户口簿，这道题要改。',
  },
  facts: {
    ...{ subject: 'zf', points: ['law-marriage'], difficulty: 3, source },
    laws: [{ name: '《婚姻登记条例》', article: '第五条', validFrom: '2003-10-01', validTo: '2025-05-09' }],
  },
}

const summerPlan: Question = {
  body: {
    ...{ kind: 'constructed', outOf: 20 },
    stem: '禾桥社区双职工家庭多，暑假里二十多名小学生无人照看。请设计一份为期四周的暑期服务方案。',
    answerPoints: [
      { text: '需要与依据：照看、安全、同伴交往', halfPoints: 6, accept: ['需求评估'] },
      { text: '目标：总目标和可以检验的具体目标', halfPoints: 6, accept: [] },
      { text: '分次内容、人员分工与安全预案', halfPoints: 6, accept: [] },
      { text: '评估：过程与成效，指标和工具', halfPoints: 6, accept: [] },
    ],
    explanation: '按“需要—目标—内容—评估”写，目标要与评估的指标对得上；带孩子的方案必须写安全预案。',
  },
  facts: { subject: 'zs', points: ['practice-design'], difficulty: 4, source, laws: [] },
}
