import { AsyncLocalStorage } from 'node:async_hooks'
import { networkOf } from './address.ts'

/** Where the work at hand comes from, for the audit; use cases need not pass it on. */
export type RequestOrigin = { readonly requestId: string; readonly address: string }

const origin = new AsyncLocalStorage<RequestOrigin>()

export function withRequestOrigin<T>(from: RequestOrigin, work: () => T): T {
  return origin.run(from, work)
}

/** Null outside a request: a CLI, the demo centre, a test. */
export function requestOrigin(): { readonly requestId: string; readonly network: string } | null {
  const from = origin.getStore()
  return from ? { requestId: from.requestId, network: networkOf(from.address) } : null
}
