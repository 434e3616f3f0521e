import { desk } from '~/i18n/desk.ts'
import { diary } from '~/i18n/diary.ts'
import { useT } from '~/i18n/messages.ts'
import { diaryTexts } from '~/modules/diaries/diary.ts'
import type { ComparedField } from '~/modules/works/compare-revisions.ts'
import { RevisionChanges } from '~/modules/works/revision-changes.tsx'

/** What she has changed since it was returned: nobody reads everything twice. */
export function DeskChanges({ changes }: { changes: readonly ComparedField[] }) {
  const [t, say] = [useT(desk), useT(diary)]
  const label = (key: string) => say(diaryTexts.find((one) => one === key) ?? 'read.title')
  return (
    <section className="section">
      <h2>{t('changes.title')}</h2>
      <RevisionChanges comparison={changes} label={label} />
    </section>
  )
}
