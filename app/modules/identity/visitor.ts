import type { LoadContext } from '~/load-context.ts'
import type { Actor } from './actor.ts'

/** Who stands at the door: where from, with what, and signed in as whom in this browser. */
export type Visitor = {
  readonly address: string
  readonly userAgent: string | null
  readonly isSecure: boolean
  /** the session of this browser, if there is one: it ends when a new one begins */
  readonly formerSessionId: string | null
}

export function visitorOf(
  request: Request,
  context: Pick<LoadContext, 'address' | 'isSecure'>,
  actor: Actor | null,
): Visitor {
  return {
    address: context.address,
    userAgent: request.headers.get('User-Agent'),
    isSecure: context.isSecure,
    formerSessionId: actor?.sessionId ?? null,
  }
}
