import { paths } from '~/paths.ts'

/** What an author's link leads to. */
export type LinkTarget =
  | { readonly kind: 'here'; readonly anchor: string }
  | { readonly kind: 'lesson'; readonly lessonId: string; readonly anchor: string }
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'mail'; readonly url: string }

/**
 * `#heading`, `lesson.mdx#heading`, an https or http address, a mail address. Anything else (`javascript:`, `data:`, a path
 * of this site) is no link.
 */
export function readLink(url: string): LinkTarget | undefined {
  const lesson = /^([a-z][a-z0-9-]*)\.mdx(?:#(.+))?$/.exec(url)
  if (lesson) return { kind: 'lesson', lessonId: lesson[1] ?? '', anchor: decoded(lesson[2] ?? '') }
  if (url.startsWith('#') && url.length > 1) return { kind: 'here', anchor: decoded(url.slice(1)) }
  if (/^https?:\/\/[^\s\\@]+$/.test(url) && URL.canParse(url)) return { kind: 'web', url }
  if (/^mailto:[^\s?&<>"]+@[^\s?&<>"]+$/.test(url)) return { kind: 'mail', url }
  return undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export function hrefOf(target: LinkTarget): string {
  switch (target.kind) {
    case 'here':
      return `#${encodeURIComponent(target.anchor)}`
    case 'lesson':
      return paths.lesson(target.lessonId) + (target.anchor ? `#${encodeURIComponent(target.anchor)}` : '')
    case 'web':
    case 'mail':
      return target.url
  }
}
