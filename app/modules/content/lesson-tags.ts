import type { Options } from 'rehype-sanitize'
import { tones } from './language.ts'

/*
 * What a lesson written in the browser may be made of, as an HTML tree: Markdown's own elements, and elements of ours that
 * the renderer turns into the components. No class, no id, no style, no picture, no event.
 */
const id = /^[a-z][a-z0-9-]{0,63}$/

export const lessonSchema: Options = {
  tagNames: [
    ...['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'strong', 'em', 'del', 'code', 'pre', 'hr', 'br', 'a'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ...['x-callout', 'x-case', 'x-reveal', 'x-check', 'x-option', 'x-why', 'x-reflect'],
    ...['x-steps', 'x-step', 'x-compare', 'x-source', 'x-term'],
  ],
  attributes: {
    a: ['href'],
    ol: ['start'],
    th: [['align', 'left', 'center', 'right']],
    td: [['align', 'left', 'center', 'right']],
    'x-callout': [['tone', ...tones], 'title'],
    'x-case': ['title'],
    'x-reveal': ['label'],
    'x-check': [['item', id], 'question', ['optional', true]],
    'x-option': [['right', true]],
    'x-reflect': [['item', id], 'prompt'],
    'x-step': ['title'],
    'x-compare': ['caption'],
    'x-source': ['title', 'publisher', 'url', 'checkedOn'],
    'x-term': [['term', id]],
  },
  protocols: { href: ['http', 'https', 'mailto'], url: ['http', 'https'] },
  ancestors: {
    ...Object.fromEntries(['thead', 'tbody', 'tr', 'th', 'td'].map((name) => [name, ['table']])),
    'x-reveal': ['x-case'],
    'x-option': ['x-check'],
    'x-why': ['x-check'],
    'x-step': ['x-steps'],
  },
  required: {},
  clobber: [],
  strip: ['script', 'style'],
}
