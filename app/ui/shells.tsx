import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useT } from '~/i18n/messages.ts'
import { shell } from '~/i18n/shell.ts'
import { Wordmark } from './brand.tsx'
import { type NavItem, NavLinks } from './nav-item.tsx'
import { LanguageSwitch } from './person-menu.tsx'

type ShellProps = {
  items: readonly NavItem[]
  personMenu: ReactNode
  isInsecureSite?: boolean
  children: ReactNode
}

/** For those who learn: a bar at the thumb, from 900 px a rail. */
export function TraineeShell({ items, personMenu, isInsecureSite, children }: ShellProps) {
  const t = useT(shell)
  const { pathname } = useLocation()
  return (
    <div className="shell-trainee" id="top">
      <SkipLink />
      <header className="shell-top">
        <Wordmark />
        {personMenu}
      </header>
      {isInsecureSite && <InsecureNote />}
      <nav className="bar-nav" aria-label={t('nav.main')}>
        <NavLinks items={items} pathname={pathname} className="bar-item" />
      </nav>
      <Main>{children}</Main>
    </div>
  )
}

/** For those who look after others' learning: everything on one bar, compact beneath, the width left to tables. */
export function StaffShell({ items, personMenu, isInsecureSite, children }: ShellProps) {
  const t = useT(shell)
  const { pathname } = useLocation()
  return (
    <div className="shell-staff compact" id="top">
      <SkipLink />
      {isInsecureSite && <InsecureNote />}
      <header className="shell-top">
        <Wordmark />
        <nav className="top-nav" aria-label={t('nav.main')}>
          <NavLinks items={items} pathname={pathname} className="top-item" />
        </nav>
        {personMenu}
      </header>
      <Main>{children}</Main>
    </div>
  )
}

/** For visitors: sign-in, a one-time code, set-up. */
export function BareShell({ children, isInsecureSite }: { children: ReactNode; isInsecureSite?: boolean }) {
  const { pathname, search } = useLocation()
  return (
    <div className="shell-bare" id="top">
      <SkipLink />
      <header className="shell-top">
        <Wordmark />
        <div>
          <LanguageSwitch here={pathname + search} />
        </div>
      </header>
      {isInsecureSite && <InsecureNote />}
      <Main>{children}</Main>
    </div>
  )
}

/** For what wants all of her attention: an exam. Nothing but the page itself. */
export function QuietShell({ children }: { children: ReactNode }) {
  return (
    <div className="shell-quiet" id="top">
      <SkipLink />
      <Main>{children}</Main>
    </div>
  )
}

function SkipLink() {
  const t = useT(shell)
  return (
    <a href="#main" className="skip-link">
      {t('skip')}
    </a>
  )
}

function Main({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1}>
      {children}
    </main>
  )
}

function InsecureNote() {
  const t = useT(shell)
  return (
    <p className="insecure-note" role="note">
      {t('insecure')}
    </p>
  )
}
