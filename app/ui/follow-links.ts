import { useNavigate } from '@remix-run/react'
import { useEffect } from 'react'

/**
 * Plain links inside the site lead on without loading the page anew. One listener for all of them: the frame's, those in a
 * lesson's text, those of a table that was made as text. A `<Link>` costs the server as much as ten elements, and the frame
 * is on every page. Links that must load anew carry `download` or `target`.
 */
export function useFollowLinks(): void {
  const navigate = useNavigate()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || !isPlainClick(event) || !leadsInside(link)) return
      event.preventDefault()
      navigate(link.pathname + link.search + link.hash)
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [navigate])
}

function isPlainClick(event: MouseEvent): boolean {
  const hasModifier = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  return event.button === 0 && !hasModifier && !event.defaultPrevented
}

/** A place on the same page is the browser's own affair. */
function leadsInside(link: HTMLAnchorElement): boolean {
  const { origin, pathname, search } = window.location
  if (link.origin !== origin || link.hasAttribute('download') || link.hasAttribute('target')) return false
  return link.hash === '' || link.pathname !== pathname || link.search !== search
}
