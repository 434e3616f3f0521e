import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

/** A few big numbers, each with the words that make it a sentence and the way to its rows. */
export function Figures({ children }: { children: ReactNode }) {
  return <ul className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3">{children}</ul>
}

export function Figure({ count, to, children }: { count: number; to: string; children: ReactNode }) {
  return (
    <li>
      <Link to={to} className="row-link block min-h-11">
        <span className="figure-number">{count}</span> <span className="text-ink-2">{children}</span>
      </Link>
    </li>
  )
}
