import { forwardRef, type MouseEvent, type ReactNode, useId } from 'react'
import { useT } from '~/i18n/messages.ts'
import { pieces } from '~/i18n/pieces.ts'

export type Side = 'start' | 'end' | 'bottom' | 'middle'

type LayerFrameProps = {
  id?: string
  side: Side
  title: ReactNode
  isOpen?: boolean
  closeControl: (label: string) => ReactNode
  onClose?: () => void
  /** a link inside was followed */
  onFollow?: (dialog: HTMLDialogElement) => void
  children: ReactNode
}

/** What drawers and dialogs share: a <dialog> with a head, closed by a click beside it (and by Escape, which is the browser's). */
export const LayerFrame = forwardRef<HTMLDialogElement, LayerFrameProps>(function LayerFrame(props, ref) {
  const t = useT(pieces)
  const titleId = useId()
  const onClick = (event: MouseEvent<HTMLDialogElement>) => {
    const { target, currentTarget } = event
    if (target === currentTarget) currentTarget.close()
    else if (target instanceof Element && target.closest('.layer-body a')) props.onFollow?.(currentTarget)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={ref}
      id={props.id}
      className="layer"
      data-side={props.side}
      open={props.isOpen}
      aria-labelledby={titleId}
      onClose={props.onClose}
      onClick={onClick}
    >
      <div className="layer-head">
        <h2 id={titleId}>{props.title}</h2>
        {props.closeControl(t('close'))}
      </div>
      <div className="layer-body">{props.children}</div>
    </dialog>
  )
})
