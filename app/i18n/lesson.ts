import { defineMessages } from './messages.ts'

/** The lesson page and the components inside a lesson. Those of the static HTML stand there in both languages. */
export const lesson = defineMessages({
  'check.single': ['自测 · 单选', 'Self-check · one answer'],
  'check.multiple': ['自测 · 多选', 'Self-check · several answers'],
  'check.optional': ['（选做）', '(optional)'],
  'check.submit': ['提交答案', 'Submit answer'],
  'callout.note': ['记住', 'Note'],
  'callout.tip': ['窍门', 'Tip'],
  'callout.warn': ['当心', 'Take care'],
  'callout.law': ['法规', 'Law'],
  'case.kind': ['案例', 'Case'],
  'reflect.kind': ['想一想', 'Reflect'],
  'source.kind': ['出处', 'Source'],
  'source.checked': ['核对于 ', 'checked '],
  'text.waiting': ['正在打开课文……', 'Opening the text …'],
  'text.failed': [
    '课文没有打开。请检查网络，然后刷新页面。',
    'The text could not be opened. Check the network and reload the page.',
  ],
  'terms.title': ['本课词语', 'Words of this lesson'],
})
