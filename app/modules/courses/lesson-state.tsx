import { useT } from '~/i18n/messages.ts'
import { reading } from '~/i18n/reading.ts'
import type { IconName } from '~/ui/icon.tsx'
import { Icon } from '~/ui/icon.tsx'
import { StateMark, type Tone } from '~/ui/tag.tsx'
import type { LessonState } from './progress.ts'

const icons: Readonly<Record<LessonState, IconName>> = {
  finished: 'done',
  reading: 'half',
  open: 'open',
  new: 'new',
  locked: 'lock',
}
const tones: Readonly<Record<LessonState, Tone>> = {
  finished: 'pine',
  reading: 'amber',
  open: 'plain',
  new: 'pine',
  locked: 'plain',
}

/** 已学完, 学习中 …: an icon and its word. */
export function LessonStateMark({ state }: { state: LessonState }) {
  const t = useT(reading)
  return (
    <StateMark icon={icons[state]} tone={tones[state]}>
      {t(`state.${state}`)}
    </StateMark>
  )
}

/** In lists, where the word is heard and the icon seen. */
export function LessonStateIcon({ state }: { state: LessonState }) {
  const t = useT(reading)
  return (
    <span className="lesson-state" data-state={state}>
      <Icon name={icons[state]} label={t(`state.${state}`)} />
    </span>
  )
}

/** A whole track in a line: one mark a lesson. Its numbers are said beside it. */
export function TrackCells({ states }: { states: readonly LessonState[] }) {
  return (
    <span className="track-cells" aria-hidden="true">
      {states.map((state, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a lesson's place in the track is what names it here
        <span key={at} data-state={state} />
      ))}
    </span>
  )
}
