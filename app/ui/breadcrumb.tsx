import { Link } from '@remix-run/react'
import { useT } from '~/i18n/messages.ts'
import { pieces } from '~/i18n/pieces.ts'

export type Crumb = { readonly to: string; readonly label: string }

/** The places above this page; the page itself is its heading. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useT(pieces)
  return (
    <nav className="breadcrumb" aria-label={t('breadcrumb')}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{crumb.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
