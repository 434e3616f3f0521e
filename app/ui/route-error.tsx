import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { errors as texts } from '~/i18n/errors.ts'
import { useT } from '~/i18n/messages.ts'
import { shell } from '~/i18n/shell.ts'
import { paths } from '~/paths.ts'
import { Button, LinkButton } from './button.tsx'
import { RoadEnds, TeaBreak } from './drawings.tsx'
import { Frame } from './frame.tsx'

type RouteErrorProps = {
  /** this page's own sentences by status, already in words */
  messages?: Readonly<Record<number, string>>
}

/** In place of a page that failed: what happened, what is safe, what to do. */
export function RouteError({ messages = {} }: RouteErrorProps) {
  const failure = failureOf(useRouteError())
  const t = useT(shell)
  const say = useT(texts)
  const sentence =
    messages[failure.status] ?? (failure.code ? say(failure.code, failure.values) : t('error.brokenText'))
  const mayPass = failure.status >= 500 || failure.status === 429
  return (
    <Frame>
      <div className="empty">
        {mayPass ? <TeaBreak /> : <RoadEnds />}
        <h1>{t(`error.${titleOf(failure.status)}`)}</h1>
        <p>{sentence}</p>
        <div className="button-row">
          {mayPass && (
            <span className="scripted">
              <Button kind="primary" onClick={() => window.location.reload()}>
                {t('error.reload')}
              </Button>
            </span>
          )}
          <LinkButton to={paths.home()} kind={mayPass ? 'quiet' : 'primary'} reloadDocument>
            {t('error.home')}
          </LinkButton>
        </div>
      </div>
    </Frame>
  )
}

type Failure = {
  readonly status: number
  readonly code?: keyof typeof texts
  readonly values: Readonly<Record<string, string | number>>
}

/** What `guarded` throws is `{ code, values }`; an address that no route knows is Remix's own 404; the rest is a bug. */
function failureOf(error: unknown): Failure {
  if (!isRouteErrorResponse(error)) return { status: 500, values: {} }
  const { status } = error
  const data: unknown = error.data
  if (typeof data === 'object' && data !== null && 'code' in data && isText(data.code)) {
    return { status, code: data.code, values: 'values' in data ? valuesOf(data.values) : {} }
  }
  return { status, code: status === 404 ? 'notFound' : undefined, values: {} }
}

function isText(code: unknown): code is keyof typeof texts {
  return typeof code === 'string' && Object.hasOwn(texts, code)
}

function valuesOf(values: unknown): Failure['values'] {
  if (typeof values !== 'object' || values === null) return {}
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  )
}

function titleOf(status: number) {
  switch (status) {
    case 404:
      return 'notFound'
    case 403:
      return 'refused'
    case 409:
      return 'conflict'
    case 410:
      return 'gone'
    case 413:
    case 415:
    case 422:
      return 'invalid'
    case 429:
    case 503:
      return 'busy'
    default:
      return 'broken'
  }
}
