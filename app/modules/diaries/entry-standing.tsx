import { Form } from '@remix-run/react'
import { diary as texts } from '~/i18n/diary.ts'
import { formatMoment } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import type { OwnWork } from '~/modules/works/own-works.server.ts'
import { paths } from '~/paths.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'

/** What became of what she handed in: the receipt, the way back while nobody has opened it, and who has. */
export function EntryStanding({ work }: { work: OwnWork }) {
  const [t, locale] = [useT(texts), useLocale()]
  if (!work.handedIn) return null
  const { revision, submittedAt, hash } = work.handedIn.receipt
  const time = formatMoment(submittedAt, locale)
  return (
    <section className="stack">
      {work.status === 'submitted' && (
        <Notice tone="success" title={t('receipt.title')}>
          <p>{t('receipt.text', { revision, time, hash: hash.slice(0, 12) })}</p>
        </Notice>
      )}
      {work.status === 'submitted' && work.openings.length === 0 && (
        <Form method="post" action={paths.entry(work.id)}>
          <p>{t('withdrawHint')}</p>
          <SubmitButton kind="plain" intent="withdraw">
            {t('withdraw')}
          </SubmitButton>
        </Form>
      )}
      <h2>{t('openings.title')}</h2>
      {work.openings.length === 0 ? (
        <p>{t('openings.none')}</p>
      ) : (
        <ul>
          {work.openings.map(({ name, openedAt }) => (
            <li key={name}>{t('openings.one', { name, time: formatMoment(openedAt, locale) })}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
