import { networkOf } from './address.ts'
import { Scope } from './scope.server.ts'

/** Where the work at hand comes from, for the audit; use cases need not pass it on. */
export type RequestOrigin = { readonly requestId: string; readonly address: string }

const origin = new Scope<RequestOrigin>()

export function withRequestOrigin<T>(from: RequestOrigin, work: () => Promise<T>): Promise<T> {
  return origin.run(from, work)
}

/** Null outside a request: a CLI, the demo centre, a test. */
export function requestOrigin(): { readonly requestId: string; readonly network: string } | null {
  const from = origin.get()
  return from ? { requestId: from.requestId, network: networkOf(from.address) } : null
}
