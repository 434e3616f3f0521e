import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'plain' | 'pine' | 'amber' | 'cinnabar'

/** A short property of a thing. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="tag" data-tone={tone}>
      {children}
    </span>
  )
}

/** A state: an icon and a word, never colour alone. */
export function StateMark({ icon, tone = 'plain', children }: { icon: IconName; tone?: Tone; children: ReactNode }) {
  return (
    <span className="state" data-tone={tone}>
      <Icon name={icon} />
      {children}
    </span>
  )
}

/** How many wait; `label` says it in words. */
export function Badge({ count, label }: { count: number; label: string }) {
  if (count === 0) return null
  return (
    <span className="badge">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  )
}
