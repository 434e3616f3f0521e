import { strToU8, zipSync } from 'fflate'

/* Documents as Word and WPS write them, made of as little XML as they accept. */
export const w = {
  p: (...inside: readonly string[]) => `<w:p>${inside.join('')}</w:p>`,
  t: (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`,
  numbered: (numId: number, level: number, text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`,
  styled: (style: string, text: string) =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`,
  row: (...cells: readonly string[]) =>
    `<w:tr>${cells.map((cell) => `<w:tc><w:p><w:r><w:t>${cell}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`,
  picture: (relation: string, name: string) =>
    `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="${name}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
}

const spaces = [
  ...[
    'w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
    'r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  ],
  ...[
    'a="urn:a"',
    'wp="urn:wp"',
    'pic="urn:pic"',
    'mc="urn:mc"',
    'wps="urn:wps"',
    'v="urn:v"',
    'm="urn:m"',
    'o="urn:o"',
  ],
]
  .map((one) => `xmlns:${one}`)
  .join(' ')

export type DocxSource = {
  readonly body: readonly string[]
  readonly numbering?: string
  readonly styles?: string
  readonly relations?: string
  readonly files?: Readonly<Record<string, Uint8Array>>
}

export function docxOf({ body, numbering, styles, relations = '', files = {} }: DocxSource): Uint8Array {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`
  const xml = (root: string, inside: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><${root} ${spaces}>${inside}</${root}>`)
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': xml('Relationships', relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': xml('w:document', `<w:body>${body.join('')}<w:sectPr/></w:body>`),
    'word/_rels/document.xml.rels': xml(
      'Relationships',
      `${numbering ? relation('rIdN', 'numbering', 'numbering.xml') : ''}${styles ? relation('rIdS', 'styles', 'styles.xml') : ''}${relations}`,
    ),
    ...(numbering ? { 'word/numbering.xml': xml('w:numbering', numbering) } : {}),
    ...(styles ? { 'word/styles.xml': xml('w:styles', styles) } : {}),
    ...files,
  })
}

/** A list definition: levels as [format, text]. */
export function listOf(id: number, ...levels: ReadonlyArray<readonly [format: string, text: string]>): string {
  const all = levels.map(
    ([format, text], at) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
  )
  return `<w:abstractNum w:abstractNumId="${id}">${all.join('')}</w:abstractNum>`
}

export function numOf(numId: number, list: number, restarts = false): string {
  const override = restarts ? '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' : ''
  return `<w:num w:numId="${numId}"><w:abstractNumId w:val="${list}"/>${override}</w:num>`
}
