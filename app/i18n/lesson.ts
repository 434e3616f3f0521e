import { defineMessages } from './messages.ts'

/** What is said of her in a lesson's text: her answers, her notes, what she watched. The text's own words are in `lesson-text.ts`. */
export const lesson = defineMessages({
  'check.right': ['答对了。', 'Right.'],
  'check.wrong': ['还不对。', 'Not yet.'],
  'check.wasRight': ['这题你以前答对过，仍然算完成。', 'You have answered it right before; that still counts.'],
  'check.chosen': ['你选的是：', 'You chose: '],
  'check.chosenSeparator': ['；', '; '],
  'check.retry': [
    '看完解析，可以改选后再提交一次。',
    'Having read the explanation, change your answer and submit again.',
  ],
  'check.empty': ['还没有选：请先选一项，再提交。', 'Nothing chosen: choose first, then submit.'],
  'reflect.save': ['保存', 'Save'],
  'reflect.private': ['只有你自己看得到', 'Only you can read this'],
  'video.watched': ['已看 {percent}%', '{percent}% watched'],
  'text.waiting': ['正在打开课文……', 'Opening the text …'],
  'text.failed': [
    '课文没有打开。请检查网络，然后刷新页面。',
    'The text could not be opened. Check the network and reload the page.',
  ],
})
