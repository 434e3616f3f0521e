import { defineMessages } from './messages.ts'

/**
 * Words of a lesson that only the server writes; browsers get no list. Those inside a document stand in its HTML in both
 * languages, because it is the same for everybody.
 */
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
  'lesson.doneOn': ['{day}学完，计 {time}。', 'Finished {day}, counted {time}.'],
})
