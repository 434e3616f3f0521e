import { StoredText } from './authored.schema.ts'
import { documentOfTree } from './authored-document.server.tsx'
import type { LessonDocument } from './document.ts'
import { isLessonTree } from './lesson-markdown.ts'
import { storedLibrary } from './library.server.ts'
import { longFingerprint } from './render-document.server.tsx'
import type { Tree } from './tree.ts'

/** Rises when the tree of a lesson changes its shape. */
export const compilerVersion = 1

export function packText(tree: Tree): string {
  return JSON.stringify({ compilerVersion, tree })
}

/** Names a text, whatever its title: the hash of what is stored. */
export function hashOfText(packed: string): string {
  return longFingerprint(packed)
}

/**
 * Makes the document of a stored text. Null when the row is not what the compiler wrote: another hash, another shape, a
 * node outside of the list. Such a text is not shown at all.
 */
export function openText(packed: string, hash: string): LessonDocument | null {
  if (hashOfText(packed) !== hash) return null
  const parsed = StoredText.safeParse(jsonOf(packed))
  if (!parsed.success || !isLessonTree(parsed.data.tree)) return null
  return { ...documentOfTree(parsed.data.tree, storedLibrary().glossary), hash }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
