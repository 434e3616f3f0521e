import type { LinksFunction, MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { LocaleProvider } from '~/i18n/messages.ts'
import { open } from '~/platform/guarded.server.ts'
import { PageScripts } from '~/ui/page-scripts.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import './app.css'

export const links: LinksFunction = () => [{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }]

export const meta: MetaFunction = () => [{ title: '育才 Yucai' }]

/** What the frame of every page needs: language, theme and who is here. */
export const loader = open(async ({ context }) => {
  const actor = await context.actor()
  return {
    locale: actor?.locale ?? context.visitorLocale,
    theme: actor?.theme ?? 'system',
    largePrint: actor?.largePrint ?? false,
    person: actor ? { name: actor.name, roles: actor.roles } : null,
    isInsecureSite: context.isInsecureSite,
  }
})

/** The frame changes only when somebody signs in or out or changes her profile: every such act is a form post. */
export function shouldRevalidate({
  formMethod,
  defaultShouldRevalidate,
}: {
  formMethod?: string
  defaultShouldRevalidate: boolean
}) {
  return formMethod !== undefined && defaultShouldRevalidate
}

export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>('root')
  const locale = frame?.locale ?? 'zh-CN'
  return (
    <html lang={locale} data-theme={frame?.theme ?? 'system'} data-print={frame?.largePrint ? 'large' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleProvider value={locale}>{children}</LocaleProvider>
        <PageScripts />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <RouteError />
}
