import type { ReactNode } from 'react'
import { Breadcrumb, type Crumb } from './breadcrumb.tsx'

type PageHeaderProps = {
  title: ReactNode
  /** one sentence */
  lead?: ReactNode
  crumbs?: readonly Crumb[]
  /** at the end of the line: one primary act at most */
  acts?: ReactNode
}

export function PageHeader({ title, lead, crumbs, acts }: PageHeaderProps) {
  return (
    <header>
      {crumbs && <Breadcrumb crumbs={crumbs} />}
      <div className="page-header">
        <div>
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {acts && <div className="button-row">{acts}</div>}
      </div>
    </header>
  )
}
