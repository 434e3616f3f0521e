import { cohorts } from '~/i18n/cohorts.ts'
import { useT } from '~/i18n/messages.ts'
import { StateMark } from '~/ui/tag.tsx'
import type { Access } from './people.server.ts'

const marks = {
  password: { icon: 'check', tone: 'plain' },
  code: { icon: 'clock', tone: 'plain' },
  none: { icon: 'warn', tone: 'amber' },
} as const

/** Whether somebody can sign in. */
export function AccessMark({ access, isSuspended }: { access: Access; isSuspended: boolean }) {
  const t = useT(cohorts)
  if (isSuspended) {
    return (
      <StateMark icon="stop" tone="cinnabar">
        {t('suspended')}
      </StateMark>
    )
  }
  return <StateMark {...marks[access]}>{t(`access.${access}`)}</StateMark>
}
