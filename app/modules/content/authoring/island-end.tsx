import { createElement } from 'react'
import { islandTag } from '../document.ts'

/** Marks where the document is cut for the reader's own slot. */
export function IslandEnd() {
  return createElement(islandTag)
}
