import { diary as texts } from '~/i18n/diary.ts'
import { formatDay } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { paragraphsOf } from '~/modules/works/paragraphs.ts'
import { Definition, Definitions } from '~/ui/definitions.tsx'
import { type DiaryEntry, diaryTexts } from './diary.ts'

/** An entry as it is read: the facts first, then each text by its heading. */
export function EntryReading({ entry }: { entry: DiaryEntry }) {
  const t = useT(texts)
  return (
    <article className="prose">
      <EntryFacts entry={entry} />
      {diaryTexts
        .filter((key) => key !== 'whom' && key !== 'companions' && entry.texts[key] !== '')
        .map((key) => (
          <section key={key}>
            <h2>{t(key)}</h2>
            {paragraphsOf([{ key, text: entry.texts[key] }]).map(({ index, text }) => (
              <p key={index}>{text}</p>
            ))}
          </section>
        ))}
    </article>
  )
}

export function EntryFacts({ entry }: { entry: DiaryEntry }) {
  const [t, locale] = [useT(texts), useLocale()]
  const facts = [
    ['template', t(`template.${entry.template}`)],
    ['occurredOn', formatDay(entry.occurredOn, locale)],
    ['community', entry.community],
    ['category', t(`category.${entry.category}`)],
    ['whom', [entry.texts.whom, t(`group.${entry.group}`), t(`ageBand.${entry.ageBand}`)].filter(Boolean).join(' · ')],
    ['companions', entry.texts.companions],
    ['triage', t(`triage.${entry.triage}`)],
    ['outcome', t(`outcome.${entry.outcome}`)],
    ['dueOn', entry.dueOn ? formatDay(entry.dueOn, locale) : ''],
  ] as const
  return (
    <Definitions>
      {facts
        .filter(([, value]) => value !== '')
        .map(([key, value]) => (
          <Definition key={key} name={t(key)}>
            {value}
          </Definition>
        ))}
    </Definitions>
  )
}
