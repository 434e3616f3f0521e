import type { NumberMark, NumberStyle, SectionHead, SectionKind } from './chinese-marks.ts'
import type { Piece, SourceLine } from './source-lines.ts'
import type { StagedProblem } from './staged-item.ts'

/* What is being gathered while a text is read. Drafts are filled line by line and judged at the end (chinese-items.ts). */
export type Section = { readonly head: SectionHead | null; readonly order: number }

export type DraftOption = { readonly letter: string; readonly pieces: Piece[]; isRight: boolean }

export type DraftFacts = {
  readonly pointNames: string[]
  difficulty: { readonly text: string; readonly line: number } | null
  source: string
  readonly laws: string[]
  rowKey: string | null
}

export type Draft = DraftFacts & {
  readonly number: number | null
  readonly style: NumberStyle | null
  readonly section: Section
  readonly group: DraftCase | null
  /** all lines that belong to it, for the excerpt */
  readonly lines: SourceLine[]
  readonly stem: Piece[]
  options: DraftOption[]
  readonly keys: DraftKey[]
  readonly explanation: Piece[]
  /** the answer to an open question */
  readonly answer: Piece[]
  kind: SectionKind | null
  halfPoints: number | null
  readonly problems: StagedProblem[]
}

export type DraftKey = { readonly folded: string; readonly line: number; readonly from: 'label' | 'before' | 'list' }

export type DraftCase = DraftFacts & {
  readonly order: number
  readonly section: Section
  range: readonly [number, number] | null
  readonly lines: SourceLine[]
  readonly stem: Piece[]
  /** answers that stand after all its questions */
  readonly answer: Piece[]
  readonly explanation: Piece[]
}

const noFacts = (): DraftFacts => ({ pointNames: [], difficulty: null, source: '', laws: [], rowKey: null })

export function newDraft(section: Section, group: DraftCase | null, mark: NumberMark | null): Draft {
  return {
    ...noFacts(),
    ...{ section, group, number: mark?.number ?? null, style: mark?.style ?? null },
    ...{ lines: [], stem: [], options: [], keys: [], explanation: [], answer: [], problems: [] },
    ...{ kind: null, halfPoints: null },
  }
}

export function newCase(section: Section, order: number, range: readonly [number, number] | null): DraftCase {
  return { ...noFacts(), order, section, range, lines: [], stem: [], answer: [], explanation: [] }
}

export function isComplete(draft: Draft): boolean {
  return draft.options.length > 0 || draft.keys.length > 0 || draft.answer.length > 0 || draft.explanation.length > 0
}
