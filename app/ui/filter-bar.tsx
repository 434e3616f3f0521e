import { Form, Link, useSubmit } from '@remix-run/react'
import type { FormEvent, ReactNode } from 'react'
import { useT } from '~/i18n/messages.ts'
import { pieces } from '~/i18n/pieces.ts'
import { Button } from './button.tsx'

type FilterBarProps = {
  label: string
  children: ReactNode
  /** where everything is shown again; given only while something is filtered */
  clearTo?: string
}

/** A GET form: its state is the address. A choice in a list acts at once; a typed word on Enter or with the button. */
export function FilterBar({ label, children, clearTo }: FilterBarProps) {
  const t = useT(pieces)
  const submit = useSubmit()
  const actAtOnce = (event: FormEvent<HTMLFormElement>) => {
    if (event.target instanceof HTMLSelectElement) submit(event.currentTarget, { preventScrollReset: true })
  }
  return (
    <Form method="get" className="filter-bar" aria-label={label} onChange={actAtOnce} preventScrollReset>
      {children}
      <Button type="submit" icon="filter">
        {t('filter')}
      </Button>
      {clearTo && (
        <Link to={clearTo} className="button" data-kind="quiet">
          {t('filter.clear')}
        </Link>
      )}
    </Form>
  )
}
