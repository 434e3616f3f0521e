import { useId } from 'react'
import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import { Checkbox } from '~/ui/choice.tsx'
import { FieldError } from '~/ui/field.tsx'
import { useDraftField } from './form-place.tsx'
import type { QuestionDraft } from './question-draft.ts'
import { VerificationMark } from './question-state-mark.tsx'
import type { PointTree } from './syllabus-tree.server.ts'
import { useTitle } from './use-title.ts'

/** Knowledge points by chapter; chapters with a chosen one stand open. */
export function PointFields({ draft, tree }: { draft: QuestionDraft; tree: PointTree }) {
  const t = useT(bank)
  const titleOf = useTitle()
  const id = useId()
  const { error } = useDraftField()('points')
  const isChosen = (point: string) => draft.points.includes(point)
  const known = new Set(tree.flatMap(({ points }) => points.map((point) => point.id)))
  return (
    <fieldset
      className="choice-group"
      aria-describedby={[error && `${id}-error`, `${id}-help`].filter(Boolean).join(' ')}
    >
      <legend>{t('field.points')}</legend>
      <p className="field-help" id={`${id}-help`}>
        {t('field.pointsHelp')}
      </p>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {/* points of another subject, as an import may bring them: kept */}
      {draft.points
        .filter((point) => !known.has(point))
        .map((point) => (
          <input key={point} type="hidden" name="points" value={point} />
        ))}
      <div className="point-tree">
        {tree.map((chapter) => (
          <details key={chapter.no} open={chapter.points.some(({ id: point }) => isChosen(point))}>
            <summary>
              <span>
                {t('list.chapterOption', { no: chapter.no, title: titleOf(chapter) })}{' '}
                {chapter.status === 'unverified' && <VerificationMark status="unverified" />}
              </span>
            </summary>
            <div className="point-choices">
              {chapter.points.map((point) => (
                <Checkbox
                  key={point.id}
                  name="points"
                  value={point.id}
                  label={titleOf(point)}
                  defaultChecked={isChosen(point.id)}
                />
              ))}
            </div>
          </details>
        ))}
      </div>
    </fieldset>
  )
}
