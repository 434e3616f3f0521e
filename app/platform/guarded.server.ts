import { type ActionFunctionArgs, type AppLoadContext, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { paths } from '~/paths.ts'
import { DomainError, statusOf } from './errors.ts'

/** Who is signed in; the shape is the identity module's, handed over through the load context. */
type Actor = NonNullable<Awaited<ReturnType<AppLoadContext['actor']>>>
type RouteArgs = LoaderFunctionArgs | ActionFunctionArgs

export type OpenArgs = Omit<RouteArgs, 'context'> & { context: AppLoadContext; now: Date }
export type GuardedArgs = OpenArgs & { actor: Actor }

/**
 * Every loader and action is `guarded` or, said aloud, `open`: a parent's loader protects nothing, because each can be
 * asked for alone. Visitors are sent to sign in; those who may not get the same 404 as for what does not exist.
 */
export function guarded<Result>(
  may: (actor: Actor) => boolean,
  handler: (args: GuardedArgs) => Promise<Result> | Result,
): (args: RouteArgs) => Promise<Result> {
  return asRoute(async (args) => {
    const actor = await args.context.actor()
    if (!actor) throw redirect(paths.login(returnPath(args.request)))
    if (!may(actor)) throw new DomainError('notFound')
    return handler({ ...args, actor })
  })
}

/** For what visitors may do: sign in, use a one-time code, report a CSP violation. */
export function open<Result>(
  handler: (args: OpenArgs) => Promise<Result> | Result,
): (args: RouteArgs) => Promise<Result> {
  return asRoute(async (args) => handler(args))
}

function asRoute<Result>(run: (args: OpenArgs) => Promise<Result>): (args: RouteArgs) => Promise<Result> {
  return async (args) => {
    try {
      return await run({ ...args, now: args.context.now })
    } catch (thrown) {
      if (thrown instanceof DomainError) throw asResponse(thrown)
      throw thrown
    }
  }
}

function asResponse(error: DomainError) {
  const retry = error.values.retryAfterSeconds
  const headers = retry === undefined ? undefined : { 'Retry-After': String(retry) }
  return data({ code: error.code, values: error.values }, { status: statusOf(error.code), headers })
}

/** Where to go after sign-in: the page itself, never a data request or the target of a form. */
function returnPath(request: Request): string {
  const url = new URL(request.url)
  const path = url.pathname.replace(/\.data$/, '').replace(/\/_root$/, '/')
  url.searchParams.delete('_routes')
  return request.method === 'GET' ? path + url.search : path
}
