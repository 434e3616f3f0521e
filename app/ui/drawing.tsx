import type { ReactNode } from 'react'

/** A line drawing for a page without content: ink, one accent. */
export function Drawing({ children }: { children: ReactNode }) {
  return (
    <svg className="drawing empty-drawing" viewBox="0 0 160 112" aria-hidden="true">
      {children}
    </svg>
  )
}
