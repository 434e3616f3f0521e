import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { centre } from '~/i18n/centre.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { mayAdminister } from '~/modules/identity/permissions.ts'
import { centreFigures } from '~/modules/records/centre.server.ts'
import { type Warning, warningsFor } from '~/modules/records/centre.ts'
import { paths } from '~/paths.ts'
import { lastBackup } from '~/platform/backup-manifest.server.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { systemFigures } from '~/platform/system.server.ts'
import { Figure, Figures } from '~/ui/figures.tsx'
import { Frame } from '~/ui/frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, centre, 'overview.title')

export const loader = guarded(mayAdminister, async ({ context, now }) => {
  const [figures, system] = await Promise.all([centreFigures(now), systemFigures(context.dataDir, context.databaseUrl)])
  const state = { lastBackupAt: lastBackup(context.dataDir)?.takenAt ?? null, freeDiskPercent: system.disk.freePercent }
  return { figures, warnings: warningsFor(figures, state, now) }
})

export default function Overview() {
  const { figures, warnings } = useLoaderData<typeof loader>()
  const t = useT(centre)
  return (
    <Frame space="admin">
      <div className="stack">
        <PageHeader title={t('overview.title')} lead={t('overview.lead')} />
        <section aria-labelledby="attention" className="stack">
          <h2 id="attention">{t('overview.attention')}</h2>
          {warnings.length === 0 && <Notice tone="success">{t('overview.calm')}</Notice>}
          {warnings.map((warning) => (
            <WarningNote key={warning.kind} warning={warning} />
          ))}
        </section>
        <section className="stack">
          <Figures>
            <Figure count={figures.people} to={paths.adminPeople()}>
              {t('figure.people')}
            </Figure>
            <Figure count={figures.trainees} to={paths.adminPeople({ role: 'trainee' })}>
              {t('figure.trainees')}
            </Figure>
            <Figure count={figures.staff} to={paths.adminPeople({ role: 'mentor' })}>
              {t('figure.staff')}
            </Figure>
            <Figure count={figures.cohorts} to={paths.adminCohorts()}>
              {t('figure.cohorts')}
            </Figure>
            <Figure count={figures.active} to={paths.adminCohorts()}>
              {t('figure.active')}
            </Figure>
            <Figure count={figures.finished} to={paths.adminCohorts()}>
              {t('figure.finished')}
            </Figure>
          </Figures>
          <p className="text-sm text-ink-2">{t('figure.definition')}</p>
        </section>
        <p>
          <Link to={paths.adminExamYears()} className="link">
            {t('overview.examYears')}
          </Link>
        </p>
      </div>
    </Frame>
  )
}

function WarningNote({ warning }: { warning: Warning }) {
  const t = useT(centre)
  const isGrave = warning.kind === 'backupNever' || warning.kind === 'backupOld' || warning.kind === 'disk'
  const to =
    warning.kind === 'content'
      ? paths.adminContent()
      : warning.kind === 'unmentored'
        ? paths.adminCohorts()
        : paths.adminSystem()
  return (
    <Notice tone={isGrave ? 'danger' : 'warn'}>
      <Link to={to} className="link">
        {t(`warning.${warning.kind}`, 'kind' in warning ? { ...warning } : {})}
      </Link>
    </Notice>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
