import { diary } from '~/i18n/diary.ts'
import { useT } from '~/i18n/messages.ts'
import type { IconName } from '~/ui/icon.tsx'
import { StateMark, type Tone } from '~/ui/tag.tsx'
import type { WorkStatus } from './work-life.ts'

const signs: Readonly<Record<WorkStatus, { readonly icon: IconName; readonly tone: Tone }>> = {
  draft: { icon: 'edit', tone: 'plain' },
  submitted: { icon: 'clock', tone: 'plain' },
  inReview: { icon: 'clock', tone: 'pine' },
  returned: { icon: 'undo', tone: 'amber' },
  accepted: { icon: 'done', tone: 'pine' },
  failed: { icon: 'stop', tone: 'cinnabar' },
}

/** Where a work is in its life. */
export function WorkStatusMark({ status }: { status: WorkStatus }) {
  const t = useT(diary)
  return <StateMark {...signs[status]}>{t(`status.${status}`)}</StateMark>
}
