import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { Field, SelectField } from '~/ui/field.tsx'
import { FilterBar } from '~/ui/filter-bar.tsx'
import { addressOf, type BankQuery, chapterKey } from './bank-query.ts'
import { questionKinds } from './question.ts'
import { SubjectField } from './subject-filter.tsx'
import type { PointTree } from './syllabus-tree.server.ts'
import { useTitle } from './use-title.ts'

/** `tree`: chapters and points of the chosen subject; empty while none is chosen. */
export function BankFilter({ query, tree }: { query: BankQuery; tree: PointTree }) {
  const t = useT(bank)
  const { status, ...state } = addressOf(query)
  const isFiltered = Object.values(state).some((value) => value !== '')
  return (
    <FilterBar
      key={Object.values(state).join('/')}
      label={t('list.filter')}
      clearTo={isFiltered ? paths.bank({ status }) : undefined}
    >
      {status && <input type="hidden" name="status" value={status} />}
      <Field name="q" type="search" label={t('list.search')} defaultValue={state.q} maxLength={60} />
      <SubjectField subject={state.subject} />
      <SelectField name="kind" label={t('list.kind')} defaultValue={state.kind}>
        <option value="">{t('list.allKinds')}</option>
        {questionKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </option>
        ))}
      </SelectField>
      {query.subject && <PlaceFields query={query} tree={tree} />}
      <SelectField name="difficulty" label={t('list.difficulty')} defaultValue={state.difficulty}>
        <option value="">{t('list.allDifficulties')}</option>
        {([1, 2, 3, 4, 5] as const).map((level) => (
          <option key={level} value={level}>
            {t(`difficulty.${level}`)}
          </option>
        ))}
      </SelectField>
    </FilterBar>
  )
}

function PlaceFields({ query, tree }: { query: BankQuery; tree: PointTree }) {
  const t = useT(bank)
  const titleOf = useTitle()
  const { chapter, point } = addressOf(query)
  const words = (one: PointTree[number]) =>
    t(one.status === 'verified' ? 'list.chapterOption' : 'list.chapterUnsure', { no: one.no, title: titleOf(one) })
  return (
    <>
      <SelectField name="chapter" label={t('list.chapter')} defaultValue={chapter}>
        <option value="">{t('list.allChapters')}</option>
        {tree.map((one) => (
          <option key={one.no} value={chapterKey(query.subject ?? '', one.no)}>
            {words(one)}
          </option>
        ))}
      </SelectField>
      <SelectField name="point" label={t('list.point')} defaultValue={point}>
        <option value="">{t('list.allPoints')}</option>
        {tree.map((one) => (
          <optgroup key={one.no} label={words(one)}>
            {one.points.map((each) => (
              <option key={each.id} value={each.id}>
                {titleOf(each)}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
    </>
  )
}
