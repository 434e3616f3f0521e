import { defineMessages } from './messages.ts'

/** Approving many questions at a sitting: each is read in full, and each stands or falls by itself. */
export const reviewQueue = defineMessages({
  title: ['批量审核', 'Review'],
  lead: [
    '这里列出等待审核、不是你写的题。逐题看完，勾选，一次通过或退回。',
    'Questions that wait for approval and are not yours. Read each, tick it, and decide on all that are ticked.',
  ],
  count: ['待审 {count} 题', 'One question waits|{count} questions wait'],
  own: [
    '另有 {count} 题是你写的，要由别的同事审核。',
    'One more is yours: somebody else reviews it.|{count} more are yours: somebody else reviews them.',
  ],
  none: ['没有等你审核的题', 'Nothing waits for you'],
  'none.hint': ['有人提交题目以后，会出现在这里。', 'What somebody proposes appears here.'],
  'none.filtered': ['这一科没有等你审核的题。', 'Nothing waits for you in this subject.'],
  choose: ['选择 {id}', 'Choose {id}'],
  chooseAll: ['全选这一页', 'Choose all on this page'],
  version: ['第 {number} 版', 'Version {number}'],
  revised: [
    '修改：学员现在看到的是第 {active} 版，通过后换成第 {number} 版。',
    'A change: trainees are asked version {active}; version {number} takes its place.',
  ],
  wrote: ['{name} 写于 {day}', 'by {name}, {day}'],
  note: ['改动说明：{note}', 'What has changed: {note}'],
  chapter: ['第 {no} 章 {title}', '{no}. {title}'],
  noChapter: ['不在现行大纲中', 'not in the current syllabus'],
  difficulty: ['难度 {level}', 'difficulty {level}'],
  source: ['来源：{source}', 'source: {source}'],
  laws: ['法条：{laws}', 'laws: {laws}'],
  open: ['单独打开', 'Open it'],
  acts: ['处理勾选的题', 'Decide on what is ticked'],
  approve: ['通过勾选的', 'Approve'],
  return: ['退回勾选的', 'Return'],
  reason: ['退回理由', 'Reason for returning'],
  reasonHelp: ['退回时要写，作者会看到。', 'Needed to return them; their authors read it.'],
  approved: ['已通过 {count} 题。', 'One question is approved.|{count} questions are approved.'],
  returned: ['已退回 {count} 题。', 'One question is returned.|{count} questions are returned.'],
  refused: ['有 {count} 题没有处理：', 'One question was not decided on:|{count} questions were not decided on:'],
  'fault.own': ['{id}：是你自己写的，要由别人审核', '{id}: it is yours, somebody else has to approve it'],
  'fault.newer': [
    '{id}：刚刚有人保存了更新的一版，请看过新版再决定',
    '{id}: somebody has just saved a newer version; read that first',
  ],
  'fault.notWaiting': ['{id}：已经有人处理过了', '{id}: somebody has decided already'],
  'fault.points': ['{id}：还没有选知识点，请退回给作者', '{id}: it has no knowledge point; return it to its author'],
  'fault.gone': ['{id}：没有这道题', '{id}: there is no such question'],
})
