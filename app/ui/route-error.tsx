import { useRouteError } from '@remix-run/react'
import { lazy, Suspense } from 'react'
import { Frame } from './frame.tsx'
import { Unreachable } from './unreachable.tsx'

type RouteErrorProps = {
  /** this page's own sentences by status, already in words */
  messages?: Readonly<Record<number, string>>
}

/** Sentences and drawings of failures are loaded when something has failed; when they cannot be, the network is what has. */
const Failed = lazy(() =>
  import('./failed.tsx').then(
    ({ Failed }) => ({ default: Failed }),
    () => ({ default: Unreachable }),
  ),
)

/** In place of a page that failed. */
export function RouteError({ messages }: RouteErrorProps) {
  const error = useRouteError()
  return (
    <Frame>
      <Suspense>
        <Failed error={error} messages={messages} />
      </Suspense>
    </Frame>
  )
}
