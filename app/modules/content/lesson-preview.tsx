import { authoring } from '~/i18n/authoring.ts'
import { useT } from '~/i18n/messages.ts'
import { useCheckForms } from './check-forms.ts'
import { CheckOutcome } from './check-outcome.tsx'
import type { CheckKey, Island, LessonDocument } from './document.ts'
import { LessonText } from './lesson-text.tsx'

export type Preview = Pick<LessonDocument, 'hash' | 'islands' | 'checks'>

/** A document without its HTML: that goes through the load context. */
export function previewOf({ hash, islands, checks }: LessonDocument): Preview {
  return { hash, islands, checks }
}

/** What learners will see, and below each self-check what they will see after answering. */
export function LessonPreview({ preview, title }: { preview: Preview; title: string }) {
  useCheckForms(() => {})
  return (
    <section className="lesson-preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{title}</h2>
      <article lang="zh-CN">
        <LessonText
          hash={preview.hash}
          islands={preview.islands}
          slot={(island) => <AuthorsSlot island={island} checks={preview.checks} />}
        />
      </article>
    </section>
  )
}

function AuthorsSlot({ island, checks }: { island: Island; checks: readonly CheckKey[] }) {
  const t = useT(authoring)
  if (island.kind === 'reflect') return <p className="authors-hint">{t('edit.reflectHint')}</p>
  const check = checks.find(({ id }) => id === island.id)
  if (!check) return null
  const chosen = check.options.filter((option) => option.right).map(({ text }) => text)
  return (
    <>
      <p className="authors-hint">{t('edit.keyHint')}</p>
      <CheckOutcome judgement={{ right: true, chosen, explanation: check.explanation }} />
    </>
  )
}
