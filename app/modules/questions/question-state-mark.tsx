import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import { StateMark, Tag } from '~/ui/tag.tsx'
import type { QuestionState } from './question-state.ts'
import type { Verification } from './syllabus.ts'

const marks = {
  draft: { icon: 'edit', tone: 'plain' },
  review: { icon: 'clock', tone: 'amber' },
  active: { icon: 'done', tone: 'pine' },
  revised: { icon: 'half', tone: 'amber' },
  retired: { icon: 'stop', tone: 'plain' },
} as const

export function QuestionStateMark({ state }: { state: QuestionState }) {
  const t = useT(bank)
  return (
    <StateMark icon={marks[state].icon} tone={marks[state].tone}>
      {t(`state.${state}`)}
    </StateMark>
  )
}

export function OriginTag({ origin }: { origin: 'official' | 'centre' }) {
  const t = useT(bank)
  return <Tag tone={origin === 'official' ? 'pine' : 'plain'}>{t(`origin.${origin}`)}</Tag>
}

/** Whether an official text says so. What is confirmed needs no mark in a list. */
export function VerificationMark({ status }: { status: Verification }) {
  const t = useT(bank)
  return status === 'verified' ? (
    <StateMark icon="check" tone="pine">
      {t('verification.verified')}
    </StateMark>
  ) : (
    <StateMark icon="warn" tone="amber">
      {t('verification.unverified')}
    </StateMark>
  )
}
