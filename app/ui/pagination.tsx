import { useT } from '~/i18n/messages.ts'
import { pieces } from '~/i18n/pieces.ts'
import { LinkButton } from './button.tsx'

type PaginationProps = {
  page: number
  pages: number
  hrefOf: (page: number) => string
}

export function Pagination({ page, pages, hrefOf }: PaginationProps) {
  const t = useT(pieces)
  if (pages <= 1) return null
  return (
    <nav className="pagination" aria-label={t('pages')}>
      <span>
        {page > 1 && (
          <LinkButton to={hrefOf(page - 1)} rel="prev" icon="left">
            {t('pages.previous')}
          </LinkButton>
        )}
      </span>
      <span>{t('pages.of', { page, pages })}</span>
      <span>
        {page < pages && (
          <LinkButton to={hrefOf(page + 1)} rel="next" icon="right">
            {t('pages.next')}
          </LinkButton>
        )}
      </span>
    </nav>
  )
}
