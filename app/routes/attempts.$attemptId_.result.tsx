import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { result as texts } from '~/i18n/result.ts'
import { partKey } from '~/modules/content/documents.ts'
import { handAnswer, takeBackAnswer } from '~/modules/exams/handing-acts.server.ts'
import { LateSending } from '~/modules/exams/late-sending.tsx'
import { resultHtml } from '~/modules/exams/result-html.ts'
import { resultKey } from '~/modules/exams/result-page.ts'
import { ResultHead, ResultPictures } from '~/modules/exams/result-parts.tsx'
import { resultWords } from '~/modules/exams/result-words.ts'
import { getResult, voidedIn } from '~/modules/exams/results.server.ts'
import { markOwnAnswer } from '~/modules/exams/self-marks.server.ts'
import { WrittenAnswerForm } from '~/modules/exams/sync.schema.ts'
import { useInPage } from '~/modules/exams/use-in-page.ts'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { paths } from '~/paths.ts'
import { DomainError } from '~/platform/errors.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { LinkButton } from '~/ui/button.tsx'
import { Frame } from '~/ui/frame.tsx'
import { Icon } from '~/ui/icon.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayLearn, async ({ actor, params, context, now }) => {
  const attemptId = param(params, 'attemptId')
  const sittingId = await voidedIn(actor, attemptId)
  if (sittingId) throw redirect(paths.sitting(sittingId))
  const result = await getResult(actor, attemptId, now)
  if (!result) throw redirect(paths.attempt(attemptId))
  const html = resultHtml(result.items, resultWords(actor.locale), paths.picture)
  context.documents.set(resultKey(attemptId), () => [Buffer.from(html)])
  return result.page
})

export const action = guarded(mayLearn, async ({ actor, params, request, now }) => {
  const attemptId = param(params, 'attemptId')
  const form = parseForm(WrittenAnswerForm, await request.formData())
  if (!form.ok) throw new DomainError('invalid')
  const { item } = form.value
  switch (form.value.intent) {
    case 'mark':
      await markOwnAnswer(actor, attemptId, { itemId: item, ticked: [...new Set(form.value.point)] }, now)
      break
    case 'hand':
      await handAnswer(actor, attemptId, item, now)
      break
    case 'takeBack':
      await takeBackAnswer(actor, attemptId, item, now)
      break
  }
  return redirect(`${paths.attemptResult(attemptId)}#r-${item}`, 303)
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, texts, 'title')

export default function ResultRoute() {
  const page = useLoaderData<typeof loader>()
  const t = useT(texts)
  const locale = useLocale()
  const key = resultKey(page.attemptId)
  const html = useInPage(key, key)
  const [onlyLost, setOnlyLost] = useState(false)
  return (
    <Frame space="learn">
      <div className="stack learn-page">
        <PageHeader
          title={t('title.of', { paper: locale === 'en' ? page.title.en : page.title.zh })}
          acts={
            <>
              <button type="button" className="button scripted" data-kind="quiet" onClick={() => window.print()}>
                <Icon name="print" />
                {t('print')}
              </button>
              <LinkButton to={paths.examSubject(page.subject)}>{t('again')}</LinkButton>
            </>
          }
        />
        <LateSending attemptId={page.attemptId} />
        <ResultHead page={page} />
        {page.released && <ResultPictures released={page.released} />}
        {page.released && (
          <section className="section" aria-labelledby="items">
            <h2 id="items">{t('items')}</h2>
            {page.withheld > 0 && <Notice tone="info">{t('withheld', { count: page.withheld })}</Notice>}
            <label className="choice scripted">
              <input type="checkbox" checked={onlyLost} onChange={(event) => setOnlyLost(event.target.checked)} />
              <span>{t('items.onlyWrong')}</span>
            </label>
            <div
              className="result-items"
              data-only-lost={onlyLost || undefined}
              data-document={partKey(key, 0)}
              // biome-ignore lint/security/noDangerouslySetInnerHtml: result-html.ts escapes whatever a question or an answer says
              dangerouslySetInnerHTML={{ __html: html }}
            />
          </section>
        )}
      </div>
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
