import { lesson } from '~/i18n/lesson.ts'
import { useT } from '~/i18n/messages.ts'
import type { Judgement } from './checks.ts'

type CheckOutcomeProps = {
  /** her last answer, judged; undefined before she has answered */
  judgement?: Judgement
  /** this question has been answered right before, whatever the last answer was */
  wasRight?: boolean
  /** what was sent was no answer: nothing chosen */
  isEmpty?: boolean
}

/** The slot of a `Check`. It is there before there is anything to say, so that a screen reader hears it being said. */
export function CheckOutcome({ judgement, wasRight = false, isEmpty = false }: CheckOutcomeProps) {
  const t = useT(lesson)
  return (
    <div className="check-outcome" role="status" data-outcome={isEmpty ? 'empty' : outcomeOf(judgement)}>
      {isEmpty && <p>{t('check.empty')}</p>}
      {!isEmpty && judgement && (
        <>
          <p className="check-verdict">
            <OutcomeMark right={judgement.right} />
            {t(judgement.right ? 'check.right' : 'check.wrong')}
          </p>
          {!judgement.right && wasRight && <p className="check-chosen">{t('check.wasRight')}</p>}
          <p className="check-chosen">
            {t('check.chosen')}
            {judgement.chosen.join(t('check.chosenSeparator'))}
          </p>
          <div
            className="check-explanation"
            lang="zh-CN"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own compilers
            dangerouslySetInnerHTML={{ __html: judgement.explanation }}
          />
          {!judgement.right && <p className="check-retry">{t('check.retry')}</p>}
        </>
      )}
    </div>
  )
}

function outcomeOf(judgement: Judgement | undefined): 'right' | 'wrong' | undefined {
  if (!judgement) return undefined
  return judgement.right ? 'right' : 'wrong'
}

function OutcomeMark({ right }: { right: boolean }) {
  return (
    <svg className="check-mark" viewBox="0 0 20 20" aria-hidden="true">
      <path d={right ? 'M4 10.5 8.2 14.7 16 6' : 'M5 5 15 15 M15 5 5 15'} />
    </svg>
  )
}
