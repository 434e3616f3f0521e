import { defineMessages } from './messages.ts'

/** Searching lessons, and the glossary. */
export const search = defineMessages({
  title: ['搜索', 'Search'],
  titleOf: ['“{query}”的搜索结果', 'Found for “{query}”'],
  lead: ['在课文、标题和词语表里找。', 'Looks through lessons, titles and the glossary.'],
  label: ['找什么', 'What to look for'],
  submit: ['搜索', 'Search'],
  found: ['“{query}”：{lessons} 课，{terms} 个词语', '“{query}”: lessons {lessons}, words {terms}'],
  loose: ['没有完全符合“{query}”的内容，下面是部分符合的。', 'Nothing holds all of “{query}”; these hold part of it.'],
  none: ['没有找到“{query}”', 'Nothing found for “{query}”'],
  noneHint: ['换一个短一点的词试试，例如“接案”“同理心”。', 'Try a shorter word, such as 接案 or 同理心.'],
  terms: ['词语', 'Words'],
  lessons: ['课文', 'Lessons'],
  glossary: ['词语表', 'Glossary'],
  glossaryLead: ['课文里用到的专业词语，共 {count} 个。', 'Professional words used in the lessons: {count}.'],
  glossaryEmpty: ['词语表还是空的', 'The glossary is still empty'],
})
