import type { ReactNode } from 'react'
import { useT } from '~/i18n/messages.ts'
import { pieces } from '~/i18n/pieces.ts'
import { Icon, type IconName } from './icon.tsx'

export type Saving = 'saved' | 'saving' | 'unsaved' | 'failed'
const icons: Readonly<Record<Saving, IconName>> = { saved: 'check', saving: 'clock', unsaved: 'edit', failed: 'stop' }

/** Where what was typed is: always visible, said once by screen readers when it changes. */
export function SaveState({ state, detail }: { state: Saving; detail?: ReactNode }) {
  const t = useT(pieces)
  return (
    <span className="save-state" data-state={state} role="status">
      <Icon name={icons[state]} />
      {t(`save.${state}`)}
      {detail && <> {detail}</>}
    </span>
  )
}
