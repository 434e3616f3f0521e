import { DomainError } from '~/platform/errors.ts'
import { open } from '~/platform/guarded.server.ts'
import { RouteError } from '~/ui/route-error.tsx'

/** An address that nobody knows. It is a route so that whoever is signed in meets it in her own frame. */
export const loader = open(() => {
  throw new DomainError('notFound')
})

export default function UnknownRoute() {
  return null
}

export function ErrorBoundary() {
  return <RouteError />
}
