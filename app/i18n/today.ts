import { defineMessages } from './messages.ts'

/** The sentences of 今日: the server says them, so browsers get no list. */
export const today = defineMessages({
  resume: ['接着学《{lesson}》，上次读到 {percent}%。', 'Go on with “{lesson}”: you are {percent}% through.'],
  resumeStart: ['接着学《{lesson}》，你刚刚开了头。', 'Go on with “{lesson}”, which you have just begun.'],
  start: ['下一课是《{lesson}》，大约 {time}。', 'Your next lesson is “{lesson}”, about {time}.'],
  done: ['交给你的课都学完了。', 'You have finished everything you were given.'],
  choose: ['还没有给你安排专题，可以自己选一个。', 'You have no track yet; you may choose one yourself.'],
  overdue: [
    '《{track}》已过期 {count} 天，还差 {left} 课。要延期，请和班主任说。',
    '“{track}” is {count} day overdue with {left} to go. Ask your coordinator for more time.|“{track}” is {count} days overdue with {left} to go. Ask your coordinator for more time.',
  ],
  dueToday: ['《{track}》今天到期，还差 {left} 课。', '“{track}” is due today, {left} to go.'],
  due: [
    '《{track}》还有 {count} 天到期，还差 {left} 课。',
    '“{track}” is due in {count} day, {left} to go.|“{track}” is due in {count} days, {left} to go.',
  ],
  feedback: ['有 {count} 条留言还没看。', '{count} message you have not read.|{count} messages you have not read.'],
  new: ['《{track}》新增了 {count} 课。', '“{track}” has {count} new lesson.|“{track}” has {count} new lessons.'],
  week: [
    '近七天学完 {count} 课',
    '{count} lesson finished in the last seven days|{count} lessons finished in the last seven days',
  ],
  toExam: ['距考试还有 {count} 天', '{count} day to the exam|{count} days to the exam'],
  examToday: ['今天考试', 'The exam is today'],
  practised: ['今天练了 {count} 题', '{count} question practised today|{count} questions practised today'],
  practisedNone: ['今天还没练', 'Nothing practised today'],
  daily: ['今日一练', 'Daily set'],
  wordAbout: ['关于《{lesson}》', 'About “{lesson}”'],
})
