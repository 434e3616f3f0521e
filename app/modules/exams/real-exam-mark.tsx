import { useT } from '~/i18n/messages.ts'
import { realExam } from '~/i18n/real-exam.ts'
import type { IconName } from '~/ui/icon.tsx'
import { StateMark, Tag } from '~/ui/tag.tsx'
import { type ExamEntry, isPass } from './real-exam.ts'

/** What happened in words; `isShort` in the cells of a table. */
export function useMarkWords(isShort = false): (entry: ExamEntry) => string {
  const t = useT(realExam)
  return (entry) => {
    const { state, points } = entry
    if (state !== 'sat') return t(`state.${state}`)
    if (points === null) return t('mark.waiting')
    const length = isShort ? 'short' : 'long'
    return isPass(entry) ? t(`passed.${length}`, { points }) : t(`failed.${length}`, { points })
  }
}

/** The same with its icon. */
export function ExamMark({ entry, isShort = false }: { entry: ExamEntry; isShort?: boolean }) {
  const words = useMarkWords(isShort)
  return (
    <StateMark icon={iconOf(entry)} tone={isPass(entry) ? 'pine' : 'plain'}>
      {words(entry)}
    </StateMark>
  )
}

function iconOf(entry: ExamEntry): IconName {
  if (entry.state === 'registered') return 'clock'
  if (entry.state === 'absent') return 'close'
  if (entry.points === null) return 'half'
  return isPass(entry) ? 'done' : 'open'
}

export function CheckedTag({ isChecked }: { isChecked: boolean }) {
  const t = useT(realExam)
  return isChecked ? <Tag>{t('checked')}</Tag> : <Tag tone="amber">{t('unchecked')}</Tag>
}
