import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import type { Actor } from '~/modules/identity/actor.ts'
import { testNow } from './people.ts'

const origin = 'http://localhost:3000'

type Asked = {
  /** null: nobody is signed in */
  readonly actor: Actor | null
  readonly path: string
  readonly params?: Readonly<Record<string, string>>
  /** makes it a POST */
  readonly form?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

/** The arguments that Remix gives to a loader or an action, with a load context like the server's. */
export function routeArgs({ actor, path, params = {}, form, headers = {} }: Asked): LoaderFunctionArgs {
  const context: AppLoadContext = {
    ...{ requestId: 'test', nonce: 'test', now: testNow, address: '127.0.0.1', visitorLocale: 'zh-CN' },
    ...{ hasGallery: false, keepsPages: true, isSecure: false, isInsecureSite: false, publicOrigin: origin },
    ...{ dataDir: '/tmp', databaseUrl: '', documents: new Map(), ownFields: [], ownParams: [], setCookie: () => {} },
    actor: async () => actor,
  }
  const body = form && new URLSearchParams(form)
  const request = new Request(origin + path, { method: body ? 'POST' : 'GET', body, headers })
  return { request, params: { ...params }, context }
}

/** What a loader or action says, whether it returns or throws: a status, and what comes with it. */
export async function answerOf(
  run: Promise<unknown> | unknown,
): Promise<{ status: number; location: string | null; data: unknown }> {
  const answer = await Promise.resolve(run).catch((thrown: unknown) => {
    if (thrown instanceof Error) throw thrown
    return thrown
  })
  if (answer instanceof Response) {
    return { status: answer.status, location: answer.headers.get('Location'), data: await answer.text() }
  }
  if (isDataWithStatus(answer)) return { status: answer.init?.status ?? 200, location: null, data: answer.data }
  return { status: 200, location: null, data: answer }
}

function isDataWithStatus(answer: unknown): answer is { data: unknown; init: { status?: number } | null } {
  return typeof answer === 'object' && answer !== null && 'type' in answer && answer.type === 'DataWithResponseInit'
}
