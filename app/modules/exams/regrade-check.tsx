import { Form } from '@remix-run/react'
import { useT } from '~/i18n/messages.ts'
import { regrade as texts } from '~/i18n/regrade.ts'
import type { FieldErrors, FormValues } from '~/platform/forms.ts'
import { typed } from '~/platform/typed.ts'
import { LinkButton, SubmitButton } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { Notice } from '~/ui/notice.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'
import { readableScore } from './readable-score.ts'
import type { DryRunPage, MovedPerson, RegradePage, RegradeQuery } from './regrade-page.ts'
import { BandsPicture } from './regrade-picture.tsx'
import { rulingWords } from './ruling-words.ts'

type CheckProps = {
  page: RegradePage
  query: RegradeQuery
  check: DryRunPage
  /** where the rule is changed */
  backTo: string
  isStale: boolean
  errors: FieldErrors | undefined
  values: FormValues | undefined
}

/** The dry run: what would change, for whom, and the button that makes it so. */
export function RegradeCheck({ page, query, check, backTo, isStale, errors, values }: CheckProps) {
  const t = useT(texts)
  return (
    <section className="section mt-6" aria-labelledby="check">
      <h2 id="check">
        {t('check')}
        {' · '}
        {rulingWords(t, check.ruling)}
        {query.onlyUpwards && ` · ${t('list.upwards')}`}
      </h2>
      {isStale ? (
        <Notice tone="danger" isNews>
          {t('apply.stale')}
        </Notice>
      ) : (
        <Notice tone="info">{t('check.notYet')}</Notice>
      )}
      <Counts check={check} />
      {check.attempts > 0 && <BandsPicture bands={check.bands} passMarks={check.passMarks} />}
      {check.people && check.people.length > 0 && <PeopleTable people={check.people} />}
      <ApplyForm page={page} query={query} check={check} errors={errors} values={values} />
      <p className="mt-4">
        <LinkButton to={backTo} kind="quiet" icon="left">
          {t('check.back')}
        </LinkButton>
      </p>
    </section>
  )
}

const counted = ['up', 'down', 'kept', 'nowPass', 'nowFail'] as const

function Counts({ check }: { check: DryRunPage }) {
  const t = useT(texts)
  if (check.attempts === 0) return <p className="mt-4">{t('check.none')}</p>
  const isSame = check.up + check.down === 0
  return (
    <>
      <ul className="regrade-counts">
        <li>{t('check.attempts', { count: check.attempts })}</li>
        {counted
          .filter((name) => check[name] > 0)
          .map((name) => (
            <li key={name} data-heavy={name === 'down' || name === 'nowFail' || undefined}>
              {t(`check.${name}`, { count: check[name] })}
            </li>
          ))}
      </ul>
      {isSame && <p>{t('check.same')}</p>}
    </>
  )
}

function PeopleTable({ people }: { people: readonly MovedPerson[] }) {
  const t = useT(texts)
  const said = ({ halfPoints, outOf, passed }: MovedPerson['before']) => (
    <>
      {t('people.points', { points: readableScore(halfPoints), outOf: readableScore(outOf) })}{' '}
      <span className="row-note">{t(passed ? 'people.passed' : 'people.failed')}</span>
    </>
  )
  return (
    <div className="regrade-people">
      <Table
        caption={t('people')}
        isFirstSticky
        head={
          <>
            <HeadCell>{t('people.name')}</HeadCell>
            <HeadCell align="end">{t('people.before')}</HeadCell>
            <HeadCell align="end">{t('people.after')}</HeadCell>
          </>
        }
      >
        {people.map(({ attemptId, name, before, after }) => (
          <tr key={attemptId}>
            <th scope="row">{name}</th>
            <td data-align="end">{said(before)}</td>
            <td data-align="end">{said(after)}</td>
          </tr>
        ))}
      </Table>
    </div>
  )
}

type ApplyProps = Pick<CheckProps, 'page' | 'query' | 'check' | 'errors' | 'values'>

function ApplyForm({ page, query, check, errors, values }: ApplyProps) {
  const t = useT(texts)
  const errorOf = useFieldErrors(errors)
  const { policy, keys, points, onlyUpwards } = query
  const hidden = {
    ...{ version: page.version, choice: page.choice, policy: policy ?? '', keys, points },
    ...{ regradeId: check.regradeId, stamp: check.stamp },
  }
  return (
    <Form method="post" className="form mt-6" preventScrollReset>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {onlyUpwards && <input type="hidden" name="upwards" value="yes" />}
      <p>{t('apply.notice')}</p>
      <Field
        name="reason"
        label={t('apply.reason')}
        help={t('apply.reasonHelp')}
        error={errorOf('reason')}
        defaultValue={typed(values, 'reason')}
        maxLength={300}
        required
      />
      <SubmitButton intent="apply">{t('apply')}</SubmitButton>
    </Form>
  )
}
