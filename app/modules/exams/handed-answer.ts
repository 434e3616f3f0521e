type Title = { readonly zh: string; readonly en: string }

/** 请你看的答题, in a mentor's list. */
export type HandedRow = {
  readonly id: string
  readonly title: Title
  readonly number: number
  readonly handedAt: Date
  /** when this mentor opened it; null: it waits */
  readonly seenAt: Date | null
}

/** Its page: to be read, and nothing else. */
export type HandedPage = HandedRow & {
  readonly person: { readonly id: string; readonly name: string }
  /** null until it was opened */
  readonly answer: OpenedAnswer | null
}

export type OpenedAnswer = {
  readonly stem: string
  readonly text: string
  readonly answerPoints: ReadonlyArray<{
    readonly text: string
    readonly halfPoints: number
    /** she found it in her answer */
    readonly isTicked: boolean
  }>
  /** what she gave herself, in half-points; null: she marks none, as in an exam of her cohort */
  readonly given: number | null
  readonly outOf: number
}
