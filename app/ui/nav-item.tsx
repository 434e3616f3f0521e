import { Icon, type IconName } from './icon.tsx'
import { Badge } from './tag.tsx'

export type NavItem = {
  readonly to: string
  readonly label: string
  readonly icon: IconName
  /** its pages beyond its own address: «/lessons/» under learning */
  readonly alsoUnder?: readonly string[]
  /** how many wait there, and that in words */
  readonly badge?: { readonly count: number; readonly label: string }
}

/** The one item that the page belongs to: the deepest that fits. */
export function currentItem(items: readonly NavItem[], pathname: string): NavItem | undefined {
  const depthOf = (item: NavItem) =>
    Math.max(0, ...[item.to, ...(item.alsoUnder ?? [])].map((place) => (isUnder(pathname, place) ? place.length : 0)))
  return [...items].sort((a, b) => depthOf(b) - depthOf(a)).find((item) => depthOf(item) > 0)
}

function isUnder(pathname: string, place: string): boolean {
  const folder = place.endsWith('/') ? place : `${place}/`
  return pathname === place || pathname.startsWith(folder)
}

export function NavLinks({
  items,
  pathname,
  className,
}: {
  items: readonly NavItem[]
  pathname: string
  className: string
}) {
  const current = currentItem(items, pathname)
  return (
    <ul>
      {items.map((item) => (
        <li key={item.to}>
          <a href={item.to} className={className} aria-current={item === current ? 'page' : undefined}>
            <Icon name={item.icon} />
            <span>{item.label}</span>
            {item.badge && <Badge {...item.badge} />}
          </a>
        </li>
      ))}
    </ul>
  )
}
