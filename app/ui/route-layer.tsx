import { Link, useNavigate } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from './icon.tsx'
import { LayerFrame, type Side } from './layer-frame.tsx'

type RouteLayerProps = {
  title: ReactNode
  side?: Side
  /** the page beneath: where closing leads */
  closeTo: string
  children: ReactNode
}

/**
 * A drawer or dialog with an address of its own: the page beneath stays, a child route renders this. Without a script it
 * stands open in the page; with one it becomes modal, and Escape or a click beside it leads back.
 */
export function RouteLayer({ title, side = 'end', closeTo, children }: RouteLayerProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const navigate = useNavigate()
  useEffect(() => {
    const layer = dialog.current
    layer?.removeAttribute('open')
    layer?.showModal()
    return () => layer?.close()
  }, [])
  return (
    <LayerFrame
      ref={dialog}
      side={side}
      title={title}
      isOpen
      // The event comes late: a layer that was opened again in the meantime stays.
      onClose={() => {
        if (dialog.current && !dialog.current.open) navigate(closeTo, { preventScrollReset: true })
      }}
      closeControl={(label) => (
        <Link to={closeTo} className="button" data-kind="quiet" data-icon-only preventScrollReset>
          <Icon name="close" label={label} />
        </Link>
      )}
    >
      {children}
    </LayerFrame>
  )
}
