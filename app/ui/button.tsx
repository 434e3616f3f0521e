import { Link, type LinkProps, useNavigation } from '@remix-run/react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { useT } from '~/i18n/messages.ts'
import { shell } from '~/i18n/shell.ts'
import { Icon, type IconName } from './icon.tsx'

/** `primary`: one a view. `irreversible` only inside a confirmation. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger' | 'irreversible'

type Face = { kind?: ButtonKind; icon?: IconName; children: ReactNode; isIconOnly?: boolean }

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'children'> &
  Face & {
    /** the act is under way: said, and a second press does nothing */
    isBusy?: boolean
  }

export function Button({ kind = 'plain', icon, isIconOnly, isBusy = false, children, ...rest }: ButtonProps) {
  const t = useT(shell)
  return (
    <button
      type="button"
      {...rest}
      className="button"
      data-kind={kind}
      data-icon-only={isIconOnly || undefined}
      aria-busy={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : rest.onClick}
    >
      {icon && !isBusy && <Icon name={icon} />}
      {isBusy ? t('busy') : <Label isHidden={isIconOnly}>{children}</Label>}
    </button>
  )
}

type SubmitButtonProps = ButtonProps & {
  /** sent as `intent`: several buttons of one form are told apart by it */
  intent?: string
}

/** Submits its form; busy while this very form and intent are on the way. */
export function SubmitButton({ intent, kind = 'primary', isBusy, ...rest }: SubmitButtonProps) {
  const { state, formData } = useNavigation()
  const isOnTheWay = state !== 'idle' && formData !== undefined && (!intent || formData.get('intent') === intent)
  return (
    <Button
      type="submit"
      kind={kind}
      name={intent && 'intent'}
      value={intent}
      {...rest}
      isBusy={isBusy ?? (intent ? isOnTheWay : false)}
    />
  )
}

type LinkButtonProps = Omit<LinkProps, 'className' | 'children'> & Face

export function LinkButton({ kind = 'plain', icon, isIconOnly, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className="button" data-kind={kind} data-icon-only={isIconOnly || undefined}>
      {icon && <Icon name={icon} />}
      <Label isHidden={isIconOnly}>{children}</Label>
    </Link>
  )
}

function Label({ isHidden = false, children }: { isHidden?: boolean; children: ReactNode }) {
  return isHidden ? <span className="sr-only">{children}</span> : children
}

/** Acts of one form or page, the first one first. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="button-row">{children}</div>
}
