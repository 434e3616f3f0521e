import type { ReactNode } from 'react'
import { useT } from '~/i18n/messages.ts'
import { revisions } from '~/i18n/revisions.ts'
import type { IconName } from '~/ui/icon.tsx'
import { StateMark } from '~/ui/tag.tsx'
import type { ComparedField, ComparedParagraph } from './compare-revisions.ts'
import { ParagraphRow } from './paragraph-row.tsx'
import type { Run } from './text-runs.ts'
import { countChanges, type Stretch, type ToldField, type ToldParagraph, tellChanges } from './told-changes.ts'

type RevisionChangesProps = {
  comparison: readonly ComparedField[]
  /** the name of a field in the language of the screen */
  label: (key: string) => string
  /** what is said beside a paragraph: the comments that it answers */
  beside?: (paragraph: ComparedParagraph) => ReactNode
  /** the language that it was written in */
  lang?: string
}

/** What changed since the revision before, in reading order; long stretches without a change are folded. */
export function RevisionChanges({ comparison, label, beside, lang = 'zh-CN' }: RevisionChangesProps) {
  return (
    <div className="revision">
      <ChangeCounts comparison={comparison} />
      {tellChanges(comparison)
        .filter(({ stretches }) => stretches.length > 0)
        .map((told) => (
          <FieldChanges key={told.field} told={told} name={label(told.field)} beside={beside} lang={lang} />
        ))}
    </div>
  )
}

const kinds = ['changed', 'added', 'removed'] as const
const signs = {
  changed: { icon: 'edit', tone: 'plain' },
  added: { icon: 'plus', tone: 'pine' },
  removed: { icon: 'trash', tone: 'plain' },
} as const satisfies Readonly<Record<(typeof kinds)[number], { icon: IconName; tone: 'plain' | 'pine' }>>

function ChangeCounts({ comparison }: { comparison: readonly ComparedField[] }) {
  const t = useT(revisions)
  const counts = countChanges(comparison)
  const present = kinds.filter((kind) => counts[kind] > 0)
  if (present.length === 0) return <p className="revision-counts">{t('same')}</p>
  return (
    <ul className="revision-counts">
      {present.map((kind) => (
        <li key={kind}>
          <StateMark {...signs[kind]}>{t(`count.${kind}`, { count: counts[kind] })}</StateMark>
        </li>
      ))}
    </ul>
  )
}

type Around = Pick<RevisionChangesProps, 'beside'> & { lang: string }

function FieldChanges({ told: { stretches }, name, ...around }: Around & { told: ToldField; name: string }) {
  const t = useT(revisions)
  const isWhole = stretches.length === 1
  return (
    <section className="revision-field">
      <h3>{name}</h3>
      {stretches.map((stretch) => {
        const list = <StretchList key={keyOf(stretch.paragraphs[0])} stretch={stretch} {...around} />
        if (!stretch.isFolded) return list
        return (
          <details key={keyOf(stretch.paragraphs[0])} className="unchanged">
            <summary>{t(isWhole ? 'field.same' : 'folded', { count: stretch.paragraphs.length })}</summary>
            {list}
          </details>
        )
      })}
    </section>
  )
}

function StretchList({ stretch, beside, lang }: Around & { stretch: Stretch }) {
  return (
    <ol>
      {stretch.paragraphs.map((told) => (
        <ParagraphRow
          key={keyOf(told)}
          number={told.number}
          lang={lang}
          mark={<ChangeMark kind={told.compared.kind} />}
          beside={beside?.(told.compared)}
        >
          <ChangedText compared={told.compared} />
        </ParagraphRow>
      ))}
    </ol>
  )
}

/** Removed paragraphs have no number: they are told apart by where they were. */
function keyOf(told: ToldParagraph | undefined): string {
  if (!told) return ''
  return told.compared.kind === 'removed' ? `was ${told.compared.before.index}` : `is ${told.compared.after.index}`
}

function ChangeMark({ kind }: { kind: ComparedParagraph['kind'] }) {
  const t = useT(revisions)
  if (kind === 'same') return null
  return <StateMark {...signs[kind]}>{t(`mark.${kind}`)}</StateMark>
}

function ChangedText({ compared }: { compared: ComparedParagraph }) {
  switch (compared.kind) {
    case 'same':
      return compared.after.text
    case 'added':
      return <ins>{compared.after.text}</ins>
    case 'removed':
      return <del>{compared.before.text}</del>
    case 'changed':
      return compared.runs.map((run, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other name than their order
        <RunText key={at} run={run} />
      ))
  }
}

function RunText({ run: { kind, text } }: { run: Run }) {
  const t = useT(revisions)
  if (kind === 'same') return text
  const Piece = kind === 'added' ? 'ins' : 'del'
  return (
    <Piece>
      <span className="sr-only">{t(`run.${kind}`)}</span>
      {text}
    </Piece>
  )
}
