import { defineMessages } from './messages.ts'

/** What is wrong with the files of content/exam, said to their author on the console. */
export const examPack = defineMessages({
  'pack.unreadable': [
    '这个文件不是正确的 YAML：{what}。请按提示的行检查缩进和引号。',
    'This is no valid YAML: {what}. Check indentation and quotes near that line.',
  ],
  'pack.shape': [
    '“{where}”写得不对：{what}。请对照 content/README.md 里的例子。',
    '«{where}» is not as it should be: {what}. Compare it with the example in content/README.md.',
  ],
  'pack.repeatedId': [
    '题号 {id} 用了两次。题号不能重复，请换一个新的。',
    'The id {id} is used twice. Give one of the two a new id.',
  ],
  'pack.unknownPoint': [
    '没有知识点“{point}”。请改成 syllabus/points.yaml 里有的，或先在那里加上。',
    'There is no knowledge point «{point}». Use one of syllabus/points.yaml, or add it there first.',
  ],
  'pack.key': [
    '{id}：答案不合题型。单选和判断只有一个答案，多选有 2 至 4 个，字母不能超出选项。',
    '{id}: the key does not fit the kind: one letter for single and judgement, two to four for multiple, all among the options.',
  ],
  'pack.options': ['{id}：应有 {wanted} 个选项，现在是 {found} 个。', '{id}: wants {wanted} options and has {found}.'],
  'pack.equalOptions': ['{id}：有两个选项完全一样，请改掉一个。', '{id}: two options are the same. Change one.'],
  'pack.answerPoints': [
    '{id}：采分点共 {sum} 分，不够满分 {outOf} 分。请补采分点或改满分。',
    '{id}: the answer points sum to {sum}, less than the full {outOf}. Add answer points or lower the full marks.',
  ],
  'pack.blueprint': ['试卷蓝图不成立：{what}。', 'The blueprint does not hold: {what}.'],
})
