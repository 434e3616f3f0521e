import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'

export type Tab = { readonly to: string; readonly label: ReactNode; readonly isCurrent?: boolean }

/** Parts of one thing, each a page of its own: links, not widgets. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const { pathname, search } = useLocation()
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          className="tab"
          aria-current={(tab.isCurrent ?? isHere(tab.to, pathname, search)) ? 'page' : undefined}
          preventScrollReset
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}

function isHere(to: string, pathname: string, search: string): boolean {
  return to.includes('?') ? to === pathname + search : to === pathname
}
