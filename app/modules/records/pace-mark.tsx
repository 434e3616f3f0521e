import { mentor as texts } from '~/i18n/mentor.ts'
import { useT } from '~/i18n/messages.ts'
import type { Pace } from '~/modules/courses/pace.ts'
import type { IconName } from '~/ui/icon.tsx'
import { StateMark, type Tone } from '~/ui/tag.tsx'

const icons: Readonly<Record<Pace, IconName>> = {
  finished: 'done',
  onTrack: 'check',
  atRisk: 'feedback',
  behind: 'due',
}
const tones: Readonly<Record<Pace, Tone>> = { finished: 'pine', onTrack: 'plain', atRisk: 'amber', behind: 'cinnabar' }

export function PaceMark({ pace }: { pace: Pace }) {
  const t = useT(texts)
  return (
    <StateMark icon={icons[pace]} tone={tones[pace]}>
      {t(`pace.${pace}`)}
    </StateMark>
  )
}
