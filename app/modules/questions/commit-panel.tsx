import { importing } from '~/i18n/importing.ts'
import { useT } from '~/i18n/messages.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { Checkbox } from '~/ui/choice.tsx'
import { ConfirmForm } from '~/ui/confirm-form.tsx'
import type { ImportPage } from './question-import.ts'

/** All that is chosen, or nothing: what will not come is said before. Part of the form that holds the ticks. */
export function CommitPanel({ page: { counts } }: { page: ImportPage }) {
  const t = useT(importing)
  const left = counts.all - counts.chosen
  return (
    <section className="review-desk" aria-labelledby="commit">
      <h2 id="commit">{t('commit.title')}</h2>
      <p>
        {t('commit.counts', { ...counts })} {left > 0 && t('commit.left', { count: left })}
      </p>
      <input type="hidden" name="expected" value={counts.chosen} />
      {counts.chosen > 0 && (
        <>
          <Checkbox name="isProposed" value="yes" label={t('commit.propose')} />
          <SubmitButton intent="commit">{t('commit.act', { count: counts.chosen })}</SubmitButton>
        </>
      )}
    </section>
  )
}

export function DiscardAct() {
  const t = useT(importing)
  return (
    <div className="mt-8">
      <ConfirmForm
        label={t('discard.act')}
        question={t('discard.question')}
        confirmLabel={t('discard.confirm')}
        intent="discard"
      />
    </div>
  )
}
