/**
 * What a violation report says, without the addresses of pages: directive and the blocked thing's origin or kind.
 * Both shapes are understood: `report-uri` (one object) and `report-to` (a list). Anything else is null.
 */
export type CspViolation = { readonly directive: string; readonly blocked: string }

export function violationsIn(report: unknown): readonly CspViolation[] {
  const bodies = Array.isArray(report) ? report.map((entry) => field(entry, 'body')) : [field(report, 'csp-report')]
  return bodies.slice(0, 10).flatMap((body) => {
    const directive =
      field(body, 'effectiveDirective') ?? field(body, 'effective-directive') ?? field(body, 'violated-directive')
    const blocked = field(body, 'blockedURL') ?? field(body, 'blocked-uri')
    return typeof directive === 'string' ? [{ directive: directive.slice(0, 60), blocked: originOf(blocked) }] : []
  })
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function originOf(blocked: unknown): string {
  if (typeof blocked !== 'string') return ''
  return URL.canParse(blocked) ? new URL(blocked).origin.slice(0, 100) : blocked.slice(0, 30)
}
