import { Form } from '@remix-run/react'
import { useT } from '~/i18n/messages.ts'
import { sittings as texts } from '~/i18n/sittings.ts'
import { timeOfDay } from '~/platform/calendar.ts'
import { ButtonRow, SubmitButton } from '~/ui/button.tsx'
import { Checkbox } from '~/ui/choice.tsx'
import { Field } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import type { LateGroup } from './late-answers.server.ts'
import type { Refused } from './reason-field.tsx'

type LateAnswersProps = { groups: readonly LateGroup[]; refused: Refused | undefined; isOpen: boolean }

/** 补传待审, attempt by attempt: everything is ticked, because most of it was written in time and travelled slowly. */
export function LateAnswers({ groups, refused, isOpen }: LateAnswersProps) {
  const t = useT(texts)
  if (groups.length === 0) return null
  return (
    <section className="section mt-8" aria-labelledby="late">
      <h2 id="late">{t('late')}</h2>
      <p className="row-note">{t('late.lead')}</p>
      <div className="late-groups">
        {groups.map((group) => (
          <LateForm key={group.attemptId} group={group} refused={refused} isOpen={isOpen} />
        ))}
      </div>
    </section>
  )
}

function LateForm({ group, refused, isOpen }: { group: LateGroup } & Pick<LateAnswersProps, 'refused' | 'isOpen'>) {
  const t = useT(texts)
  const isRefused = refused?.values?.attemptId === group.attemptId && refused.intent !== 'void'
  const errorOf = useFieldErrors(isRefused ? refused?.errors : undefined)
  const mayDecide = isOpen && group.isOver
  return (
    <Form method="post" preventScrollReset className="late-group">
      <h3>{t('late.of', { name: group.name, count: group.answers.length })}</h3>
      <input type="hidden" name="attemptId" value={group.attemptId} />
      <ul>
        {group.answers.map((answer) => (
          <li key={answer.id}>
            <Checkbox
              name="lateIds"
              value={answer.id}
              defaultChecked
              disabled={!mayDecide}
              label={
                <>
                  {t('late.item', { number: answer.number })} ·{' '}
                  <b>{t('late.said', { said: answer.said || t('late.blank') })}</b> ·{' '}
                  {t('late.stands', { stands: answer.stands || t('late.blank') })}
                </>
              }
              help={t(`late.reason.${answer.reason}`, { time: timeOfDay(answer.arrivedAt) })}
            />
          </li>
        ))}
      </ul>
      {mayDecide ? (
        <>
          <Field name="reason" label={t('late.why')} error={errorOf('reason')} maxLength={300} required />
          <ButtonRow>
            <SubmitButton intent="accept" kind="plain">
              {t('late.accept')}
            </SubmitButton>
            <SubmitButton intent="reject" kind="danger">
              {t('late.reject')}
            </SubmitButton>
          </ButtonRow>
        </>
      ) : (
        !group.isOver && <p className="row-note">{t('late.running')}</p>
      )}
    </Form>
  )
}
