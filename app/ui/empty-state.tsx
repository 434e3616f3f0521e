import type { ReactNode } from 'react'

type EmptyStateProps = {
  /** a drawing of `drawings.tsx` */
  drawing?: ReactNode
  title: ReactNode
  children?: ReactNode
  /** one act */
  act?: ReactNode
}

/** Nothing here yet: one drawing, one sentence, one act. */
export function EmptyState({ drawing, title, children, act }: EmptyStateProps) {
  return (
    <div className="empty">
      {drawing}
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {act}
    </div>
  )
}
