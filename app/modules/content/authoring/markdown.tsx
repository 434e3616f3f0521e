import { Children, type ComponentProps, type ReactNode } from 'react'
import { useDesk } from './desk.tsx'

/** Markdown's own elements, where the plain ones do not suffice. */
export function Link({ href = '', children }: { href?: string; children?: ReactNode }) {
  const link = useDesk().link(href)
  return link ? <a {...link}>{children}</a> : <span>{children}</span>
}

/** A wide table scrolls in itself, and the keyboard reaches it. */
export function Table({ id, children }: { id?: string; children?: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus (WCAG 2.1.1)
    <div className="table-scroll" id={id} tabIndex={0}>
      <table>{children}</table>
    </div>
  )
}

/** The policy refuses inline styles: a column's alignment is a data attribute. */
export function HeadCell({ align, children }: ComponentProps<'th'>) {
  // The corner above names of rows heads nothing.
  if (Children.count(children) === 0) return <td />
  return (
    <th scope="col" data-align={align}>
      {children}
    </th>
  )
}

export function Cell({ align, children }: ComponentProps<'td'>) {
  return <td data-align={align}>{children}</td>
}
