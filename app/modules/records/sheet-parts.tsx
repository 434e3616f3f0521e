import { mentor as mentorTexts } from '~/i18n/mentor.ts'
import { useT } from '~/i18n/messages.ts'
import { sheet as sheetTexts } from '~/i18n/sheet.ts'
import { idleDays, paces } from '~/modules/courses/pace.ts'
import { lessonStates } from '~/modules/courses/progress.ts'
import { paths } from '~/paths.ts'
import { Field, SelectField } from '~/ui/field.tsx'
import { FilterBar } from '~/ui/filter-bar.tsx'
import { sheetQueryValues, sheetSorts, sheetViews } from './sheet.ts'
import type { SheetPage } from './sheet-page.ts'

export function SheetFilters({ page }: { page: SheetPage }) {
  const t = useT(sheetTexts)
  const tm = useT(mentorTexts)
  const { query, cohort, trackId } = page
  const isFiltered = Boolean(query.search || query.organisationId || query.mentorId || query.pace)
  return (
    <FilterBar label={t('filters')} clearTo={isFiltered ? paths.sheet(cohort.id, { track: query.trackId }) : undefined}>
      {page.tracks.length > 1 && (
        <SelectField name="track" label={t('track')} defaultValue={trackId ?? ''}>
          {page.tracks.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
      )}
      <Field name="q" type="search" label={t('search')} defaultValue={query.search} />
      <Choices
        name="organisation"
        label={t('organisation')}
        value={query.organisationId}
        choices={page.organisations}
      />
      <Choices name="mentor" label={t('mentor')} value={query.mentorId} choices={page.mentors} />
      <Choices
        name="pace"
        label={t('pace')}
        value={query.pace}
        choices={paces.map((id) => ({ id, name: tm(`pace.${id}`) }))}
      />
      <SelectField name="view" label={t('view')} defaultValue={query.view}>
        {sheetViews.map((view) => (
          <option key={view} value={view}>
            {t(`view.${view}`)}
          </option>
        ))}
      </SelectField>
      <SelectField name="sort" label={t('sort')} defaultValue={query.sort}>
        {sheetSorts.map((sort) => (
          <option key={sort} value={sort}>
            {t(`sort.${sort}`)}
          </option>
        ))}
      </SelectField>
    </FilterBar>
  )
}

type ChoicesProps = {
  name: string
  label: string
  value: string | null
  choices: ReadonlyArray<{ readonly id: string; readonly name: string }>
}

function Choices({ name, label, value, choices }: ChoicesProps) {
  const t = useT(sheetTexts)
  return (
    <SelectField name={name} label={label} defaultValue={value ?? ''}>
      <option value="">{t('all')}</option>
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.name}
        </option>
      ))}
    </SelectField>
  )
}

/** How many are shown, and how many of them in each pace; each number leads to its rows. */
export function SheetCounts({ page }: { page: SheetPage }) {
  const t = useT(sheetTexts)
  const tm = useT(mentorTexts)
  const values = sheetQueryValues(page.query)
  return (
    <p className="sheet-counts">
      <b>
        {page.rowCount === page.memberCount
          ? t('counted', { count: page.rowCount })
          : t('shown', { shown: page.rowCount, count: page.memberCount })}
      </b>
      {paces
        .filter((pace) => page.paces[pace] > 0)
        .map((pace) => (
          <a
            key={pace}
            href={paths.sheet(page.cohort.id, { ...values, pace })}
            className="sheet-count"
            data-pace={pace}
          >
            {tm(`pace.${pace}`)} {page.paces[pace]}
          </a>
        ))}
    </p>
  )
}

/** What the letters, the columns and the numbers mean: under the table, on paper too. */
export function SheetDefinitions({ page }: { page: SheetPage }) {
  const t = useT(sheetTexts)
  return (
    <section className="sheet-definitions" aria-label={t('definitions')}>
      <p className="sheet-legend">
        {t('legend')}
        {lessonStates.map((state) => (
          <span key={state} className="sheet-key">
            <b className="sheet-letter" data-state={state}>
              {t(`letter.${state}`)}
            </b>{' '}
            {t(`letterMeaning.${state}`)}
          </span>
        ))}
      </p>
      {page.query.view === 'lesson' && (
        <details>
          <summary>{t('columns')}</summary>
          <ol>
            {page.columns.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ol>
        </details>
      )}
      <p>{t('definition.progress')}</p>
      <p>{t('definition.minutes')}</p>
      <p>{t('definition.pace', { days: idleDays })}</p>
      <p>{t('definition.asOf', { moment: page.asOf })}</p>
    </section>
  )
}
