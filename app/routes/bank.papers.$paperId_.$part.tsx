import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '~/i18n/page-title.ts'
import { papers } from '~/i18n/papers.ts'
import { printPaper, printParts } from '~/modules/exams/paper-print.server.ts'
import { PrintBar, PrintHeading } from '~/modules/exams/print-head.tsx'
import { PrintedKey, PrintedSections, PrintedSheet } from '~/modules/exams/print-parts.tsx'
import { readPrintOrder } from '~/modules/exams/printed-paper.ts'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { notFound } from '~/platform/errors.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { Frame } from '~/ui/frame.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

export const loader = guarded(mayAuthor, async ({ actor, params, request }) => {
  const part = printParts.find((one) => one === params.part)
  if (!part) throw notFound()
  const order = readPrintOrder(new URL(request.url).searchParams.get('order'))
  return printPaper(actor, param(params, 'paperId'), part, order)
})

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, papers, data ? `print.${data.part}` : 'print')

export default function PrintRoute() {
  const print = useLoaderData<typeof loader>()
  return (
    <Frame isQuiet>
      <PrintBar head={print.head} />
      <div className="print-page" data-part={print.part}>
        <PrintHeading print={print} />
        {print.part === 'paper' && <PrintedSections sections={print.sections} />}
        {print.part === 'sheet' && <PrintedSheet items={print.items} />}
        {print.part === 'key' && <PrintedKey items={print.items} />}
      </div>
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
