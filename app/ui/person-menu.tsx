import type { ReactNode } from 'react'
import { useLocale, useT } from '~/i18n/messages.ts'
import { shell } from '~/i18n/shell.ts'
import { paths } from '~/paths.ts'
import { Icon } from './icon.tsx'
import { Menu } from './menu.tsx'

/** A part of the site with a navigation of its own. Somebody with several duties moves between them. */
export type Space = { readonly to: string; readonly label: string; readonly isCurrent: boolean }

type PersonMenuProps = {
  name: string
  spaces: readonly Space[]
  theme: string
  /** the page to come back to after changing language or theme */
  here: string
}

export function PersonMenu({ name, spaces, theme, here }: PersonMenuProps) {
  const t = useT(shell)
  return (
    <Menu
      className="person-button"
      label={
        <>
          <Icon name="person" />
          <span className="person-name">{name}</span>
          <span className="sr-only">{t('person.menu')}</span>
        </>
      }
    >
      <p className="menu-note">{name}</p>
      {spaces.length > 1 && (
        <nav aria-label={t('person.spaces')}>
          {spaces.map((space) => (
            <a key={space.to} href={space.to} className="menu-item" aria-current={space.isCurrent ? 'true' : undefined}>
              <Icon name={space.isCurrent ? 'check' : 'right'} />
              {space.label}
            </a>
          ))}
          <hr />
        </nav>
      )}
      <a href={paths.profile()} className="menu-item">
        <Icon name="person" />
        {t('person.profile')}
      </a>
      <PersonActs theme={theme} here={here} />
    </Menu>
  )
}

/** Where there is a page for her own things, her name leads to it; it is on every page, and a menu is forty elements. */
export function PersonLink({ name }: { name: string }) {
  const t = useT(shell)
  return (
    <a href={paths.me()} className="person-button">
      <Icon name="person" />
      <span className="person-name">{name}</span>
      <span className="sr-only">{t('person.page')}</span>
    </a>
  )
}

/** Language, theme, signing out: in the menu, or on the page of her own things. */
export function PersonActs({ theme, here }: { theme: string; here: string }) {
  const t = useT(shell)
  return (
    <>
      <LanguageSwitch here={here} />
      <ThemeSwitch theme={theme} here={here} />
      <hr />
      <PostItem to={paths.logout()}>
        <Icon name="leave" />
        {t('person.signOut')}
      </PostItem>
    </>
  )
}

export function LanguageSwitch({ here }: { here: string }) {
  const t = useT(shell)
  const other = useLocale() === 'en' ? 'zh-CN' : 'en'
  return (
    <PostItem to={paths.locale()} values={{ locale: other, next: here }}>
      <Icon name="language" />
      <span lang={other}>{t('language.other')}</span>
    </PostItem>
  )
}

const themes = ['light', 'dark', 'system'] as const
const themeIcons = { light: 'today', dark: 'theme', system: 'system' } as const

function ThemeSwitch({ theme, here }: { theme: string; here: string }) {
  const t = useT(shell)
  const others = themes.filter((one) => one !== theme)
  return (
    <>
      {others.map((one) => (
        <PostItem key={one} to={paths.profile()} values={{ intent: 'theme', theme: one, next: here }}>
          <Icon name={themeIcons[one]} />
          {t(`theme.${one}`)}
        </PostItem>
      ))}
    </>
  )
}

type PostItemProps = { to: string; values?: Readonly<Record<string, string>>; children: ReactNode }

/** An act in a menu: it changes something, so it is a form, never a link. What it changes is on every page: all is loaded anew. */
function PostItem({ to, values = {}, children }: PostItemProps) {
  return (
    <form method="post" action={to}>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="menu-item">
        {children}
      </button>
    </form>
  )
}
