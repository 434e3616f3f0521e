import { useT } from '~/i18n/messages.ts'
import { pieces } from '~/i18n/pieces.ts'

/** In place of text that is on its way; unseen for the first 300 ms. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const t = useT(pieces)
  return (
    <div className="skeleton" role="status">
      <span className="sr-only">{t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines without content
        <span key={line} aria-hidden="true" />
      ))}
    </div>
  )
}
