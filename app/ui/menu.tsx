import { useLocation } from '@remix-run/react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'

type MenuProps = {
  /** inside the <summary> */
  label: ReactNode
  /** the summary's class: a button unless said otherwise */
  className?: string
  side?: 'start' | 'end' | 'above'
  children: ReactNode
}

/** Opens without a script, being <details>; the script closes it: Escape, a click elsewhere, another page. */
export function Menu({ label, className = 'button', side = 'end', children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null)
  const { key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the menu
  useEffect(() => details.current?.removeAttribute('open'), [key])
  useEffect(() => {
    const closeFromOutside = (event: Event) => {
      if (event.target instanceof Node && !details.current?.contains(event.target)) {
        details.current?.removeAttribute('open')
      }
    }
    document.addEventListener('click', closeFromOutside)
    document.addEventListener('focusin', closeFromOutside)
    return () => {
      document.removeEventListener('click', closeFromOutside)
      document.removeEventListener('focusin', closeFromOutside)
    }
  }, [])
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !details.current?.open) return
    details.current.removeAttribute('open')
    details.current.querySelector('summary')?.focus()
  }
  return (
    <details className="menu" data-side={side} ref={details} onKeyDown={closeByKey}>
      <summary className={className}>{label}</summary>
      <div className="menu-panel">{children}</div>
    </details>
  )
}
