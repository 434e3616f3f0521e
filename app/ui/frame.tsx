import { useLocation, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { type Translate, useT } from '~/i18n/messages.ts'
import { shell } from '~/i18n/shell.ts'
import { paths } from '~/paths.ts'
import { useFollowLinks } from './follow-links.ts'
import type { NavItem } from './nav-item.tsx'
import { PersonLink, PersonMenu, type Space } from './person-menu.tsx'
import { BareShell, QuietShell, StaffShell, TraineeShell } from './shells.tsx'

/** What the root's loader knows of the reader (`root.tsx`). */
type RootData = {
  readonly theme: string
  readonly isInsecureSite: boolean
  readonly person: { readonly name: string; readonly roles: readonly string[] } | null
}

export type SpaceName = 'learn' | 'mentor' | 'cohorts' | 'admin'

/** The duty that opens each space, the one that others wait for first. */
const doors = [
  { space: 'cohorts', role: 'coordinator' },
  { space: 'mentor', role: 'mentor' },
  { space: 'admin', role: 'administrator' },
  { space: 'learn', role: 'trainee' },
] as const

type FrameProps = {
  /** where the page belongs, or the first of several that is the reader's; a page of every space stands in her first */
  space?: SpaceName | readonly SpaceName[]
  children: ReactNode
  /** without places to go: an exam is being sat */
  isQuiet?: boolean
}

/** The frame around a page: every page renders it around its content. Visitors get the bare one. */
export function Frame({ space, isQuiet = false, children }: FrameProps) {
  const t = useT(shell)
  const root = useRouteLoaderData<RootData>('root')
  const { pathname, search } = useLocation()
  useFollowLinks()
  if (!root?.person) return <BareShell isInsecureSite={root?.isInsecureSite}>{children}</BareShell>

  if (isQuiet) return <QuietShell>{children}</QuietShell>

  const { name, roles } = root.person
  const own = doors.filter((door) => roles.includes(door.role)).map((door) => door.space)
  const current = [space ?? []].flat().find((one) => own.includes(one)) ?? own[0] ?? 'learn'
  const spaces: readonly Space[] = own.map((one) => ({
    to: homes[one],
    label: t(`space.${one}`),
    isCurrent: one === current,
  }))
  const Shell = current === 'learn' ? TraineeShell : StaffShell
  return (
    <Shell
      items={itemsOf[current](t)}
      isInsecureSite={root.isInsecureSite && roles.includes('administrator')}
      personMenu={
        current === 'learn' && own.length === 1 ? (
          <PersonLink name={name} />
        ) : (
          <PersonMenu name={name} spaces={spaces} theme={root.theme} here={pathname + search} />
        )
      }
    >
      {children}
    </Shell>
  )
}

const homes: Readonly<Record<SpaceName, string>> = {
  learn: paths.today(),
  mentor: paths.mentor(),
  cohorts: paths.cohorts(),
  admin: paths.admin(),
}

const itemsOf: Readonly<Record<SpaceName, (t: Translate<typeof shell>) => readonly NavItem[]>> = {
  learn: (t) => [
    { to: paths.today(), label: t('nav.today'), icon: 'today' },
    { to: paths.tracks(), label: t('nav.tracks'), icon: 'book', alsoUnder: [paths.lesson('')] },
    { to: paths.exam(), label: t('nav.exam'), icon: 'seal', alsoUnder: ['/attempts', '/practice'] },
    { to: paths.diary(), label: t('nav.diary'), icon: 'note' },
    { to: paths.search(), label: t('nav.search'), icon: 'search', alsoUnder: [paths.glossary()] },
    { to: paths.me(), label: t('nav.me'), icon: 'person', alsoUnder: [paths.profile(), paths.record()] },
  ],
  mentor: (t) => [
    { to: paths.mentor(), label: t('nav.trainees'), icon: 'people', alsoUnder: [paths.trainee('')] },
    { to: paths.desk(), label: t('nav.desk'), icon: 'edit' },
    { to: paths.search(), label: t('nav.search'), icon: 'search', alsoUnder: [paths.glossary()] },
  ],
  cohorts: (t) => [
    { to: paths.cohorts(), label: t('nav.cohorts'), icon: 'sheet', alsoUnder: [paths.trainee('')] },
    { to: paths.bank(), label: t('nav.bank'), icon: 'list' },
    { to: paths.search(), label: t('nav.search'), icon: 'search', alsoUnder: [paths.glossary()] },
  ],
  admin: (t) => [
    { to: paths.admin(), label: t('nav.overview'), icon: 'today' },
    { to: paths.adminPeople(), label: t('nav.people'), icon: 'people' },
    { to: paths.adminOrganisations(), label: t('nav.organisations'), icon: 'tree' },
    { to: paths.adminCohorts(), label: t('nav.allCohorts'), icon: 'sheet' },
    { to: paths.adminContent(), label: t('nav.content'), icon: 'book' },
    { to: paths.bank(), label: t('nav.bank'), icon: 'list' },
    { to: paths.adminSystem(), label: t('nav.system'), icon: 'system' },
  ],
}
