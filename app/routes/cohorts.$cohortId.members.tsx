import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cohorts as texts } from '~/i18n/cohorts.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { AddMembers } from '~/modules/cohorts/add-members.tsx'
import { CohortHeader } from '~/modules/cohorts/cohort-header.tsx'
import { mayRunCohorts } from '~/modules/cohorts/cohorts.policy.ts'
import { RosterForm } from '~/modules/cohorts/cohorts.schema.ts'
import { getCohort } from '~/modules/cohorts/cohorts.server.ts'
import { assignMentor, withdrawMentor } from '~/modules/cohorts/mentorships.server.ts'
import {
  createMember,
  importMembers,
  issueMemberCodes,
  listMembers,
  previewMembers,
  readmitMembers,
  removeMembers,
} from '~/modules/cohorts/roster.server.ts'
import { RosterFilter } from '~/modules/cohorts/roster-filter.tsx'
import { type RosterNews, RosterNewsNote } from '~/modules/cohorts/roster-news.tsx'
import { RosterTable } from '~/modules/cohorts/roster-table.tsx'
import { listStaff } from '~/modules/cohorts/staff.server.ts'
import { organisationChoices } from '~/modules/identity/organisations.server.ts'
import { paths } from '~/paths.ts'
import { type FieldErrors, type FormValues, parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { ticked } from '~/platform/typed.ts'
import { LinkButton } from '~/ui/button.tsx'
import { EmptyChairs } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { Frame } from '~/ui/frame.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import { TableEmpty } from '~/ui/table.tsx'

export const loader = guarded(mayRunCohorts, async ({ actor, context, params, request, now }) => {
  const cohortId = param(params, 'cohortId')
  const query = new URL(request.url).searchParams
  const adding: 'paste' | 'one' | null = query.get('add') === 'paste' ? 'paste' : query.has('add') ? 'one' : null
  const [search, mentorId] = [query.get('q') ?? '', query.get('mentor') || null]
  const [cohort, staff, members, organisations] = await Promise.all([
    getCohort(actor, cohortId),
    listStaff(actor, cohortId, 'mentor'),
    adding ? [] : listMembers(actor, cohortId, { search, mentorId }, now),
    adding ? organisationChoices(actor) : [],
  ])
  const codeAddress = context.publicOrigin + paths.code()
  return { cohort, mentors: staff.appointed, members, organisations, adding, search, mentorId, codeAddress }
})

type Result = {
  readonly errors?: FieldErrors
  readonly values?: FormValues
  readonly plan?: Awaited<ReturnType<typeof previewMembers>>
  readonly news?: RosterNews
}

export const action = guarded(mayRunCohorts, async ({ actor, params, request, now }) => {
  const cohortId = param(params, 'cohortId')
  const formData = await request.formData()
  const form = parseForm(RosterForm, formData)
  const answer = (result: Result, status = 200) => data(result, { status })
  if (!form.ok) {
    // Whether somebody may change this cohort comes before what is wrong with the form.
    await getCohort(actor, cohortId)
    return answer({ errors: form.errors, values: form.values }, 422)
  }
  const { value } = form
  switch (value.intent) {
    case 'create': {
      const { intent: _, ...person } = value
      const outcome = await createMember(actor, cohortId, person, now)
      if (outcome.kind === 'created') return answer({ news: imported([outcome.issued], 1, 0) })
      return answer(
        { errors: { [outcome.field]: outcome.code }, values: { ...person, phone: person.phone ?? '' } },
        422,
      )
    }
    case 'preview':
      return answer({ plan: await previewMembers(actor, cohortId, value), values: listValues(value) })
    case 'import': {
      const { created, joined, faults } = await importMembers(actor, cohortId, value, now)
      return answer({ news: imported(created, joined, faults) })
    }
    case 'assign':
      await assignMentor(actor, cohortId, value.personIds, value.mentorId, now)
      return answer({ news: { kind: 'done' } })
    case 'withdraw':
      await withdrawMentor(actor, cohortId, value.personIds, value.mentorId, now)
      return answer({ news: { kind: 'done' } })
    case 'codes': {
      const codes = await issueMemberCodes(actor, cohortId, value.personIds, now)
      return answer({ news: { kind: 'codes', codes, leftOut: value.personIds.length - codes.length } })
    }
    case 'remove':
      await removeMembers(actor, cohortId, value.personIds, now)
      return answer({ news: { kind: 'removed', personIds: value.personIds } })
    case 'readmit':
      await readmitMembers(actor, cohortId, value.personIds, now)
      return answer({ news: { kind: 'done' } })
  }
})

type ImportNews = Extract<RosterNews, { kind: 'imported' }>

function imported(codes: ImportNews['codes'], joined: number, faults: number): ImportNews {
  return { kind: 'imported', codes, joined, faults }
}

function listValues({ text, defaultOrganisationId }: { text: string; defaultOrganisationId: string | null }) {
  return { text, defaultOrganisationId: defaultOrganisationId ?? '' }
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, texts, 'title.members', { name: data?.cohort.name ?? '' })

export default function MembersRoute() {
  const { cohort, adding, codeAddress, organisations } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <Frame space="cohorts">
      <CohortHeader cohort={cohort} acts={!adding && !cohort.isArchived && cohort.members > 0 && <AddButtons />} />
      {result?.news && <RosterNewsNote news={result.news} codeAddress={codeAddress} />}
      {adding ? (
        <AddMembers
          key={result?.news ? firstOf(result.news) : 'same'}
          way={adding}
          cohortId={cohort.id}
          organisations={organisations}
          plan={result?.plan}
          errors={result?.errors}
          values={result?.values}
        />
      ) : (
        <Roster errors={result?.errors} chosen={ticked(result?.values, 'personIds')} />
      )}
    </Frame>
  )
}

/** Who was just created: the form that she was typed into begins anew. */
function firstOf(news: RosterNews): string {
  return (news.kind === 'imported' && news.codes[0]?.personId) || 'new'
}

function AddButtons() {
  const { cohort } = useLoaderData<typeof loader>()
  const t = useT(texts)
  return (
    <>
      <LinkButton to={paths.roster(cohort.id, { add: 'paste' })} kind="primary" icon="plus">
        {t('members.paste')}
      </LinkButton>
      <LinkButton to={paths.roster(cohort.id, { add: 'one' })}>{t('members.addOne')}</LinkButton>
    </>
  )
}

function Roster({ errors, chosen }: { errors: FieldErrors | undefined; chosen: readonly string[] }) {
  const { cohort, members, mentors, search, mentorId } = useLoaderData<typeof loader>()
  const t = useT(texts)
  if (cohort.members === 0) {
    return (
      <EmptyState
        drawing={<EmptyChairs />}
        title={t('members.empty')}
        act={
          <span className="button-row">
            <AddButtons />
          </span>
        }
      >
        {t('members.emptyHint')}
      </EmptyState>
    )
  }
  return (
    <>
      <RosterFilter cohortId={cohort.id} search={search} mentorId={mentorId} mentors={mentors} />
      <div className="mt-4">
        <ErrorSummary errors={errors} labels={{}} />
      </div>
      {members.length === 0 ? (
        <TableEmpty>{t('members.nobody')}</TableEmpty>
      ) : (
        <RosterTable members={members} mentors={mentors} isOpen={!cohort.isArchived} chosen={chosen} />
      )}
    </>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
