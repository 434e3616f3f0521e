import { exam } from '~/i18n/exam.ts'
import { formatMinutes } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { useTitle } from '~/modules/questions/use-title.ts'
import { Tag } from '~/ui/tag.tsx'
import type { OfferedPaper, PaperOutline, SubjectPage } from './exam-home.ts'
import { readableScore } from './readable-score.ts'
import { PaperFacts, RuleExamples } from './subject-parts.tsx'

/** The official paper and those of the centre, each with its count and time, to begin the one she chooses. */
export function PaperChoice({ page }: { page: SubjectPage }) {
  const t = useT(exam)
  const isFree = page.openAttemptId === null
  return (
    <section className="section">
      <h2>{t('choice.title')}</h2>
      <ul className="subject-list">
        {page.blueprint && (
          <PaperLine paper={page.blueprint} isShort={page.short.length > 0} isFree={isFree} blueprintId={null} />
        )}
        {page.offered.map((paper) => (
          <PaperLine key={paper.id} paper={paper} isShort={paper.isShort} isFree={isFree} blueprintId={paper.id} />
        ))}
      </ul>
    </section>
  )
}

type PaperLineProps = { paper: PaperOutline; isShort: boolean; isFree: boolean; blueprintId: string | null }

function PaperLine({ paper, isShort, isFree, blueprintId }: PaperLineProps) {
  const t = useT(exam)
  const locale = useLocale()
  const title = useTitle()(paper)
  const { items, outOf, passLine, minutes } = paper
  const points = { outOf: readableScore(outOf), pass: readableScore(passLine) }
  return (
    <li className="subject-row">
      <div>
        <h3>
          {title} <Tag>{t(blueprintId === null ? 'choice.official' : 'choice.own')}</Tag>
        </h3>
        <p>{t('choice.facts', { items, time: formatMinutes(minutes, locale), ...points })}</p>
        {isShort && <p>{t('subject.notYet')}</p>}
        {blueprintId !== null && <PaperDetails paper={paper} />}
      </div>
      {isFree && !isShort && <StartForm blueprintId={blueprintId} title={title} />}
    </li>
  )
}

function PaperDetails({ paper }: { paper: PaperOutline | OfferedPaper }) {
  const t = useT(exam)
  return (
    <details>
      <summary>{t('choice.details')}</summary>
      <PaperFacts blueprint={paper} />
      <RuleExamples examples={paper.examples} />
    </details>
  )
}

type StartFormProps = { blueprintId: string | null; title?: string }

/** A form that a script leaves alone: the questions of a sitting travel in its page only, so the page is loaded anew. */
export function StartForm({ blueprintId, title }: StartFormProps) {
  const t = useT(exam)
  return (
    <form method="post">
      {blueprintId !== null && <input type="hidden" name="blueprint" value={blueprintId} />}
      <button
        type="submit"
        className="button"
        data-kind={blueprintId === null ? 'primary' : 'plain'}
        name="intent"
        value="start"
        aria-label={title && t('choice.startOf', { title })}
      >
        {t('mock.start')}
      </button>
    </form>
  )
}
