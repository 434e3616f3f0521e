import { learn } from '~/i18n/learn.ts'
import { useT } from '~/i18n/messages.ts'
import { Icon } from '~/ui/icon.tsx'
import type { TodayPage } from './today-page.ts'

/** One sentence that says what to do now, and one button that does it. */
export function TodayStep({ step }: { step: TodayPage['step'] }) {
  const t = useT(learn)
  return (
    <section className="today-step">
      {step.track !== null && <p className="today-track">{step.track}</p>}
      <p className="today-sentence">{step.sentence}</p>
      <a href={step.to} className="button" data-kind="primary">
        <Icon name="forward" />
        {t(`today.${step.kind}Act`)}
      </a>
    </section>
  )
}
