import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { practice } from '~/i18n/practice.ts'
import { practiceOffline } from '~/i18n/practice-offline.ts'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { isSubject, type Subject, subjects } from '~/modules/questions/subjects.ts'
import { PracticeForm } from '~/modules/reviews/practice.schema.ts'
import { answerPractice, askNext, getAnswered, keepFavourite, sayCause } from '~/modules/reviews/practice.server.ts'
import { readSet, setName } from '~/modules/reviews/practice.ts'
import { AnsweredView, AskedView, SetEmpty, UntilOutNote } from '~/modules/reviews/practice-parts.tsx'
import { useSetTitle } from '~/modules/reviews/wrong-sets.tsx'
import { paths } from '~/paths.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { LinkButton } from '~/ui/button.tsx'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

function placeIn(params: Readonly<Record<string, string | undefined>>) {
  const [subject, set] = [param(params, 'subject'), readSet(param(params, 'set'))]
  if (!isSubject(subject) || !set) throw notFound()
  return { subject, set }
}

const noNext = { question: null, left: 0, untilOut: null }

/** The next question, or, after an answer («?done=»), what it teaches. */
export const loader = guarded(mayLearn, async ({ actor, params, request, now }) => {
  const { subject, set } = placeIn(params)
  const done = new URL(request.url).searchParams.get('done')
  const answered = done ? await getAnswered(actor, done, now) : null
  const next = answered ? null : await askNext(actor, subject, set, now)
  return { subject, set, answered, ...(next ?? noNext), now: now.getTime() }
})

export const action = guarded(mayLearn, async ({ actor, params, request, now }) => {
  const { subject, set } = placeIn(params)
  const form = parseForm(PracticeForm, await request.formData())
  if (!form.ok) throw new DomainError('invalid')
  const wish = form.value
  const to = (done: string) => redirect(paths.practiceSet(subject, setName(set), { done }), 303)
  switch (wish.intent) {
    case 'answer': {
      if (wish.pick.length === 0) return data({ isEmpty: true }, { status: 422 })
      const seconds = Math.round((now.getTime() - wish.since) / 1000)
      const { question: questionId, version, part, confidence } = wish
      return to(
        await answerPractice(actor, { questionId, version, part, picked: wish.pick, confidence, seconds, set }, now),
      )
    }
    case 'cause':
      await sayCause(actor, wish.answer, wish.cause, now)
      return to(wish.answer)
    case 'favourite':
      await keepFavourite(actor, wish.question, wish.wants === 'yes', now)
      return to(wish.answer)
  }
})

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, practice, 'title', { subject: page ? subjects[page.subject].title : '' })

export default function PracticeSetRoute() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useT(practice)
  const locale = useLocale()
  const { set, subject } = page
  const name = locale === 'en' ? subjects[subject].titleEn : subjects[subject].title
  const title = useSetTitle()(set)
  return (
    <Frame space="learn">
      <div className="stack learn-page">
        <PageHeader
          title={title}
          lead={page.question ? t('left', { count: page.left }) : undefined}
          crumbs={[{ to: paths.practice(subject), label: t('title', { subject: name }) }]}
          acts={<DailyLink subject={subject} isDaily={set.kind === 'daily'} />}
        />
        {set.kind === 'wrong' && <p className="text-ink-2">{t('wrong.rule')}</p>}
        {page.answered ? (
          <AnsweredView answered={page.answered} nextPath={paths.practiceSet(subject, setName(set))} />
        ) : page.question ? (
          <>
            {page.untilOut && <UntilOutNote until={page.untilOut} />}
            <AskedView
              key={`${page.question.questionId} ${page.question.part} ${page.now}`}
              question={page.question}
              since={page.now}
              isEmpty={result?.isEmpty ?? false}
            />
          </>
        ) : (
          <SetEmpty to={paths.practice(subject)} isFavourites={set.kind === 'favourites'} />
        )}
      </div>
    </Frame>
  )
}

/** From every set to today's in one tap, and from today's to its page for a place without a network. */
function DailyLink({ subject, isDaily }: { subject: Subject; isDaily: boolean }) {
  const [t, offline] = [useT(practice), useT(practiceOffline)]
  return isDaily ? (
    <LinkButton kind="quiet" icon="download" to={paths.practiceOffline(subject)}>
      {offline('get')}
    </LinkButton>
  ) : (
    <LinkButton kind="quiet" to={paths.practiceSet(subject, 'daily')}>
      {t('set.daily')}
    </LinkButton>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
