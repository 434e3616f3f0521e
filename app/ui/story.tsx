import type { ReactNode } from 'react'
import type { Pair } from '~/i18n/messages.ts'
import { useLocale } from '~/i18n/messages.ts'

/** A page of the gallery: one piece in all its states. Files named `*.stories.tsx` export `stories: readonly Story[]`. */
export type Story = {
  /** its address, /gallery/<id> */
  readonly id: string
  readonly title: Pair
  readonly states: readonly StoryState[]
  /** the only state is a whole page with a frame of its own */
  readonly isPage?: boolean
}

export type StoryState = { readonly name: Pair; readonly shown: ReactNode }

/** Sample text in the language of the screen. */
export function Say({ zh, en }: { zh: ReactNode; en: ReactNode }) {
  return useLocale() === 'en' ? en : zh
}
