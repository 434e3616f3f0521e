import { data, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { blueprints } from '~/i18n/blueprints.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { actOnBlueprint, openBlueprint } from '~/modules/exams/blueprint-desk.server.ts'
import { BlueprintFacts } from '~/modules/exams/blueprint-facts.tsx'
import { BlueprintForm } from '~/modules/exams/blueprint-form.tsx'
import { MocksForm } from '~/modules/exams/mocks-form.tsx'
import { SupplyView } from '~/modules/exams/supply-view.tsx'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { BankFrame } from '~/modules/questions/bank-frame.tsx'
import { subjects } from '~/modules/questions/subjects.ts'
import { useTitle } from '~/modules/questions/use-title.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { LinkButton, SubmitButton } from '~/ui/button.tsx'
import { ConfirmForm } from '~/ui/confirm-form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

export const loader = guarded(mayAuthor, async ({ actor, params, request }) => {
  const blueprintId = param(params, 'blueprintId')
  const query = new URL(request.url).searchParams
  return {
    blueprintId,
    isSaved: query.has('saved'),
    isOffered: query.has('offered'),
    opened: await openBlueprint(actor, blueprintId),
  }
})

export const action = guarded(mayAuthor, async ({ actor, params, request, now }) => {
  const blueprintId = param(params, 'blueprintId')
  const outcome = await actOnBlueprint(actor, { blueprintId }, await request.formData(), now)
  if (outcome.kind === 'saved') return redirect(paths.blueprint(blueprintId, { saved: 'yes' }))
  return data(outcome, { status: outcome.errors || outcome.isRefused || outcome.isConflict ? 422 : 200 })
})

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, blueprints, 'title')

export default function BlueprintRoute() {
  const { blueprintId, opened, isSaved, isOffered } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT(blueprints)
  const titleOf = useTitle()
  const { draft, subject, archivedAt, isOfficial, forMocks } = opened
  const title = titleOf({ title: draft.title, titleEn: draft.titleEn || draft.title })
  return (
    <BankFrame>
      <PageHeader
        title={title}
        lead={titleOf(subjects[subject])}
        crumbs={[{ to: paths.blueprints(), label: t('title') }]}
        acts={
          <LinkButton to={paths.newBlueprint(blueprintId)} icon="copy" kind={isOfficial ? 'primary' : 'plain'}>
            {t('copy.act')}
          </LinkButton>
        }
      />
      <div className="question-news">
        {isSaved && !answer && (
          <Notice tone="success" isNews>
            {t(opened.supply?.answer === 'exactly' ? 'edit.saved' : 'edit.savedNear')}
          </Notice>
        )}
        {isOffered && !answer && (
          <Notice tone="success" isNews>
            {t(forMocks ? 'mocks.offered' : 'mocks.withdrawn')}
          </Notice>
        )}
        {isOfficial && <Notice tone="info">{t('edit.official')}</Notice>}
        {archivedAt && (
          <Notice tone="warn">
            <p>{t('archive.note')}</p>
            <Form method="post" action={paths.blueprints()}>
              <input type="hidden" name="blueprintId" value={blueprintId} />
              <SubmitButton intent="restore" kind="plain" icon="undo">
                {t('restore.act')}
              </SubmitButton>
            </Form>
          </Notice>
        )}
      </div>
      {isOfficial || archivedAt ? (
        <>
          <BlueprintFacts draft={draft} />
          <SupplyView supply={opened.supply} chapters={opened.chapters} />
        </>
      ) : (
        <>
          <BlueprintForm
            key={answer?.stamp ?? opened.base}
            desk={answer ?? opened}
            // Once she has been told of a newer one, she saves after that.
            base={answer && !answer.isConflict ? answer.base : opened.base}
            errors={answer?.errors}
            isRefused={answer?.isRefused}
            isConflict={answer?.isConflict}
          />
          <MocksForm blueprintId={blueprintId} forMocks={forMocks} />
          <div className="mt-8">
            <ConfirmForm
              label={t('archive.act')}
              question={t('archive.question')}
              confirmLabel={t('archive.confirm')}
              action={paths.blueprints()}
              intent="archive"
              values={{ blueprintId }}
            />
          </div>
        </>
      )}
    </BankFrame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
