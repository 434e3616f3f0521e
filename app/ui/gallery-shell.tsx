import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Wordmark } from './brand.tsx'
import { LanguageSwitch } from './person-menu.tsx'

/** The gallery stands outside of every space: developers look at it signed out. */
export function GalleryShell({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  return (
    <div className="gallery" id="top">
      <header className="shell-top flex items-center justify-between">
        <Wordmark />
        <div>
          <LanguageSwitch here={pathname} />
        </div>
      </header>
      <main id="main">{children}</main>
    </div>
  )
}
