import { defineMessages } from './messages.ts'

/** A work's text, and what changed from one revision (稿) to the next. */
export const revisions = defineMessages({
  paragraph: ['第 {number} 段', 'Paragraph {number}'],
  empty: ['没有写', 'Left empty'],

  'count.changed': ['改动 {count} 段', '{count} changed'],
  'count.added': ['新增 {count} 段', '{count} added'],
  'count.removed': ['删去 {count} 段', '{count} removed'],
  same: ['这一稿和上一稿读起来一样。', 'This revision reads like the one before.'],
  'mark.changed': ['有改动', 'Changed'],
  'mark.added': ['新增', 'Added'],
  'mark.removed': ['删去', 'Removed'],
  'run.added': ['加上：', 'Added: '],
  'run.removed': ['删去：', 'Removed: '],
  'field.same': ['没有改动（{count} 段）', 'Unchanged (one paragraph)|Unchanged ({count} paragraphs)'],
  folded: ['另有 {count} 段没有改动', 'One paragraph is unchanged|{count} paragraphs are unchanged'],
})
