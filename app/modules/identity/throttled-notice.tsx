import { identity } from '~/i18n/identity.ts'
import { useT } from '~/i18n/messages.ts'
import { Notice } from '~/ui/notice.tsx'

/** Too many tries: how long to wait, and what else to do. */
export function ThrottledNotice({ seconds }: { seconds: number }) {
  const t = useT(identity)
  if (seconds === 0) return null
  return (
    <Notice tone="warn" title={t('signIn.throttled')} isNews>
      <p>{t('signIn.throttledText', { seconds, count: seconds })}</p>
    </Notice>
  )
}
