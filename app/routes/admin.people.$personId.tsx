import { data, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { admin } from '~/i18n/admin.ts'
import { formatMoment, fullDay } from '~/i18n/format.ts'
import { identity } from '~/i18n/identity.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { cohortsOfPerson } from '~/modules/cohorts/cohorts.server.ts'
import type { IssuedCode } from '~/modules/identity/access-codes.server.ts'
import { AccessMark } from '~/modules/identity/access-mark.tsx'
import { roles } from '~/modules/identity/actor.ts'
import { CodeSheet } from '~/modules/identity/code-sheet.tsx'
import { PersonActForm } from '~/modules/identity/identity.schema.ts'
import { editPerson } from '~/modules/identity/new-people.server.ts'
import { organisationChoices } from '~/modules/identity/organisations.server.ts'
import { getPerson } from '~/modules/identity/people.server.ts'
import { mayAdminister } from '~/modules/identity/permissions.ts'
import { PersonFields, usePersonLabels } from '~/modules/identity/person-fields.tsx'
import {
  chooseRoles,
  renewCode,
  restorePerson,
  type StandingFault,
  type StandingOutcome,
  suspendPerson,
} from '~/modules/identity/standing.server.ts'
import { paths } from '~/paths.ts'
import { dayOf } from '~/platform/calendar.ts'
import { type FieldErrors, type FormValues, parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { CheckboxGroup } from '~/ui/choice.tsx'
import { ConfirmForm } from '~/ui/confirm-form.tsx'
import { Definition, Definitions } from '~/ui/definitions.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { Frame } from '~/ui/frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayAdminister, async ({ actor, context, params, now }) => {
  const personId = param(params, 'personId')
  const [person, organisations, belongings] = await Promise.all([
    getPerson(actor, personId, now),
    organisationChoices(actor),
    cohortsOfPerson(actor, personId),
  ])
  const isSelf = personId === actor.personId
  return { person, organisations, belongings, isSelf, codeAddress: context.publicOrigin + paths.code() }
})

type Result = {
  readonly errors?: FieldErrors
  readonly values?: FormValues
  readonly fault?: StandingFault
  readonly codes?: readonly IssuedCode[]
}

export const action = guarded(mayAdminister, async ({ actor, params, request, now }) => {
  const personId = param(params, 'personId')
  const form = parseForm(PersonActForm, await request.formData())
  const answer = (result: Result, status = 200) => data(result, { status })
  const standing = (outcome: StandingOutcome) =>
    outcome.kind === 'done' ? answer({}) : answer({ fault: outcome.fault }, 422)
  if (!form.ok) return answer({ errors: form.errors, values: form.values }, 422)
  const { value } = form
  switch (value.intent) {
    case 'save': {
      const { intent: _, ...person } = value
      const outcome = await editPerson(actor, personId, person, now)
      if (outcome.kind === 'done') return answer({})
      return answer(
        { errors: { [outcome.field]: outcome.code }, values: { ...person, phone: person.phone ?? '' } },
        422,
      )
    }
    case 'roles':
      return standing(await chooseRoles(actor, personId, value.roles, now))
    case 'code':
      return answer({ codes: [await renewCode(actor, personId, now)] })
    case 'suspend':
      return standing(await suspendPerson(actor, personId, now))
    case 'restore':
      await restorePerson(actor, personId, now)
      return answer({})
  }
})

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, admin, 'person.title', { name: data?.person.name ?? '' })

export default function PersonRoute() {
  const { person, codeAddress } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useT(admin)
  return (
    <Frame space="admin">
      <PageHeader title={person.name} crumbs={[{ to: paths.adminPeople(), label: t('people.title') }]} />
      {result && !result.errors && !result.fault && !result.codes && (
        <div className="mt-4">
          <Notice tone="success" isNews>
            <p>{t('done')}</p>
          </Notice>
        </div>
      )}
      {result?.fault && (
        <div className="mt-4">
          <Notice tone="danger" isNews>
            <p>{t(`standing.${result.fault}`)}</p>
          </Notice>
        </div>
      )}
      {result?.codes && <CodeSheet codes={result.codes} address={codeAddress} />}
      <Facts />
      <EditPart errors={result?.errors} values={result?.values} />
      <RolesPart />
      <StandingPart />
    </Frame>
  )
}

function Facts() {
  const { person, belongings } = useLoaderData<typeof loader>()
  const t = useT(admin)
  const say = useT(identity)
  const locale = useLocale()
  return (
    <div className="mt-6 grid gap-4">
      {person.suspendedAt && (
        <Notice tone="warn">
          <p>{t('person.isSuspended', { day: fullDay(dayOf(person.suspendedAt), locale) })}</p>
        </Notice>
      )}
      <Definitions>
        <Definition name={t('person.access')}>
          <AccessMark access={person.access} isSuspended={person.isSuspended} />
        </Definition>
        <Definition name={t('person.since')}>{formatMoment(person.createdAt, locale)}</Definition>
        <Definition name={t('person.cohorts')}>
          {belongings.length === 0 && t('person.noCohorts')}
          {belongings.map((one) => (
            <span key={`${one.id} ${one.as}`} className="block">
              <Link to={paths.cohort(one.id)} className="link">
                {one.name}
              </Link>{' '}
              <span className="text-ink-2">{say(`role.${one.as}`)}</span>
            </span>
          ))}
        </Definition>
      </Definitions>
    </div>
  )
}

function EditPart({ errors, values }: Pick<Result, 'errors' | 'values'>) {
  const { person, organisations } = useLoaderData<typeof loader>()
  const t = useT(admin)
  const labels = usePersonLabels()
  const now = {
    name: person.name,
    username: person.username,
    phone: person.phone ?? '',
    organisationId: person.organisationId,
  }
  return (
    <section className="section mt-8" aria-labelledby="edit">
      <h2 id="edit">{t('person.edit')}</h2>
      <Form method="post" className="form" noValidate preventScrollReset>
        <ErrorSummary errors={errors} labels={labels} />
        <PersonFields organisations={organisations} errors={errors} values={errors ? values : now} />
        <SubmitButton intent="save" kind="plain">
          {t('person.save')}
        </SubmitButton>
      </Form>
    </section>
  )
}

function RolesPart() {
  const { person } = useLoaderData<typeof loader>()
  const t = useT(admin)
  const say = useT(identity)
  return (
    <section className="section mt-8" aria-labelledby="roles">
      <h2 id="roles">{t('person.roles')}</h2>
      <Form method="post" className="form" preventScrollReset key={person.roles.join(' ')}>
        <CheckboxGroup
          name="roles"
          legend={<span className="sr-only">{t('person.roles')}</span>}
          help={t('person.rolesHelp')}
          chosen={person.roles}
          options={roles.map((role) => ({ value: role, label: say(`role.${role}`) }))}
          isInline
        />
        <SubmitButton intent="roles" kind="plain">
          {t('person.saveRoles')}
        </SubmitButton>
      </Form>
    </section>
  )
}

function StandingPart() {
  const { person, isSelf } = useLoaderData<typeof loader>()
  const t = useT(admin)
  if (isSelf) return null
  if (person.isSuspended) {
    return (
      <Form method="post" className="mt-8" preventScrollReset>
        <SubmitButton intent="restore" icon="undo">
          {t('person.restore')}
        </SubmitButton>
      </Form>
    )
  }
  return (
    <section className="section mt-8" aria-labelledby="code">
      <h2 id="code">{t('person.code')}</h2>
      <p className="mb-3 text-ink-2">{t('person.codeHelp')}</p>
      <Form method="post">
        <SubmitButton intent="code" kind="plain">
          {t('person.issueCode')}
        </SubmitButton>
      </Form>
      <div className="mt-8">
        <ConfirmForm
          label={t('person.suspend')}
          question={t('person.suspendQuestion', { name: person.name })}
          confirmLabel={t('person.suspend')}
          intent="suspend"
        />
      </div>
    </section>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
