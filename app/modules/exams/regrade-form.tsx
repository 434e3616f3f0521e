import { Form } from '@remix-run/react'
import { useT } from '~/i18n/messages.ts'
import { regrade as texts } from '~/i18n/regrade.ts'
import { lettersOf } from '~/modules/questions/question.ts'
import { QuestionView } from '~/modules/questions/question-view.tsx'
import type { FieldErrors } from '~/platform/forms.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { Checkbox, RadioGroup } from '~/ui/choice.tsx'
import { Field, SelectField } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import type { RegradePage, RegradeQuery } from './regrade-page.ts'
import { policiesFor } from './ruling-form.ts'

type RegradeFormProps = {
  page: RegradePage
  query: RegradeQuery
  errors: FieldErrors | undefined
  /** in a sitting the address says which question; in the bank the page does */
  namesQuestion: boolean
}

/** The rule as somebody writes it down. Sent as an address: looking at what would change writes nothing. */
export function RegradeRuleForm({ page, query, errors, namesQuestion }: RegradeFormProps) {
  const t = useT(texts)
  const errorOf = useFieldErrors(errors)
  const { asked, versions, version, choice, key } = page
  const policies = policiesFor(asked)
  return (
    <section className="section mt-6" aria-labelledby="rule">
      <h2 id="rule">{t('form')}</h2>
      <div className="regrade-question">
        <QuestionView body={page.body} />
        {asked.kind !== 'constructed' && <p className="row-note">{t('form.now', { key: lettersOf(key) })}</p>}
      </div>
      <Form method="get" className="form" preventScrollReset>
        {namesQuestion && <input type="hidden" name="question" value={page.questionId} />}
        {versions.length > 1 ? (
          <SelectField name="version" label={t('form.version')} defaultValue={version}>
            {versions.map(({ number, attempts }) => (
              <option key={number} value={number}>
                {t('form.versionOf', { number, count: attempts })}
              </option>
            ))}
          </SelectField>
        ) : (
          <input type="hidden" name="version" value={version} />
        )}
        {page.body.kind === 'case' && (
          <RadioGroup
            name="choice"
            legend={t('form.choice')}
            isInline
            chosen={String(choice)}
            options={page.body.items.map((item, at) => ({
              value: String(at),
              label: `${t('form.choiceOf', { number: at + 1 })} ${lettersOf(item.key)}`,
            }))}
          />
        )}
        <RadioGroup
          name="policy"
          legend={t('form.policy')}
          error={errorOf('policy')}
          chosen={query.policy ?? policies[0]}
          options={policies.map((policy) => ({
            ...{ value: policy, label: t(`policy.${policy}`), help: t(`policy.${policy}Help`) },
          }))}
        />
        {policies.includes('newKey') && (
          <Field
            name="keys"
            label={t('form.keys')}
            help={t('form.keysHelp')}
            error={errorOf('keys')}
            defaultValue={query.keys}
            maxLength={60}
            autoComplete="off"
            isOptional
          />
        )}
        {policies.includes('points') && (
          <Field
            name="points"
            label={t('form.points')}
            help={t('form.pointsHelp')}
            error={errorOf('points')}
            defaultValue={query.points}
            inputMode="decimal"
            maxLength={6}
            autoComplete="off"
            isOptional
          />
        )}
        <Checkbox
          name="upwards"
          value="yes"
          label={t('form.upwards')}
          help={t('form.upwardsHelp')}
          defaultChecked={query.onlyUpwards}
        />
        <SubmitButton>{t('form.check')}</SubmitButton>
      </Form>
    </section>
  )
}
