import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { admin } from '~/i18n/admin.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import type { IssuedCode } from '~/modules/identity/access-codes.server.ts'
import { AddPeople } from '~/modules/identity/add-people.tsx'
import { CodeSheet } from '~/modules/identity/code-sheet.tsx'
import { NewPeopleForm } from '~/modules/identity/identity.schema.ts'
import { createPerson, importPeople, previewImport } from '~/modules/identity/new-people.server.ts'
import { organisationChoices } from '~/modules/identity/organisations.server.ts'
import { listPeople } from '~/modules/identity/people.server.ts'
import { addressOf, PeopleFilter } from '~/modules/identity/people-filter.tsx'
import { peopleQuery } from '~/modules/identity/people-query.ts'
import { PeopleTable } from '~/modules/identity/people-table.tsx'
import { mayAdminister } from '~/modules/identity/permissions.ts'
import { paths } from '~/paths.ts'
import { type FieldErrors, type FormValues, parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { LinkButton } from '~/ui/button.tsx'
import { Frame } from '~/ui/frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import { TableEmpty } from '~/ui/table.tsx'

export const loader = guarded(mayAdminister, async ({ actor, context, request, now }) => {
  const search = new URL(request.url).searchParams
  const adding: 'paste' | 'one' | null = search.get('add') === 'paste' ? 'paste' : search.has('add') ? 'one' : null
  const query = peopleQuery(search)
  const [organisations, listed] = await Promise.all([organisationChoices(actor), listPeople(actor, query, now)])
  return { query, adding, organisations, listed, codeAddress: context.publicOrigin + paths.code() }
})

type Added = { readonly codes: readonly IssuedCode[]; readonly known: number; readonly faults: number }
type Result = {
  readonly errors?: FieldErrors
  readonly values?: FormValues
  readonly plan?: Awaited<ReturnType<typeof previewImport>>
  readonly added?: Added
}

export const action = guarded(mayAdminister, async ({ actor, request, now }) => {
  const form = parseForm(NewPeopleForm, await request.formData())
  const answer = (result: Result, status = 200) => data(result, { status })
  if (!form.ok) return answer({ errors: form.errors, values: form.values }, 422)
  const { value } = form
  switch (value.intent) {
    case 'create': {
      const { intent: _, roles, ...person } = value
      const outcome = await createPerson(actor, person, roles, now)
      if (outcome.kind === 'created') return answer({ added: { codes: [outcome.issued], known: 0, faults: 0 } })
      const values = { ...person, phone: person.phone ?? '', roles }
      return answer({ errors: { [outcome.field]: outcome.code }, values }, 422)
    }
    case 'preview': {
      const { text, role, defaultOrganisationId } = value
      const values = { text, role, defaultOrganisationId: defaultOrganisationId ?? '' }
      return answer({ plan: await previewImport(value), values })
    }
    case 'import': {
      const { created, known, faults } = await importPeople(actor, value, now)
      return answer({ added: { codes: created, known: known.length, faults } })
    }
  }
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, admin, 'people.title')

export default function PeopleRoute() {
  const { adding, organisations, codeAddress } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useT(admin)
  return (
    <Frame space="admin">
      <PageHeader title={t('people.title')} acts={!adding && <AddButtons />} />
      {result?.added && (
        <div className="mt-4">
          <AddedNote added={result.added} />
          <CodeSheet codes={result.added.codes} address={codeAddress} />
        </div>
      )}
      {adding ? (
        <AddPeople
          key={result?.added?.codes[0]?.personId ?? 'same'}
          way={adding}
          organisations={organisations}
          plan={result?.plan}
          errors={result?.errors}
          values={result?.values}
        />
      ) : (
        <People />
      )}
    </Frame>
  )
}

function AddButtons() {
  const t = useT(admin)
  return (
    <>
      <LinkButton to={paths.adminPeople({ add: 'paste' })} kind="primary" icon="plus">
        {t('people.paste')}
      </LinkButton>
      <LinkButton to={paths.adminPeople({ add: 'one' })}>{t('people.addOne')}</LinkButton>
    </>
  )
}

function AddedNote({ added }: { added: Added }) {
  const t = useT(admin)
  return (
    <Notice tone={added.faults > 0 ? 'warn' : 'success'} isNews>
      <p>{t('people.imported', { created: added.codes.length, known: added.known })}</p>
      {added.faults > 0 && <p>{t('people.leftOut', { count: added.faults })}</p>}
    </Notice>
  )
}

function People() {
  const { query, organisations, listed } = useLoaderData<typeof loader>()
  const t = useT(admin)
  return (
    <>
      <PeopleFilter query={query} organisations={organisations} />
      {listed.total === 0 ? (
        <TableEmpty>{t('people.nobody')}</TableEmpty>
      ) : (
        <PeopleTable people={listed.people} total={listed.total} />
      )}
      <Pagination
        page={listed.page}
        pages={listed.pages}
        hrefOf={(page) => paths.adminPeople({ ...addressOf(query), page })}
      />
    </>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
