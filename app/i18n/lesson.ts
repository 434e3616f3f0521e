import { defineMessages } from './messages.ts'

/** The lesson page and the components inside a lesson. Those of the static HTML stand there in both languages. */
export const lesson = defineMessages({
  'check.single': ['自测 · 单选', 'Self-check · one answer'],
  'check.multiple': ['自测 · 多选', 'Self-check · several answers'],
  'check.optional': ['（选做）', '(optional)'],
  'check.submit': ['提交答案', 'Submit answer'],
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
  'callout.note': ['记住', 'Note'],
  'callout.tip': ['窍门', 'Tip'],
  'callout.warn': ['当心', 'Take care'],
  'callout.law': ['法规', 'Law'],
  'case.kind': ['案例', 'Case'],
  'reflect.kind': ['想一想', 'Reflect'],
  'reflect.save': ['保存', 'Save'],
  'reflect.private': ['只有你自己看得到', 'Only you can read this'],
  'video.watched': ['已看 {percent}%', '{percent}% watched'],
  'source.kind': ['出处', 'Source'],
  'source.checked': ['核对于 ', 'checked '],
  'text.waiting': ['正在打开课文……', 'Opening the text …'],
  'text.failed': [
    '课文没有打开。请检查网络，然后刷新页面。',
    'The text could not be opened. Check the network and reload the page.',
  ],
  'terms.title': ['本课词语', 'Words of this lesson'],
})
