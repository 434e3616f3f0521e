/**
 * A word of the glossary is a link to its explanation at the lesson's foot. With JavaScript the explanation opens in place,
 * below the word, and a second press closes it. Returns how to stop.
 */
export function showTermsInPlace(page: Document): () => void {
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-term]') : null
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    const entry = page.getElementById(`term-${link.dataset.term ?? ''}`)
    if (!entry) return
    event.preventDefault()
    toggle(link, entry)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    for (const link of page.querySelectorAll<HTMLAnchorElement>('a[data-term][aria-expanded="true"]')) close(link)
  }
  page.addEventListener('click', onClick)
  page.addEventListener('keydown', onKey)
  return () => {
    page.removeEventListener('click', onClick)
    page.removeEventListener('keydown', onKey)
  }
}

function toggle(link: HTMLAnchorElement, entry: Element): void {
  if (close(link)) return
  const peek = link.ownerDocument.createElement('span')
  peek.className = 'term-peek'
  peek.setAttribute('role', 'note')
  peek.textContent = entry.querySelector('dd')?.textContent ?? ''
  link.after(peek)
  link.setAttribute('aria-expanded', 'true')
}

function close(link: HTMLAnchorElement): boolean {
  const next = link.nextElementSibling
  if (!next?.classList.contains('term-peek')) return false
  next.remove()
  link.setAttribute('aria-expanded', 'false')
  return true
}
