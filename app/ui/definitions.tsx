import type { ReactNode } from 'react'

/** Facts about one thing: name and value, a hairline between. */
export function Definitions({ children }: { children: ReactNode }) {
  return <dl className="definitions">{children}</dl>
}

export function Definition({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
