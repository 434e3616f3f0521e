import { Link } from '@remix-run/react'
import { bank } from '~/i18n/bank.ts'
import { fullDay } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { Definition, Definitions } from '~/ui/definitions.tsx'
import type { LawReference } from './question.ts'
import type { QuestionPage } from './question-page.ts'
import { QuestionStateMark, VerificationMark } from './question-state-mark.tsx'
import { shownId } from './shown-id.ts'
import { subjects } from './subjects.ts'
import { useTitle } from './use-title.ts'

/** Where a question belongs, and where it is from. */
export function QuestionFactList({ page }: { page: QuestionPage }) {
  const t = useT(bank)
  const titleOf = useTitle()
  const { facts } = page.shown
  return (
    <Definitions>
      <Definition name={t('list.subject')}>{titleOf(subjects[page.subject])}</Definition>
      <Definition name={t('question.places')}>
        {page.places.length === 0 && t('question.nowhere')}
        {page.places.map(({ edition, chapter, section }) => (
          <span key={edition} className="block">
            {t('question.place', {
              ...{ edition, chapter: chapter.no, title: titleOf(chapter) },
              ...{ section: section.no, sectionTitle: titleOf(section) },
            })}{' '}
            <VerificationMark status={chapter.status} />
          </span>
        ))}
      </Definition>
      <Definition name={t('list.point')}>{page.points.map(titleOf).join(t('separator'))}</Definition>
      <Definition name={t('list.difficulty')}>{t(`difficulty.${levelOf(facts.difficulty)}`)}</Definition>
      <Definition name={t('question.source')}>
        <span lang="zh-CN">{facts.source}</span>
      </Definition>
      <Definition name={t('question.laws')}>
        {facts.laws.length === 0 && t('question.noLaws')}
        {facts.laws.map((law) => (
          <span key={law.name + law.article} className="block">
            <LawLine law={law} />
          </span>
        ))}
      </Definition>
    </Definitions>
  )
}

function levelOf(difficulty: number): 1 | 2 | 3 | 4 | 5 {
  return ([1, 2, 3, 4, 5] as const).find((level) => level === difficulty) ?? 3
}

export function LawLine({ law }: { law: LawReference }) {
  const t = useT(bank)
  const locale = useLocale()
  const { name, article, validFrom, validTo } = law
  const day = (text: string | null) => (text === null ? '' : fullDay(text, locale))
  const values = { name, article, from: day(validFrom), to: day(validTo) }
  if (validFrom && validTo) return <>{t('question.lawOver', values)}</>
  if (validTo) return <>{t('question.lawEnds', values)}</>
  return <>{validFrom ? t('question.lawValid', values) : name + article}</>
}

/** Questions that say the same. */
export function DuplicateList({ duplicates }: { duplicates: QuestionPage['duplicates'] }) {
  const t = useT(bank)
  if (duplicates.length === 0) return null
  return (
    <section className="section" aria-labelledby="duplicates">
      <h2 id="duplicates">{t('question.duplicates')}</h2>
      <ul className="rows">
        {duplicates.map(({ id, status, excerpt }) => (
          <li key={id} className="duplicate-row">
            <Link to={paths.question(id)} className="link bank-id">
              {shownId(id)}
            </Link>
            <span lang="zh-CN">{excerpt}</span>
            <QuestionStateMark state={status} />
          </li>
        ))}
      </ul>
    </section>
  )
}
