import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatMoment } from '~/i18n/format.ts'
import { handed as texts } from '~/i18n/handed.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { getHanded, openHanded } from '~/modules/exams/handed-answers.server.ts'
import { HandedReading, OpenForm } from '~/modules/exams/handed-parts.tsx'
import { OpenHandedForm } from '~/modules/exams/sync.schema.ts'
import { mayMentor } from '~/modules/identity/permissions.ts'
import { paths } from '~/paths.ts'
import { DomainError } from '~/platform/errors.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

export const loader = guarded(mayMentor, ({ actor, params, now }) =>
  getHanded(actor, param(params, 'personId'), param(params, 'handedId'), now),
)

export const action = guarded(mayMentor, async ({ actor, params, request, now }) => {
  const [personId, handedId] = [param(params, 'personId'), param(params, 'handedId')]
  const form = parseForm(OpenHandedForm, await request.formData())
  if (!form.ok) {
    // Whether it was handed to her comes before what is wrong with the form.
    await getHanded(actor, personId, handedId, now)
    throw new DomainError('invalid')
  }
  await openHanded(actor, personId, handedId, now)
  return redirect(paths.handedAnswer(personId, handedId), 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.person.name ?? ''} · 育才 Yucai` }]

export default function HandedAnswerRoute() {
  const { id, person, title, number, handedAt, seenAt, answer } = useLoaderData<typeof loader>()
  const t = useT(texts)
  const locale = useLocale()
  const { name } = person
  const item = t('item', { paper: locale === 'en' ? title.en : title.zh, number })
  const times = [
    t('handedAt', { time: formatMoment(handedAt, locale) }),
    ...(seenAt ? [t('seen', { time: formatMoment(seenAt, locale) })] : []),
  ]
  return (
    <Frame space="mentor">
      <div className="stack">
        <PageHeader
          title={t('page.title', { name })}
          lead={`${item} · ${times.join(' · ')}`}
          crumbs={[{ to: `${paths.trainee(person.id)}#handed`, label: name }]}
        />
        {answer ? (
          <HandedReading answer={answer} name={name} />
        ) : (
          <section className="section handed-cover">
            <p>{t('page.unopened', { name })}</p>
            <OpenForm path={paths.handedAnswer(person.id, id)} kind="primary" />
          </section>
        )}
      </div>
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
