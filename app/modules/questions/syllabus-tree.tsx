import { Link } from '@remix-run/react'
import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { StateMark } from '~/ui/tag.tsx'
import { VerificationMark } from './question-state-mark.tsx'
import type { Subject } from './subjects.ts'
import type { CoveredChapter, CoveredEdition, CoveredPoint } from './syllabus-coverage.ts'
import { useTitle } from './use-title.ts'

/** An edition, chapter by chapter, with a bar for the questions of each point: where nothing is drawn, something is missing. */
export function SyllabusTree({ subject, edition }: { subject: Subject; edition: CoveredEdition }) {
  return (
    <ol className="syllabus">
      {edition.chapters.map((chapter) => (
        <ChapterItem key={chapter.no} subject={subject} chapter={chapter} top={edition.top} />
      ))}
    </ol>
  )
}

function ChapterItem({ subject, chapter, top }: { subject: Subject; chapter: CoveredChapter; top: number }) {
  const t = useT(bank)
  const titleOf = useTitle()
  const { no, status, questions, gaps, sections } = chapter
  return (
    <li className="syllabus-chapter">
      <div className="syllabus-head">
        <h2>
          <span className="syllabus-no">{t('syllabus.chapter', { no })}</span> {titleOf(chapter)}
        </h2>
        <VerificationMark status={status} />
        <span>{t('syllabus.questions', { count: questions })}</span>
        {gaps > 0 ? (
          <StateMark icon="open" tone="amber">
            {t('syllabus.gaps', { count: gaps })}
          </StateMark>
        ) : (
          <StateMark icon="done" tone="pine">
            {t('syllabus.noGaps')}
          </StateMark>
        )}
      </div>
      <ol>
        {sections.map((section) => (
          <li key={section.no} className="syllabus-section">
            <p className="syllabus-title">
              {section.no}. {titleOf(section)}{' '}
              {section.status !== status && <VerificationMark status={section.status} />}
            </p>
            <ul>
              {section.points.map((point) => (
                <PointRow key={point.id} subject={subject} point={point} top={top} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </li>
  )
}

function PointRow({ subject, point, top }: { subject: Subject; point: CoveredPoint; top: number }) {
  const t = useT(bank)
  const titleOf = useTitle()
  const { id, questions } = point
  return (
    <li className="syllabus-point" data-gap={questions === 0 || undefined}>
      <span>{titleOf(point)}</span>
      <span className="syllabus-bar">
        {questions > 0 && (
          <svg className="bar" width={`${(questions / top) * 100}%`} aria-hidden="true">
            <rect width="100%" height="100%" />
          </svg>
        )}
      </span>
      {questions > 0 ? (
        <Link to={paths.bank({ subject, point: id, status: 'active' })} className="link">
          {t('syllabus.questions', { count: questions })}
        </Link>
      ) : (
        <Link
          to={paths.newQuestion({ subject, point: id })}
          className="link"
          aria-label={t('syllabus.writeFor', { point: titleOf(point) })}
        >
          {t('syllabus.write')}
        </Link>
      )}
    </li>
  )
}
