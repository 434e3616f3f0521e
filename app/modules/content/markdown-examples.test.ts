import { expect, test } from 'vitest'
import { compileLessonMarkdown } from './lesson-markdown.ts'
import { markdownExamples } from './markdown-examples.ts'

const surroundings = { terms: { 接案: 'jiean' }, anchors: { 'what-is-social-work': [] } }

test.each([0, 1] as const)('all that the help shows can be written so, in language %s', (language) => {
  const source = markdownExamples.map(({ written }) => written[language]).join('\n\n')
  expect(compileLessonMarkdown(source, surroundings).problems).toEqual([])
})
