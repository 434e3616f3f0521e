import { createHash } from 'node:crypto'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Desk } from './authoring/desk.tsx'
import { DeskProvider } from './authoring/desk.tsx'
import { TermList } from './authoring/passages.tsx'
import type { MarkedBlocks } from './blocks.ts'
import type { LessonDocument } from './document.ts'

export type DocumentSurroundings = Pick<Desk, 'term' | 'figure' | 'media' | 'link'>

/** Makes a document of a lesson's content, whichever pipeline it came through. */
export function renderDocument(
  content: ReactNode,
  marked: MarkedBlocks,
  surroundings: DocumentSurroundings,
): LessonDocument {
  const desk: Desk = {
    ...surroundings,
    optionId: (text) => `o${fingerprint(text)}`,
    islands: [],
    checks: [],
    usedTerms: new Set(),
  }
  const rendered = (node: ReactNode) => renderToStaticMarkup(<DeskProvider value={desk}>{node}</DeskProvider>)
  const body = rendered(content)
  const checks = desk.checks.map(({ why, ...check }) => ({ ...check, explanation: rendered(why) }))
  const html = body + rendered(<TermList ids={[...desk.usedTerms]} />)
  const parts = { html, outline: marked.outline, islands: desk.islands, blocks: marked.blocks, checks }
  return { hash: longFingerprint(JSON.stringify(parts)), ...parts }
}

/** Seven letters name a block in its lesson or an option in its question. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text.trim()).digest('base64url').replace(/[-_]/g, '').slice(0, 7)
}

export function longFingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
