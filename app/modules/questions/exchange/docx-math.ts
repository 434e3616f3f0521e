import { elementOf, elementsOf, textIn, type XmlElement } from './xml-tree.ts'

/** A formula of Word on one line: «(a+b)/2», «x^2», «√(y)». */
export function mathText(element: XmlElement): string {
  const part = (name: string) => {
    const found = elementOf(element, name)
    return found ? insideOf(found) : ''
  }
  switch (element.name) {
    case 'm:t':
      return textIn(element)
    case 'm:f':
      return `${grouped(part('m:num'))}/${grouped(part('m:den'))}`
    case 'm:sSup':
      return `${part('m:e')}^${grouped(part('m:sup'))}`
    case 'm:sSub':
      return `${part('m:e')}_${grouped(part('m:sub'))}`
    case 'm:sSubSup':
      return `${part('m:e')}_${grouped(part('m:sub'))}^${grouped(part('m:sup'))}`
    case 'm:rad':
      return `${part('m:deg')}√(${part('m:e')})`
    case 'm:d':
      return `(${elementsOf(element, 'm:e').map(insideOf).join(', ')})`
    case 'm:nary':
      return `${naryOf(element)}_${grouped(part('m:sub'))}^${grouped(part('m:sup'))} ${part('m:e')}`
    default:
      return /Pr$/.test(element.name) ? '' : insideOf(element)
  }
}

function insideOf(element: XmlElement): string {
  return elementsOf(element).map(mathText).join('')
}

function grouped(text: string): string {
  return [...text].length > 1 ? `(${text})` : text
}

function naryOf(element: XmlElement): string {
  return elementOf(element, 'm:naryPr', 'm:chr')?.attributes['m:val'] ?? '∫'
}
