import { defineMessages } from './messages.ts'

/** 停考年度: years in which no national exam was held. */
export const skippedYears = defineMessages({
  title: ['停考年度', 'Years without an exam'],
  lead: [
    '学员所在考区没有举行国考的年份。中级“连续两年”会跳过这些年，各级别的备考年份也顺延到下一次考试；学员的计划和班级统计马上跟着变。',
    'Years in which the national exam was not held where your trainees sit it. “Two consecutive years” leaves them out and the next exam is the one after; plans and statistics follow at once.',
  ],
  none: ['还没有登记停考年度', 'No year without an exam has been entered'],
  add: ['登记停考年度', 'Enter a year'],
  year: ['年份', 'Year'],
  level: ['级别', 'Level'],
  region: ['地区', 'Region'],
  regionAll: ['全国', 'Nationwide'],
  regionHelp: [
    '停考的范围，如“全国”或省市名。只登记本中心学员考区停考的年份。',
    'Where it was not held. Enter only years that hold for your own trainees.',
  ],
  source: ['依据', 'Source'],
  sourceHelp: [
    '官方公告的名称、文号或网址，会显示给学员和班主任。',
    'The official notice: its name, number or address. Trainees and coordinators see it.',
  ],
  save: ['登记', 'Enter'],
  saved: ['已登记。', 'Entered.'],
  revoke: ['撤销', 'Take back'],
  revokeOf: ['撤销{level} {year} 年停考', 'Take back {level}, {year}'],
  revoked: ['已撤销，这一年重新按有考试计算。', 'Taken back: plans and statistics count that year again.'],
  undo: ['恢复', 'Undo'],
})
