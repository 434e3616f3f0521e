import { isRouteErrorResponse } from '@remix-run/react'
import { errors as texts } from '~/i18n/errors.ts'
import { type Failure, FailureNote } from './failure-note.tsx'
import { Unreachable } from './unreachable.tsx'

type FailedProps = { error: unknown; messages?: Readonly<Record<number, string>> }

/** Says what a route threw. */
export function Failed({ error, messages = {} }: FailedProps) {
  if (isOffline(error)) return <Unreachable />
  const failure = failureOf(error)
  return <FailureNote {...failure} sentence={messages[failure.status]} />
}

/** What `fetch` throws when nobody answers, in the words of Chromium, Firefox and WebKit. */
function isOffline(error: unknown): boolean {
  return error instanceof TypeError && /failed to fetch|networkerror|load failed|importing/i.test(error.message)
}

/** What `guarded` throws is `{ code, values }`; an address that no route knows is Remix's own 404; the rest is a bug. */
function failureOf(error: unknown): Failure {
  if (!isRouteErrorResponse(error)) return { status: 500 }
  const { status } = error
  const data: unknown = error.data
  if (typeof data === 'object' && data !== null && 'code' in data && isText(data.code)) {
    return { status, code: data.code, values: 'values' in data ? valuesOf(data.values) : undefined }
  }
  return { status, code: status === 404 ? 'notFound' : undefined }
}

function isText(code: unknown): code is keyof typeof texts {
  return typeof code === 'string' && Object.hasOwn(texts, code)
}

function valuesOf(values: unknown): Failure['values'] {
  if (typeof values !== 'object' || values === null) return undefined
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  )
}
