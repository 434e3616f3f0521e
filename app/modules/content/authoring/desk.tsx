import { createContext, type ReactNode, useContext } from 'react'
import type { Island } from '../document.ts'
import type { Figure } from '../figure-svg.ts'
import type { GlossaryEntry } from '../library.ts'

/** What a lesson's components need while its HTML is made, and where they put down what must be known of them. */
export type Desk = {
  readonly term: (id: string) => GlossaryEntry | undefined
  readonly figure: (src: string) => Figure | undefined
  readonly media: (src: string) => string | undefined
  /** the address of a link, or undefined when it may not stand */
  readonly link: (url: string) => { readonly href: string; readonly rel?: string } | undefined
  readonly optionId: (text: string) => string
  readonly islands: Island[]
  readonly checks: CheckDraft[]
  readonly usedTerms: Set<string>
}

type CheckDraft = {
  readonly id: string
  readonly multiple: boolean
  readonly optional: boolean
  readonly options: ReadonlyArray<{ readonly id: string; readonly text: string; readonly right: boolean }>
  /** rendered apart from the document: it is sent only after answering */
  readonly why: ReactNode
}

const DeskContext = createContext<Desk | null>(null)
export const DeskProvider = DeskContext.Provider

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('A component for authors was rendered outside of a document')
  return desk
}
