import { blueprints } from '~/i18n/blueprints.ts'
import { exam } from '~/i18n/exam.ts'
import { fullDay } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { Definition, Definitions } from '~/ui/definitions.tsx'
import type { BlueprintDraft } from './blueprint-draft.ts'

/** A blueprint that is only looked at. */
export function BlueprintFacts({ draft }: { draft: BlueprintDraft }) {
  const t = useT(blueprints)
  const say = useT(exam)
  const locale = useLocale()
  const { year, edition, minutes, passLine, lawCutoff, parts } = draft
  return (
    <div className="section blueprint-facts">
      <Definitions>
        <Definition name={t('form.year')}>{year}</Definition>
        <Definition name={t('form.edition')}>{edition}</Definition>
        <Definition name={t('form.minutes')}>{minutes}</Definition>
        <Definition name={t('form.passLine')}>{passLine}</Definition>
        <Definition name={t('form.lawCutoff')}>{fullDay(lawCutoff, locale)}</Definition>
        <Definition name={t('form.parts')}>
          {parts.map(({ kind, count, points }) => (
            <div key={`${kind} ${points}`}>{say(`part.${kind}`, { count, points })}</div>
          ))}
        </Definition>
      </Definitions>
    </div>
  )
}
