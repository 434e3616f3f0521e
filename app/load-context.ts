import type { Locale } from '~/i18n/locale.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import type { FieldPath } from '~/platform/shared-pages.server.ts'

/** What the server hands to every loader, action and to the renderer. Made once a request in `server.ts`. */
export type LoadContext = {
  readonly requestId: string
  /** names this response's inline scripts in the CSP */
  readonly nonce: string
  /** the instant of the request; use cases take it as an argument */
  readonly now: Date
  /** the client's address as far as proxies are trusted */
  readonly address: string
  /** locale for visitors; a signed-in person's own choice is in her actor */
  readonly visitorLocale: Locale
  /** who is signed in; asked of the database at most once a request */
  readonly actor: () => Promise<Actor | null>
  /** cookies to set on the response, whatever it is */
  readonly setCookie: (cookie: string) => void
  /** the gallery of ui pieces is shown (development, or GALLERY=1) */
  readonly hasGallery: boolean
  /** a page may be kept on a device (docs/decisions/0020) */
  readonly keepsPages: boolean
  /** all origins are https: cookies are Secure */
  readonly isSecure: boolean
  /** served over plain http beyond this machine: administrators see a permanent warning */
  readonly isInsecureSite: boolean
  /** for links that leave the page: one-time codes, set-up */
  readonly publicOrigin: string
  readonly dataDir: string
  readonly databaseUrl: string
  /** the documents this page shows, by hash, cut at their islands: they travel once, outside the loader data; asked for when a page is written */
  readonly documents: Map<string, () => readonly Buffer[]>
  /** fields of this page's data that are the reader's own; where a loader names them, the rest is rendered once for all readers */
  readonly ownFields: FieldPath[]
  /** names of parts of this page's address that only name what is the reader's own: `attemptId` */
  readonly ownParams: string[]
}

declare module '@remix-run/node' {
  interface AppLoadContext extends LoadContext {}
}
declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends LoadContext {}
}
