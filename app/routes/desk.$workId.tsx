import { randomUUID } from 'node:crypto'
import { data, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { desk as texts } from '~/i18n/desk.ts'
import { formatMoment } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { EntryFacts } from '~/modules/diaries/entry-reading.tsx'
import { DeskForm, splitMarks } from '~/modules/feedback/desk.schema.ts'
import { actOnDesk } from '~/modules/feedback/desk-acts.server.ts'
import { DeskBefore } from '~/modules/feedback/desk-before.tsx'
import { DeskChanges } from '~/modules/feedback/desk-changes.tsx'
import { DeskMarks } from '~/modules/feedback/desk-marks.tsx'
import { readDesk } from '~/modules/feedback/desk-page.server.ts'
import { DeskText } from '~/modules/feedback/desk-text.tsx'
import { useDeskFields } from '~/modules/feedback/use-desk-fields.ts'
import { mayMentor } from '~/modules/identity/permissions.ts'
import { paragraphsOf } from '~/modules/works/paragraphs.ts'
import { paths } from '~/paths.ts'
import { DomainError } from '~/platform/errors.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { Frame } from '~/ui/frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayMentor, async ({ actor, params, request, now }) => {
  const work = await readDesk(actor, param(params, 'workId'), now)
  const places = paragraphsOf(work.opened?.fields ?? []).map(({ field, index }) => `${field}-${index}`)
  return {
    work,
    newIds: Object.fromEntries([...places, 'whole'].map((place) => [place, randomUUID()])),
    isNext: new URL(request.url).searchParams.has('decided'),
  }
})

export const action = guarded(mayMentor, async ({ actor, params, request, now }) => {
  const workId = param(params, 'workId')
  const { rest, marks } = splitMarks(await request.formData())
  const form = parseForm(DeskForm, rest)
  if (!form.ok) {
    // Whether it is hers to read comes before what is wrong with the form.
    await readDesk(actor, workId, now)
    throw new DomainError('invalid')
  }
  const outcome = await actOnDesk(actor, workId, form.value, marks, now)
  if (outcome.kind === 'done') return redirect(outcome.to, 303)
  return data({ refusal: outcome.code }, { status: isHersToMend(outcome.code) ? 422 : 409 })
})

/** Something is missing in what she sent; else somebody was faster. */
function isHersToMend(code: string): boolean {
  return code === 'marksMissing' || code === 'noComment' || code === 'noReason'
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, texts, 'title')

export default function DeskWorkRoute() {
  const { work, newIds, isNext } = useLoaderData<typeof loader>()
  const told = useActionData<typeof action>()
  const [t, locale] = [useT(texts), useLocale()]
  const fields = useDeskFields(work.opened?.fields ?? [])
  const { name } = work.author
  const time = work.submittedAt ? formatMoment(work.submittedAt, locale) : ''
  return (
    <Frame space="mentor">
      <div className="stack">
        <PageHeader
          title={t('work.title', { name, kind: t(`kind.${work.kind}`) })}
          lead={t('work.lead', { revision: work.revision, time })}
          crumbs={[{ to: paths.desk(), label: t('title') }]}
        />
        {isNext && !told && <Notice tone="success" isNews title={t('decided')} />}
        {told && <Notice tone="warn" isNews title={t(`refused.${told.refusal}`)} />}
        {!work.isMine && (
          <section className="section">
            <p>
              {work.heldBy
                ? t('heldBy', { name: work.heldBy })
                : t(work.opened ? 'work.notMine' : 'work.unopened', { name })}
            </p>
            <Form method="post" action={paths.deskWork(work.id)}>
              <SubmitButton intent={work.heldBy ? 'take' : 'claim'}>{t(work.heldBy ? 'take' : 'start')}</SubmitButton>
            </Form>
          </section>
        )}
        {work.opened && (
          <div className="desk">
            <div className="stack">
              {work.opened.entry && <EntryFacts entry={work.opened.entry} />}
              {work.opened.passedOver && <p>{t('work.passedOver', { reason: work.opened.passedOver })}</p>}
              <DeskText workId={work.id} fields={fields} own={work.opened.own} newIds={newIds} isMine={work.isMine} />
            </div>
            <div className="desk-side">
              {work.opened.changes && <DeskChanges changes={work.opened.changes} />}
              <DeskBefore answered={work.opened.answered} />
              {work.isMine && (
                <DeskMarks workId={work.id} kind={work.kind} marks={work.opened.marks} seq={work.opened.seq} />
              )}
            </div>
          </div>
        )}
      </div>
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
