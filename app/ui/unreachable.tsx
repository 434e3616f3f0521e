import { useT } from '~/i18n/messages.ts'
import { shell } from '~/i18n/shell.ts'
import { Button } from './button.tsx'

/** The server does not answer. It is on every page, because nothing can be loaded any more. */
export function Unreachable() {
  const t = useT(shell)
  return (
    <div className="empty">
      <h1>{t('unreachable')}</h1>
      <p>{t('unreachable.text')}</p>
      <Button kind="primary" onClick={() => window.location.reload()}>
        {t('unreachable.reload')}
      </Button>
    </div>
  )
}
