import { defineMessages } from './messages.ts'

/** How ready she is: the estimate, and the sentences that say where it comes from. */
export const readiness = defineMessages({
  title: ['现在去考，大概多少分', 'What mark you would get today'],
  tooLittle: [
    '题量还不够，还估不出来：做过 {answered} 道不同的题，做满 {needed} 道就能估分。',
    'Not enough yet: {answered} different questions answered; from {needed} on there is something to say.',
  ],
  points: ['分', 'points'],
  interval: [
    '五次里有四次会落在 {low} 到 {high} 分之间。',
    'Four times in five it would lie between {low} and {high}.',
  ],
  'standing.above': ['取范围里最低的，也过线。', 'Even the low end passes.'],
  'standing.around': ['合格线就在这个范围里，还说不准。', 'The pass line lies within: it may go either way.'],
  'standing.below': ['取范围里最高的，也还不到合格线。', 'Even the high end does not pass yet.'],
  passLine: ['合格线 {points} 分', 'pass {points}'],
  method: ['怎么估的', 'How this is estimated'],
  'method.firstAnswers': [
    '主要看第一次做某道题的结果；同一道题再做，只按 {repeatPercent}% 计。',
    'First answers count most; answering the same question again counts {repeatPercent}%.',
  ],
  'method.recent': [
    '越近的答题越算数：{halfLifeDays} 天前的只算一半；这些日子是进步还是退步，也推算到今天。',
    'Recent answers count more: after {halfLifeDays} days an answer counts half. A rise or fall over that time is carried on to today.',
  ],
  'method.difficulty': [
    '难题答对算得多，容易题答错扣得多。',
    'A hard question right says more, an easy one wrong too.',
  ],
  'method.chapters': [
    '各章分别估；还有 {unseen} 章没做过题，按你的总体水平估。',
    'Chapters are estimated one by one; {unseen} without answers take your general level.',
  ],
  'method.paper': [
    '按国考卷子的 {items} 道题和各章比重折算，抽题的运气也算在范围里。',
    'Turned into a paper of {items} questions by chapter weights; the luck of the draw is in the range.',
  ],
  'method.partialMarks': [
    '多选少选的得分，按你平时的情况计。',
    'Marks for too few choices are counted as you usually get them.',
  ],
  'method.mocks': ['另有 {count} 次整卷成绩一起参考。', '{count} whole papers are taken into account.'],
  'method.interval': [
    '范围取 {percent}%：模拟的学习者里，大约每五个有四个落在里面。',
    'The range is {percent}%: of simulated learners about four in five fall into it.',
  ],
})
