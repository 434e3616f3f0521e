import { useBlocker } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useT } from '~/i18n/messages.ts'
import { practiceOffline } from '~/i18n/practice-offline.ts'
import { Button, ButtonRow } from '~/ui/button.tsx'

/** Without a network another page cannot be opened, and this one again only where it is kept: she is asked before she goes. */
export function LeaveDialog({ isHeld, isKept }: { isHeld: boolean; isKept: boolean }) {
  const t = useT(practiceOffline)
  const blocker = useBlocker(isHeld)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!isHeld || isKept) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isHeld, isKept])
  useEffect(() => {
    if (blocker.state !== 'blocked') dialog.current?.close()
    // She wanted to go, and meanwhile she can.
    else if (!isHeld) blocker.proceed()
    else if (!dialog.current?.open) dialog.current?.showModal()
  }, [blocker, isHeld])
  return (
    <dialog
      ref={dialog}
      className="layer scripted"
      data-side="middle"
      aria-labelledby="leave-title"
      onClose={() => blocker.reset?.()}
    >
      <div className="layer-head">
        <h2 id="leave-title">{t(isKept ? 'leave.titleKept' : 'leave.title')}</h2>
      </div>
      <div className="layer-body stack">
        <p>{t(isKept ? 'leave.textKept' : 'leave.text')}</p>
        <ButtonRow>
          <Button kind="primary" onClick={() => blocker.reset?.()}>
            {t('leave.stay')}
          </Button>
          <Button kind="quiet" onClick={() => blocker.proceed?.()}>
            {t('leave.go')}
          </Button>
        </ButtonRow>
      </div>
    </dialog>
  )
}
