import type { MetaFunction } from '@remix-run/node'
import { Outlet, type ShouldRevalidateFunctionArgs, useLoaderData } from '@remix-run/react'
import { useContext, useMemo } from 'react'
import { formatDay } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { sheet as texts } from '~/i18n/sheet.ts'
import { CohortHeader } from '~/modules/cohorts/cohort-header.tsx'
import { mayRunCohorts } from '~/modules/cohorts/cohorts.policy.ts'
import { DocumentsContext } from '~/modules/content/documents.ts'
import { getSheet } from '~/modules/records/sheet.server.ts'
import { readSheetQuery, sheetQueryValues } from '~/modules/records/sheet.ts'
import { sheetTableBytes } from '~/modules/records/sheet-bytes.server.ts'
import { decodeRows } from '~/modules/records/sheet-code.ts'
import { SheetGrid } from '~/modules/records/sheet-grid.tsx'
import { sheetKey } from '~/modules/records/sheet-html.ts'
import { ownSheetFields, packSheet, type SheetPage, sheetPage, unpackSheet } from '~/modules/records/sheet-page.ts'
import { SheetCounts, SheetDefinitions, SheetFilters } from '~/modules/records/sheet-parts.tsx'
import { useLive } from '~/modules/records/use-live.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { LinkButton } from '~/ui/button.tsx'
import { EmptyChairs } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Frame } from '~/ui/frame.tsx'
import { Icon } from '~/ui/icon.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import { TableEmpty } from '~/ui/table.tsx'

export const loader = guarded(mayRunCohorts, async ({ actor, params, request, context, now }) => {
  const query = readSheetQuery(new URL(request.url).searchParams)
  const sheet = await getSheet(actor, param(params, 'cohortId'), query, now)
  const page = sheetPage(sheet, query, actor.locale, now)
  context.documents.set(sheetKey, () => [sheetTableBytes(sheet.rows, page.columns, actor.locale, now)])
  // A cell that is open before it is somebody's: the page is not shared.
  if (!params.personId) context.ownFields.push(...ownSheetFields)
  return packSheet(page)
})

/** Opening and closing what stands behind a cell leaves the sheet as it is. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const isSameSheet = currentUrl.pathname !== nextUrl.pathname && currentUrl.search === nextUrl.search
  return formMethod === undefined && isSameSheet ? false : defaultShouldRevalidate
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, texts, 'title', { name: data ? unpackSheet(data).cohort.name : '' })

export default function SheetRoute() {
  const packed = useLoaderData<typeof loader>()
  const page = useMemo(() => unpackSheet(packed), [packed])
  const t = useT(texts)
  useLive({ kind: 'cohort', id: page.cohort.id }, new Date(page.madeAt))
  return (
    <Frame space="cohorts">
      <CohortHeader cohort={page.cohort} lead={<Due page={page} />} acts={<SheetActs page={page} />} />
      {page.trackId === null ? (
        <EmptyState
          drawing={<EmptyChairs />}
          title={t('noTrack')}
          act={
            <LinkButton kind="primary" to={paths.cohortTracks(page.cohort.id)}>
              {t('giveTrack')}
            </LinkButton>
          }
        >
          {t('noTrackHint')}
        </EmptyState>
      ) : (
        <Rows page={page} />
      )}
      <Outlet />
    </Frame>
  )
}

function Rows({ page }: { page: SheetPage }) {
  const t = useT(texts)
  // On the server the table is text already: nobody looks at its rows.
  const isServed = useContext(DocumentsContext).has(sheetKey)
  const rows = useMemo(() => (isServed ? [] : decodeRows(page.rows)), [isServed, page.rows])
  const now = useMemo(() => new Date(page.madeAt), [page.madeAt])
  const values = sheetQueryValues(page.query)
  return (
    <>
      <SheetFilters page={page} />
      <SheetCounts page={page} />
      {page.rowCount === 0 ? (
        <TableEmpty>{t(page.memberCount === 0 && !page.query.search ? 'noMembers' : 'nobody')}</TableEmpty>
      ) : (
        <SheetGrid
          caption={t('title', { name: page.cohort.name })}
          rows={rows}
          columns={page.columns}
          now={now}
          cellPath={(row, column) =>
            page.query.view === 'lesson' ? paths.cell(page.cohort.id, row.personId, column.id, values) : null
          }
        />
      )}
      <SheetDefinitions page={page} />
    </>
  )
}

function Due({ page }: { page: SheetPage }) {
  const t = useT(texts)
  const locale = useLocale()
  const shown = page.tracks.find(({ id }) => id === page.trackId)
  if (!shown) return null
  return (
    <>
      {shown.title} · {shown.dueOn ? t('due', { day: formatDay(shown.dueOn, locale) }) : t('noDue')}
    </>
  )
}

function SheetActs({ page }: { page: SheetPage }) {
  const t = useT(texts)
  if (page.trackId === null) return null
  return (
    <>
      <button type="button" className="button scripted" data-kind="quiet" onClick={() => window.print()}>
        <Icon name="print" />
        {t('print')}
      </button>
      <form method="post" action={paths.sheetExport(page.cohort.id, sheetQueryValues(page.query))}>
        <button type="submit" className="button" data-kind="plain">
          <Icon name="download" />
          {t('export')}
        </button>
      </form>
    </>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
