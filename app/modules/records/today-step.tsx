import { formatMinutes } from '~/i18n/format.ts'
import { learn } from '~/i18n/learn.ts'
import type { Locale } from '~/i18n/locale.ts'
import { type Translate, useLocale, useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { LinkButton } from '~/ui/button.tsx'
import type { TodayStep as Step } from './today.ts'

/** One sentence that says what to do now, and one button that does it. */
export function TodayStep({ step }: { step: Step }) {
  const t = useT(learn)
  const locale = useLocale()
  const act = 'lesson' in step ? paths.lesson(step.lesson.id) : step.kind === 'done' ? paths.record() : paths.tracks()
  return (
    <section className="today-step">
      {'track' in step && <p className="today-track">{step.track.title}</p>}
      <p className="today-sentence">{sentenceOf(step, t, locale)}</p>
      <LinkButton kind="primary" to={act} icon="forward">
        {t(`today.${step.kind}Act`)}
      </LinkButton>
    </section>
  )
}

function sentenceOf(step: Step, t: Translate<typeof learn>, locale: Locale): string {
  if (!('lesson' in step)) return t(`today.${step.kind}`)
  const { title, minutes } = step.lesson
  if (step.kind === 'start') return t('today.start', { lesson: title, time: formatMinutes(minutes, locale) })
  if (step.percent === 0) return t('today.resumeStart', { lesson: title })
  return t('today.resume', { lesson: title, percent: step.percent })
}
