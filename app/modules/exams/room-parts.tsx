import { Form } from '@remix-run/react'
import { formatMinutes, formatMoment } from '~/i18n/format.ts'
import { itemAnalysis } from '~/i18n/item-analysis.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { sittings as texts } from '~/i18n/sittings.ts'
import { paths } from '~/paths.ts'
import { typed } from '~/platform/typed.ts'
import { LinkButton, SubmitButton } from '~/ui/button.tsx'
import { ConfirmForm } from '~/ui/confirm-form.tsx'
import { Field } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { Icon } from '~/ui/icon.tsx'
import { Notice } from '~/ui/notice.tsx'
import { FileNews, LoadFileForm } from './load-answer-file.tsx'
import { ReasonField, type Refused } from './reason-field.tsx'
import { EditSittingForm } from './room-edit.tsx'
import type { Room } from './sitting-room.server.ts'

export function RoomFacts({ room }: { room: Room }) {
  const t = useT(texts)
  const locale = useLocale()
  const { opensAt, closesAt, limitMinutes, attempts, releaseAt, paperIds } = room.sitting
  const [from, to] = [formatMoment(opensAt, locale), formatMoment(closesAt, locale)]
  return (
    <dl className="exam-facts mt-4">
      <dt>{t('fact.window')}</dt>
      <dd>{t('row.window', { from, to })}</dd>
      <dt>{t('fact.minutes')}</dt>
      <dd>
        {formatMinutes(limitMinutes, locale)} · {t('fact.attempts')} {t('fact.times', { count: attempts })}
      </dd>
      <dt>{t('fact.forms')}</dt>
      <dd>{t('form.formsCount', { count: paperIds.length })}</dd>
      <dt>{t('fact.release')}</dt>
      <dd>{releaseAt ? formatMoment(releaseAt, locale) : t('fact.releaseNow')}</dd>
    </dl>
  )
}

/** What one may do with the sitting as a whole, as it stands now. */
export function RoomActs({ room, refused }: { room: Room; refused: Refused | undefined }) {
  const t = useT(texts)
  const say = useT(itemAnalysis)
  const { state, releaseAt } = room.sitting
  const isOpen = !room.cohort.isArchived
  const isRunning = room.counts.in + room.counts.offline > 0
  return (
    <div className="room-acts">
      {isOpen && (state === 'open' || isRunning) && <ExtendAllForm refused={refused} />}
      {isOpen && state !== 'cancelled' && <EditSittingForm room={room} refused={refused} />}
      {isOpen && room.people.some(({ attempts }) => attempts.length > 0) && <LoadFileForm refused={refused} />}
      {isOpen && state === 'upcoming' && (
        <ConfirmForm
          label={t('act.cancel')}
          question={t('act.cancelQuestion')}
          confirmLabel={t('act.cancel')}
          intent="cancel"
        />
      )}
      {isOpen && releaseAt && releaseAt > room.now && state !== 'upcoming' && state !== 'cancelled' && (
        <ConfirmForm
          label={t('act.release')}
          question={t('act.releaseQuestion')}
          confirmLabel={t('act.release')}
          intent="release"
        />
      )}
      {state !== 'upcoming' && state !== 'cancelled' && (
        <LinkButton to={paths.sittingItems(room.cohort.id, room.sitting.id)}>{say('open')}</LinkButton>
      )}
      {room.people.some(({ attempts }) => attempts.length > 0) && (
        <form method="post" action={paths.sittingResults(room.cohort.id, room.sitting.id)}>
          <button type="submit" className="button" data-kind="plain">
            <Icon name="download" />
            {t('room.export')}
          </button>
        </form>
      )}
    </div>
  )
}

function ExtendAllForm({ refused }: { refused: Refused | undefined }) {
  const t = useT(texts)
  const own = refused?.intent === 'extendAll' ? refused : undefined
  const errorOf = useFieldErrors(own?.errors)
  return (
    <details className="confirm" open={own?.errors !== undefined || undefined}>
      <summary className="button" data-kind="plain">
        <Icon name="clock" />
        {t('act.extendAll')}
      </summary>
      <Form method="post" className="form" preventScrollReset>
        <p>{t('act.extendAllHelp')}</p>
        <Field
          name="minutes"
          inputMode="numeric"
          label={t('act.minutes')}
          error={errorOf('minutes')}
          defaultValue={typed(own?.values, 'minutes', '10')}
          required
        />
        <ReasonField label={t('act.reason')} refused={own} />
        <SubmitButton intent="extendAll" kind="plain">
          {t('act.extendAll')}
        </SubmitButton>
      </Form>
    </details>
  )
}

export const roomNews = [
  ...(['extended', 'voided', 'cancelled', 'released', 'accepted', 'rejected', 'created'] as const),
  ...(['changed', 'same', 'reopened'] as const),
] as const
export type RoomNews =
  | { readonly kind: (typeof roomNews)[number]; readonly count: number }
  /** until when she may sit, before and now */
  | { readonly kind: 'extensionChanged'; readonly name: string; readonly before: Date; readonly after: Date }
  /** a file of hers: how many answers count now, how many wait for a decision */
  | { readonly kind: 'fileLoaded'; readonly count: number; readonly apart: number; readonly name: string }

export function RoomNewsNote({ news }: { news: RoomNews | null }) {
  const t = useT(texts)
  const locale = useLocale()
  if (!news) return null
  if (news.kind === 'fileLoaded') return <FileNews {...news} />
  const said = () => {
    if (news.kind === 'extensionChanged') {
      const [before, after] = [formatMoment(news.before, locale), formatMoment(news.after, locale)]
      return t('news.extensionChanged', { name: news.name, before, after })
    }
    const more = news.kind === 'changed' && news.count > 0 && ` ${t('edit.extended', { count: news.count })}`
    return `${t(`news.${news.kind}`, { count: news.count })}${more || ''}`
  }
  return (
    <div className="mt-4">
      <Notice tone="success" isNews>
        {said()}
      </Notice>
    </div>
  )
}
