import type { NumberPlace } from './docx-numbering.ts'
import { elementOf, elementsOf, type XmlElement } from './xml-tree.ts'

/** Where paragraphs of a style are numbered: by the style itself or one that it is based on. */
export function numberedStyles(styles: XmlElement | null): (style: string) => NumberPlace | null {
  const byId = new Map(elementsOf(styles, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]))
  return (style) => {
    let found = byId.get(style)
    // Styles that are based on each other would go round for ever.
    for (let step = 0; found && step < 20; step++) {
      const numbered = elementOf(found, 'w:pPr', 'w:numPr')
      const numId = elementOf(numbered, 'w:numId')?.attributes['w:val']
      if (numId !== undefined) return { numId, level: Number(elementOf(numbered, 'w:ilvl')?.attributes['w:val'] ?? 0) }
      found = byId.get(elementOf(found, 'w:basedOn')?.attributes['w:val'] ?? '')
    }
    return null
  }
}
