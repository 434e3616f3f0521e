import { defineMessages } from './messages.ts'

/** Our words inside a document. It is the same for everybody, so they stand in its HTML in both languages; browsers get no list. */
export const lessonText = defineMessages({
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
  'terms.title': ['本课词语', 'Words of this lesson'],
})
