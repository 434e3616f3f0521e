import { Link } from '@remix-run/react'
import { type ReactNode, useId } from 'react'
import { Icon } from './icon.tsx'

type TableProps = {
  caption: ReactNode
  /** the caption is said elsewhere on the page: only heard */
  isCaptionHidden?: boolean
  /** cells of the head row */
  head: ReactNode
  /** rows of the body */
  children: ReactNode
  foot?: ReactNode
  /** the first column stays in sight when the table scrolls sideways */
  isFirstSticky?: boolean
  /** many rows: the table scrolls in itself, its head stays in sight */
  isTall?: boolean
}

/** A table scrolls in itself, never the page, and the keyboard reaches it. */
export function Table({ caption, isCaptionHidden, head, children, foot, isFirstSticky, isTall }: TableProps) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus (WCAG 2.1.1)
    // biome-ignore lint/a11y/useSemanticElements: a <section> would be a second heading level
    <div className="table-scroll" data-tall={isTall || undefined} role="region" aria-labelledby={id} tabIndex={0}>
      <table className="table" data-sticky-first={isFirstSticky || undefined}>
        <caption id={id}>{isCaptionHidden ? <span className="sr-only">{caption}</span> : caption}</caption>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  )
}

type HeadCellProps = {
  children: ReactNode
  align?: 'end' | 'center'
  /** where a click on the head leads, and how the rows stand now */
  sort?: { readonly to: string; readonly direction?: 'ascending' | 'descending' }
}

export function HeadCell({ children, align, sort }: HeadCellProps) {
  return (
    <th scope="col" data-align={align} aria-sort={sort?.direction}>
      {sort ? (
        <Link to={sort.to} preventScrollReset>
          {children}
          {sort.direction && <Icon name={sort.direction === 'ascending' ? 'up' : 'down'} />}
        </Link>
      ) : (
        children
      )}
    </th>
  )
}

/** Instead of a table without rows: one sentence, and what one may do. */
export function TableEmpty({ children }: { children: ReactNode }) {
  return <div className="table-empty">{children}</div>
}
