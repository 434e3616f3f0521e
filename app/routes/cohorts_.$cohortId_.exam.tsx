import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { exam } from '~/i18n/exam.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { realExam } from '~/i18n/real-exam.ts'
import { CohortHeader } from '~/modules/cohorts/cohort-header.tsx'
import { mayRunCohorts } from '~/modules/cohorts/cohorts.policy.ts'
import { getCohort } from '~/modules/cohorts/cohorts.server.ts'
import { CohortExamForm } from '~/modules/exams/real-exam.schema.ts'
import { examFigures, readExamQuery, uncheckedIn, yearsToShow } from '~/modules/exams/real-exam.ts'
import {
  checkAllExam,
  checkExam,
  listCohortExam,
  restoreExam,
  saveExamRow,
} from '~/modules/exams/real-exam-cohort.server.ts'
import { RealExamDefinitions, RealExamFigures, SubjectChart } from '~/modules/exams/real-exam-figures.tsx'
import {
  importResults,
  previewResults,
  type ResultPreview,
  takeUpload,
} from '~/modules/exams/real-exam-import.server.ts'
import { RealExamListForm } from '~/modules/exams/real-exam-list-form.tsx'
import { type RealExamNews, RealExamNewsNote } from '~/modules/exams/real-exam-news.tsx'
import { RealExamRowForm } from '~/modules/exams/real-exam-row-form.tsx'
import { RealExamTable } from '~/modules/exams/real-exam-table.tsx'
import { skippedYears, yearsByLevel } from '~/modules/exams/skipped-years.server.ts'
import { levels, subjectCodes, subjects } from '~/modules/questions/subjects.ts'
import { paths } from '~/paths.ts'
import { dayOf } from '~/platform/calendar.ts'
import { type FieldErrors, type FormValues, parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { LinkButton } from '~/ui/button.tsx'
import { EmptyChairs } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { SelectField } from '~/ui/field.tsx'
import { FilterBar } from '~/ui/filter-bar.tsx'
import { Frame } from '~/ui/frame.tsx'
import { Icon } from '~/ui/icon.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import { TableEmpty } from '~/ui/table.tsx'

export const loader = guarded(mayRunCohorts, async ({ actor, params, request, now }) => {
  const cohortId = param(params, 'cohortId')
  const query = new URL(request.url).searchParams
  const today = dayOf(now)
  const { year, level, isUncheckedOnly } = readExamQuery(query, today)
  const [cohort, people, skipped] = await Promise.all([
    getCohort(actor, cohortId),
    listCohortExam(actor, cohortId),
    skippedYears(),
  ])
  const view = query.get('add') ? 'list' : people.some(({ id }) => id === query.get('edit')) ? 'row' : 'table'
  return {
    ...{ cohort, people, year, level, view, now, skipped, personId: query.get('edit'), isUncheckedOnly },
    years: yearsToShow(people, today),
    figures: examFigures(people, year, yearsByLevel(skipped)),
  }
})

type Result = {
  readonly errors?: FieldErrors
  readonly values?: FormValues
  readonly preview?: ResultPreview
  readonly news?: RealExamNews
}

export const action = guarded(mayRunCohorts, async ({ actor, params, request, now }) => {
  const cohortId = param(params, 'cohortId')
  const formData = await request.formData()
  const answer = (result: Result, status = 200) => data(result, { status })
  const badFile = formData.get('intent') === 'preview' ? await takeUpload(actor, cohortId, formData) : null
  const form = parseForm(CohortExamForm, formData)
  if (badFile || !form.ok) {
    // Whether somebody may change this cohort comes before what is wrong with the form.
    await getCohort(actor, cohortId)
    const values = form.ok ? listValues(formData) : form.values
    return answer({ errors: badFile ? { file: badFile } : form.ok ? {} : form.errors, values }, 422)
  }
  const { value } = form
  switch (value.intent) {
    case 'row': {
      const outcome = await saveExamRow(actor, cohortId, value, now)
      if (outcome.kind === 'saved') return answer({ news: outcome })
      if (outcome.kind === 'done') return answer({})
      return answer({ errors: { [outcome.field]: outcome.code }, values: textsOf(formData) }, 422)
    }
    case 'restore':
      await restoreExam(actor, cohortId, value, now)
      return answer({ news: { kind: 'restored' } })
    case 'check': {
      if (value.recordIds.length + value.certificateIds.length === 0) {
        await getCohort(actor, cohortId)
        return answer({ errors: { '': 'nothingTicked' } }, 422)
      }
      return answer({ news: { kind: 'checked', count: await checkExam(actor, cohortId, value, now) } })
    }
    case 'checkAll':
      return answer({ news: { kind: 'checked', count: await checkAllExam(actor, cohortId, value, now) } })
    case 'preview':
      return answer({ preview: await previewResults(actor, cohortId, value, now), values: listValues(formData) })
    case 'import':
    case 'importAll': {
      const lines = value.intent === 'importAll' ? ('all' as const) : value.lines
      const outcome = await importResults(actor, cohortId, { ...value, lines }, now)
      if (outcome === 'changedSince') {
        const preview = await previewResults(actor, cohortId, value, now)
        return answer({ preview, values: listValues(formData), errors: { text: 'listChanged' } }, 422)
      }
      const { rest, ...told } = outcome
      const news = { kind: 'imported' as const, ...told }
      if (rest === '') return answer({ news })
      const left = { text: rest, defaultYear: value.defaultYear }
      const values = { text: rest, defaultYear: String(value.defaultYear) }
      return answer({ news, values, preview: await previewResults(actor, cohortId, left, now) })
    }
  }
})

function listValues(form: FormData): FormValues {
  return { text: String(form.get('text') ?? ''), defaultYear: String(form.get('defaultYear') ?? '') }
}

function textsOf(form: FormData): FormValues {
  return Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, realExam, 'cohort.title', { name: data?.cohort.name ?? '' })

/** A refused form is compared with what stands now. */
export const shouldRevalidate = () => true

export default function CohortExamRoute() {
  const { cohort, people, year, level, years, view, personId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useT(realExam)
  const here = { year, level }
  const person = people.find(({ id }) => id === personId)
  const form = { errors: result?.errors, values: result?.values, backTo: paths.cohortExam(cohort.id, here) }
  const isSaved = result?.news?.kind === 'saved' || result?.news?.kind === 'restored'
  return (
    <Frame space="cohorts">
      <CohortHeader cohort={cohort} lead={t('cohort.lead')} acts={people.length > 0 && view === 'table' && <Acts />} />
      {result?.news && <RealExamNewsNote news={result.news} />}
      {people.length === 0 ? (
        <EmptyState
          drawing={<EmptyChairs />}
          title={t('cohort.empty')}
          act={
            <LinkButton to={paths.roster(cohort.id)} kind="primary">
              {t('cohort.members')}
            </LinkButton>
          }
        >
          {t('cohort.emptyHint')}
        </EmptyState>
      ) : view === 'list' ? (
        <RealExamListForm {...form} years={years} year={year} preview={result?.preview} />
      ) : view === 'row' && person && !isSaved ? (
        <RealExamRowForm {...form} key={person.id} person={person} year={year} />
      ) : (
        <Overview />
      )}
    </Frame>
  )
}

function Acts() {
  const { cohort, year, level } = useLoaderData<typeof loader>()
  const t = useT(realExam)
  return (
    <>
      {!cohort.isArchived && (
        <LinkButton to={paths.cohortExam(cohort.id, { year, level, add: 'list' })} kind="primary" icon="plus">
          {t('cohort.import')}
        </LinkButton>
      )}
      <form method="post" action={paths.cohortExamExport(cohort.id, { year })}>
        <button type="submit" className="button" data-kind="plain">
          <Icon name="download" />
          {t('cohort.export')}
        </button>
      </form>
    </>
  )
}

function Overview() {
  const { cohort, people, year, level, figures, now, skipped, isUncheckedOnly } = useLoaderData<typeof loader>()
  const here = { year, level, show: isUncheckedOnly ? 'unchecked' : null }
  const shown = isUncheckedOnly ? people.filter((person) => uncheckedIn([person], year) > 0) : people
  const result = useActionData<typeof action>()
  const t = useT(realExam)
  return (
    <>
      <Filter />
      <div className="mt-4">
        <ErrorSummary errors={result?.errors} labels={{}} />
      </div>
      <RealExamFigures figures={figures} year={year} />
      {shown.length === 0 ? (
        <TableEmpty>{t('cohort.nobodyWaits')}</TableEmpty>
      ) : (
        <RealExamTable
          key={now.toISOString()}
          here={paths.cohortExam(cohort.id, here)}
          year={year}
          readAt={now}
          people={shown}
          subjects={subjectCodes.filter((code) => level === null || subjects[code].level === level)}
          unchecked={figures.unchecked}
          isOpen={!cohort.isArchived}
          editPath={(edit) => paths.cohortExam(cohort.id, { ...here, edit })}
        />
      )}
      <SubjectChart figures={figures} year={year} />
      <RealExamDefinitions figures={figures} skipped={skipped} now={now} />
    </>
  )
}

function Filter() {
  const { year, level, years, isUncheckedOnly } = useLoaderData<typeof loader>()
  const t = useT(realExam)
  const say = useT(exam)
  return (
    <div className="mt-4">
      <FilterBar key={`${year}/${level}/${isUncheckedOnly}`} label={t('cohort.filter')}>
        <SelectField name="year" label={t('cohort.year')} defaultValue={String(year)}>
          {years.map((one) => (
            <option key={one} value={one}>
              {t('yearMark', { year: one })}
            </option>
          ))}
        </SelectField>
        <SelectField name="level" label={t('cohort.level')} defaultValue={level ?? ''}>
          <option value="">{t('cohort.allLevels')}</option>
          {levels.map((one) => (
            <option key={one} value={one}>
              {say(`level.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField name="show" label={t('cohort.show')} defaultValue={isUncheckedOnly ? 'unchecked' : ''}>
          <option value="">{t('cohort.everybody')}</option>
          <option value="unchecked">{t('unchecked')}</option>
        </SelectField>
      </FilterBar>
    </div>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
