import type { MouseEvent, ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { LayerFrame, type Side } from './layer-frame.tsx'

type DrawerProps = { id: string; title: ReactNode; side?: Side; children: ReactNode }

/** A drawer of this page, opened by a `DrawerLink`. Without a script that link is an anchor, and `:target` shows the drawer. */
export function Drawer({ id, title, side = 'start', children }: DrawerProps) {
  return (
    <LayerFrame
      id={id}
      side={side}
      title={title}
      onFollow={(dialog) => dialog.close()}
      closeControl={(label) => (
        // biome-ignore lint/a11y/useValidAnchor: without a script it is an anchor, and closes by moving the target
        <a href="#top" className="button" data-kind="quiet" data-icon-only onClick={closeInPlace}>
          <Icon name="close" label={label} />
        </a>
      )}
    >
      {children}
    </LayerFrame>
  )
}

function closeInPlace(event: MouseEvent<HTMLElement>) {
  const dialog = event.currentTarget.closest('dialog')
  if (!dialog?.open) return
  event.preventDefault()
  dialog.close()
}

type DrawerLinkProps = { drawer: string; className?: string; children: ReactNode }

export function DrawerLink({ drawer, className = 'button', children }: DrawerLinkProps) {
  const open = (event: MouseEvent) => {
    const dialog = document.getElementById(drawer)
    if (!(dialog instanceof HTMLDialogElement)) return
    event.preventDefault()
    dialog.showModal()
  }
  return (
    <a href={`#${drawer}`} className={className} onClick={open}>
      {children}
    </a>
  )
}
