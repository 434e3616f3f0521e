import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatBytes } from '~/i18n/bytes.ts'
import { centre } from '~/i18n/centre.ts'
import { formatMoment } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { auditFigures } from '~/modules/audit/audit-figures.server.ts'
import { mayAdminister } from '~/modules/identity/permissions.ts'
import { listBackups } from '~/platform/backup-manifest.server.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { systemFigures } from '~/platform/system.server.ts'
import { Definition, Definitions } from '~/ui/definitions.tsx'
import { Frame } from '~/ui/frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, centre, 'system.title')

export const loader = guarded(mayAdminister, async ({ context }) => {
  const backups = listBackups(context.dataDir)
  return {
    system: await systemFigures(context.dataDir, context.databaseUrl),
    audit: await auditFigures(),
    backups: backups.map(({ takenAt }) => takenAt),
  }
})

export default function SystemPage() {
  const { system, audit, backups } = useLoaderData<typeof loader>()
  const t = useT(centre)
  const locale = useLocale()
  const { versions, database, disk } = system
  return (
    <Frame space="admin">
      <div className="stack">
        <PageHeader title={t('system.title')} lead={t('system.lead')} />
        <Definitions>
          <Definition name={t('system.version')}>{t('system.versionValue', versions)}</Definition>
          <Definition name={t('system.database')}>
            {t('system.databaseValue', { kind: databaseNames[database.dialect], size: formatBytes(database.bytes) })}
          </Definition>
          <Definition name={t('system.disk')}>
            {t('system.diskValue', { free: formatBytes(disk.freeBytes), percent: disk.freePercent })}
          </Definition>
          <Definition name={t('system.writes')}>{t('system.writesValue', { count: system.writesWaiting })}</Definition>
          <Definition name={t('system.audit')}>{t('system.auditValue', audit)}</Definition>
          <Definition name={t('system.uptime')}>{formatMoment(system.startedAt, locale)}</Definition>
        </Definitions>
        <section className="stack" aria-labelledby="backups">
          <h2 id="backups">{t('system.backups')}</h2>
          {backups.length === 0 ? (
            <Notice tone="danger">{t('warning.backupNever')}</Notice>
          ) : (
            <ul>
              {backups.map((takenAt) => (
                <li key={takenAt.getTime()}>{formatMoment(takenAt, locale)}</li>
              ))}
            </ul>
          )}
          <p className="text-sm text-ink-2">{t('system.backupHow')}</p>
        </section>
      </div>
    </Frame>
  )
}

const databaseNames = { sqlite: 'SQLite', postgresql: 'PostgreSQL' } as const

export function ErrorBoundary() {
  return <RouteError />
}
