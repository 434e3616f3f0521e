/*
 * A written answer and her mentors: she marks herself first, then she may ask them to look; until one of them has opened it
 * she may take it back. In a cohort's exam she gives herself no marks, and what is not released is not on her result at all.
 */
export type Opening = { readonly name: string; readonly seenAt: Date }

export type Handing =
  /** there is nothing to look at */
  | { readonly kind: 'blank' }
  | { readonly kind: 'markFirst' }
  | { readonly kind: 'noMentor' }
  | { readonly kind: 'may'; readonly mentors: readonly string[]; readonly isMarked: boolean }
  /** with them, and not opened: she may take it back */
  | { readonly kind: 'waiting'; readonly handedAt: Date; readonly mentors: readonly string[] }
  | { readonly kind: 'seen'; readonly openings: readonly Opening[] }

export type HandingFacts = {
  readonly isBlank: boolean
  /** she gives herself the marks: a mock, not an exam of her cohort */
  readonly isMock: boolean
  readonly isMarked: boolean
  /** names of those who accompany her now */
  readonly mentors: readonly string[]
  /** handed, and not taken back */
  readonly standing: { readonly handedAt: Date; readonly openings: readonly Opening[] } | null
}

export function handingOf({ isBlank, isMock, isMarked, mentors, standing }: HandingFacts): Handing {
  if (standing && standing.openings.length > 0) return { kind: 'seen', openings: standing.openings }
  if (standing) return { kind: 'waiting', handedAt: standing.handedAt, mentors }
  if (isBlank) return { kind: 'blank' }
  if (isMock && !isMarked) return { kind: 'markFirst' }
  if (mentors.length === 0) return { kind: 'noMentor' }
  return { kind: 'may', mentors, isMarked }
}
