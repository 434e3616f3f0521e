import { defineMessages } from './messages.ts'

/** Written answers that trainees hand to their mentors. */
export const handed = defineMessages({
  title: ['请你看的答题', 'Answers for you to look at'],
  lead: [
    '{name}请你看的主观题。打开以后，{name}会知道你看过。',
    'Written answers that {name} asks you to look at. Once you open one, {name} is told that you have seen it.',
  ],
  empty: ['{name}还没有请你看答题。', '{name} has not asked you to look at an answer.'],
  item: ['{paper}，第 {number} 题', '{paper}, question {number}'],
  handedAt: ['{time}送来', 'Sent {time}'],
  waiting: ['等你看', 'Waits for you'],
  seen: ['{time}看过', 'Seen {time}'],
  open: ['打开', 'Open'],
  'open.of': ['打开：{paper}，第 {number} 题', 'Open: {paper}, question {number}'],
  again: ['再看', 'Look again'],
  'again.of': ['再看：{paper}，第 {number} 题', 'Look again: {paper}, question {number}'],

  'page.title': ['{name}的答题', 'An answer by {name}'],
  'page.unopened': [
    '还没有打开。打开以后，{name}会知道你看过，也不能再撤回。',
    'Not opened yet. Once you open it, {name} is told that you have seen it, and can take it back no more.',
  ],
  'page.stem': ['题目', 'The question'],
  'page.answer': ['答案', 'The answer'],
  'page.noText': ['没有作答', 'Nothing was written'],
  'page.points': ['采分点', 'Answer points'],
  'page.pointsLead': ['打勾的，是{name}认为自己写到的。', 'Ticked are those that {name} finds in the answer.'],
  'page.ticked': ['写到了', 'found'],
  'page.worth': ['{points} 分', 'worth {points}'],
  'page.given': ['自评 {points} / {outOf} 分', 'Own marks: {points} of {outOf}'],
  'page.notGiven': ['班级考试的主观题不自评。', 'In an exam of the cohort written answers are not marked by oneself.'],
})
