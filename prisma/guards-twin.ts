type Check = { readonly table: string; readonly name: string; readonly condition: string }

const checkPattern = /^ALTER TABLE "(\w+)" ADD CONSTRAINT "(\w+)" CHECK \((.+)\);$/gm
const refusalPattern =
  /^CREATE TRIGGER "(\w+)" BEFORE (.+) ON "(\w+)" FOR EACH ROW EXECUTE FUNCTION guard_refuse\(\);$/gm

/**
 * The guards for SQLite, from those for PostgreSQL. SQLite cannot add a CHECK to a table that exists, so each table gets two
 * triggers that hold the same conditions; NULL passes a trigger's WHERE NOT (…) just as it passes a CHECK.
 */
export function sqliteGuards(postgresql: string): string {
  const checks = [...postgresql.matchAll(checkPattern)].map(
    ([, table = '', name = '', condition = '']): Check => ({ table, name, condition }),
  )
  const refusals = [...postgresql.matchAll(refusalPattern)].flatMap(([, name = '', events = '', table = '']) =>
    events.split(' OR ').map((event) => refusal(table, name, event)),
  )
  return [
    '-- Made from guards.postgresql.sql by `npm run migrate -- catalogue`.\n',
    ...[...groupByTable(checks)].flatMap(([table, own]) => checkTriggers(table, own)),
    ...refusals,
  ].join('\n')
}

function groupByTable(checks: readonly Check[]): ReadonlyMap<string, readonly Check[]> {
  const tables = [...new Set(checks.map(({ table }) => table))]
  return new Map(tables.map((table) => [table, checks.filter((check) => check.table === table)]))
}

function checkTriggers(table: string, checks: readonly Check[]): readonly string[] {
  const lines = checks.map(({ name, condition }) => {
    const onNewRow = condition.replace(/"(\w+)"/g, 'NEW."$1"')
    return `  SELECT RAISE(ABORT, '${name}') WHERE NOT (${onNewRow});\n`
  })
  return ['INSERT', 'UPDATE'].map(
    (event) =>
      `CREATE TRIGGER "${table}_checks_${event.toLowerCase()}" BEFORE ${event} ON "${table}" BEGIN\n${lines.join('')}END;\n`,
  )
}

function refusal(table: string, name: string, event: string): string {
  const verb = event.split(' ')[0]
  return (
    `CREATE TRIGGER "${name}_${verb?.toLowerCase()}" BEFORE ${event} ON "${table}" BEGIN\n` +
    `  SELECT RAISE(ABORT, '${table} refuses ${verb}');\nEND;\n`
  )
}
