import { forwardRef, useState } from 'react'
import { useT } from '~/i18n/messages.ts'
import { sitting as texts } from '~/i18n/sitting.ts'
import { Button, ButtonRow } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import type { CardSummary } from './answer-card.ts'
import { numberRanges } from './number-ranges.ts'

type SubmitDialogProps = {
  counts: CardSummary
  /** answers that have not reached the server */
  waiting: number
  /** false: the server did not hear of it */
  onSubmit: () => Promise<boolean>
}

/** Asks once more, and says what is blank, marked and not yet sent. */
export const SubmitDialog = forwardRef<HTMLDialogElement, SubmitDialogProps>(function SubmitDialog(props, ref) {
  const { counts, waiting, onSubmit } = props
  const t = useT(texts)
  const [state, setState] = useState<'asking' | 'busy' | 'failed'>('asking')
  const submit = async () => {
    setState('busy')
    setState((await onSubmit()) ? 'busy' : 'failed')
  }
  return (
    <dialog ref={ref} className="layer" data-side="middle" aria-labelledby="submit-title">
      <div className="layer-head">
        <h2 id="submit-title">{t('submit.title')}</h2>
      </div>
      <div className="layer-body stack">
        {counts.blank.length > 0 && (
          <p>{t('submit.blank', { count: counts.blank.length, list: numberRanges(counts.blank, t('card.comma')) })}</p>
        )}
        {counts.marked.length > 0 && (
          <p>
            {t('submit.marked', { count: counts.marked.length, list: numberRanges(counts.marked, t('card.comma')) })}
          </p>
        )}
        {waiting > 0 && <Notice tone="warn">{t('submit.waiting', { count: waiting })}</Notice>}
        {state === 'failed' && (
          <Notice tone="danger" isNews>
            {t('submit.failed')}
          </Notice>
        )}
        <p>{t('submit.final')}</p>
        <ButtonRow>
          <Button kind="primary" isBusy={state === 'busy'} onClick={submit}>
            {t('submit.do')}
          </Button>
          <form method="dialog">
            <Button type="submit" kind="quiet">
              {t('submit.back')}
            </Button>
          </form>
        </ButtonRow>
      </div>
    </dialog>
  )
})
