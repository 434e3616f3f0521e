import type { MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { search } from '~/i18n/search.ts'
import { MarkedText } from '~/modules/content/marked-text.tsx'
import { type FoundLesson, type FoundTerm, searchContent } from '~/modules/content/search.server.ts'
import { isSignedIn } from '~/modules/identity/permissions.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { RoadEnds } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Field } from '~/ui/field.tsx'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(isSignedIn, async ({ actor, request }) => {
  const query = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 100)
  return { query, ...(await searchContent(actor, query)) }
})

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  data?.query ? pageTitle(matches, search, 'titleOf', { query: data.query }) : pageTitle(matches, search, 'title')

export default function SearchRoute() {
  const { query, lessons, terms, isLoose } = useLoaderData<typeof loader>()
  const t = useT(search)
  const hasFound = lessons.length + terms.length > 0
  return (
    <Frame>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        acts={
          <LinkButton to={paths.glossary()} kind="quiet">
            {t('glossary')}
          </LinkButton>
        }
      />
      <Form
        method="get"
        action={paths.search()}
        role="search"
        className="mt-4 flex max-w-measure items-end gap-3 [&>.field]:grow"
      >
        <Field key={query} name="q" type="search" label={t('label')} defaultValue={query} maxLength={100} required />
        <Button type="submit" kind="primary" icon="search">
          {t('submit')}
        </Button>
      </Form>
      {query !== '' && hasFound && (
        <p role="status" className="mt-6 text-ink-2">
          {isLoose ? t('loose', { query }) : t('found', { query, lessons: lessons.length, terms: terms.length })}
        </p>
      )}
      {query !== '' && !hasFound && (
        <EmptyState drawing={<RoadEnds />} title={t('none', { query })}>
          {t('noneHint')}
        </EmptyState>
      )}
      {terms.length > 0 && <FoundTerms terms={terms} />}
      {lessons.length > 0 && <FoundLessons lessons={lessons} />}
    </Frame>
  )
}

function FoundTerms({ terms }: { terms: readonly FoundTerm[] }) {
  const t = useT(search)
  return (
    <section aria-labelledby="terms" className="mt-8 max-w-measure">
      <h2 id="terms">{t('terms')}</h2>
      <dl lang="zh-CN">
        {terms.map((term) => (
          <div key={term.id} className="term-entry">
            <dt>
              <MarkedText parts={term.term} />
            </dt>
            <dd>
              <MarkedText parts={term.explanation} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function FoundLessons({ lessons }: { lessons: readonly FoundLesson[] }) {
  const t = useT(search)
  const isEnglish = useLocale() === 'en'
  return (
    <section aria-labelledby="lessons" className="mt-8 max-w-measure">
      <h2 id="lessons">{t('lessons')}</h2>
      {lessons.map((lesson) => (
        <article key={lesson.id} className="mt-6">
          <h3 className="flex flex-wrap items-baseline gap-x-3">
            <Link to={paths.lesson(lesson.id)} className="link" lang="zh-CN">
              <MarkedText parts={lesson.title} />
            </Link>
            <span className="text-sm font-normal text-ink-2">
              {isEnglish ? lesson.trackTitleEn : lesson.trackTitle}
            </span>
          </h3>
          <ul className="rows mt-2" lang="zh-CN">
            {lesson.hits.map((hit) => (
              <li key={hit.block}>
                <Link to={paths.block(lesson.id, hit.block)} className="row-link">
                  <span>
                    {hit.section !== '' && <span className="row-note">{hit.section}</span>}
                    <span className="block">
                      <MarkedText parts={hit.snippet} />
                    </span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </article>
      ))}
    </section>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
