import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type NoticeTone = 'info' | 'success' | 'warn' | 'danger'
const icons: Readonly<Record<NoticeTone, IconName>> = { info: 'info', success: 'done', warn: 'warn', danger: 'stop' }

type NoticeProps = {
  tone?: NoticeTone
  title?: ReactNode
  children?: ReactNode
  /** it has come up in answer to an act: screen readers say it */
  isNews?: boolean
}

/** Stays where it is until it is no longer true: what must be read is never a toast. */
export function Notice({ tone = 'info', title, children, isNews = false }: NoticeProps) {
  return (
    <div className="notice" data-tone={tone} role={isNews ? (tone === 'danger' ? 'alert' : 'status') : undefined}>
      <Icon name={icons[tone]} />
      <div>
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
