import { cleanPhone, cleanUsername } from './person-fields.ts'

/*
 * People pasted from a sheet or a chat: one row each, «姓名、手机号或用户名、机构», separated by tabs, commas, 、 or several
 * spaces. The parser only splits and names; what a row means is decided in people-plan.ts.
 */
export type PastedRow = {
  /** line in the pasted text, from 1 */
  readonly line: number
  readonly text: string
  readonly name: string
  /** a phone, a username, or both */
  readonly accounts: readonly string[]
  readonly organisation: string
}

export type Column = 'name' | 'account' | 'organisation'

/** What heads the columns of the sheets that people keep. */
const headings: Readonly<Record<Column, RegExp>> = {
  name: /^(学员)?(姓名|名字|name)$/i,
  account: /^(手机号?码?|电话|联系电话|联系方式|用户名|账号|帐号|手机号或用户名|phone|mobile|username|account)$/i,
  organisation: /^(所在|所属)?(机构|单位|工作单位|社区|组织|organi[sz]ation|agency|unit)(名称)?$/i,
}
const usual: readonly Column[] = ['name', 'account', 'organisation']

export function parsePastedRows(text: string): readonly PastedRow[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line, at) => ({ line: at + 1, text: line.trim(), cells: cellsOf(line) }))
    .filter(({ text }) => text !== '')
  const [first] = lines
  const header = first ? headerOf(first.cells) : null
  return lines
    .slice(header ? 1 : 0)
    .map(({ line, text, cells }) => ({ line, text, ...fieldsOf(cells, header ?? usual) }))
}

/** Tabs win, because a sheet's cells may hold commas; then commas; then two spaces or more; then single spaces. */
export function cellsOf(line: string): readonly string[] {
  const separator = [/\t/, /[,，、;；]/, /\s{2,}/].find((pattern) => pattern.test(line.trim())) ?? /\s+/
  return line.trim().split(separator).map(unquoted)
}

function unquoted(cell: string): string {
  return cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replaceAll('""', '"')
    .trim()
}

function headerOf(cells: readonly string[]): readonly (Column | null)[] | null {
  const columns = cells.map((cell) => usual.find((column) => headings[column].test(cell.replace(/\s/g, ''))) ?? null)
  const isHeader = columns.includes('name') && columns.some((column) => column !== null && column !== 'name')
  return isHeader ? columns : null
}

function fieldsOf(cells: readonly string[], columns: readonly (Column | null)[]) {
  const named = (column: Column) => cells.filter((_, at) => columns[at] === column)
  const accounts = named('account')
  const organisation = named('organisation')
  // Four cells and more: somebody gave phone and username both, and the organisation comes last.
  const between = columns === usual ? cells.slice(2, -1) : []
  const extra = between.filter(isAccount)
  const places = [
    ...between.filter((cell) => !isAccount(cell)),
    ...(columns === usual ? cells.slice(2).slice(-1) : organisation),
  ]
  return {
    name: named('name').join(' '),
    accounts: [...accounts, ...extra].filter((account) => account !== ''),
    organisation: places.filter((place) => place !== '').join(' '),
  }
}

function isAccount(cell: string): boolean {
  return cleanPhone(cell) !== null || cleanUsername(cell) !== null
}
