import { useEffect, useRef } from 'react'
import { formatDay } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { practice } from '~/i18n/practice.ts'
import { practiceOffline } from '~/i18n/practice-offline.ts'
import { paths } from '~/paths.ts'
import { dayOf } from '~/platform/calendar.ts'
import { type Keeping, useKeptPage } from '~/platform/use-kept-page.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { RoadEnds } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Icon } from '~/ui/icon.tsx'
import { Notice } from '~/ui/notice.tsx'
import { judge } from './judging.ts'
import { LeaveDialog } from './leave-dialog.tsx'
import { keyOf, type OfflineAnswer, type OfflineQuestion, type OfflineSet } from './offline-set.ts'
import { AskedView, CauseButtons, Explanation, SetEmpty } from './practice-parts.tsx'
import type { SenderView } from './practice-sender.ts'
import { useOfflineSet } from './use-offline-set.ts'
import type { ErrorCause } from './wrong-book.ts'

/** 今日一练 with everything in the page: question after question, and where the answers are. */
export function OfflineView({ page, mayKeep }: { page: OfflineSet; mayKeep: boolean }) {
  const t = useT(practiceOffline)
  const { set, isOld, view, isOffline, answers, total, away, left, ...now } = useOfflineSet(page, mayKeep)
  const { question, shown, isEmpty, answer, sayCause, next } = now
  const keeping = useKeptPage(paths.practiceOffline(set.subject), set.personId, mayKeep)
  const place = useRef<HTMLDivElement>(null)
  const current = `${question ? keyOf(question) : ''} ${shown ? 'shown' : ''}`
  const before = useRef(current)
  useEffect(() => {
    if (before.current === current || !view.isLoaded) return
    before.current = current
    place.current?.focus({ preventScroll: true })
    place.current?.scrollIntoView({ block: 'start' })
  }, [current, view.isLoaded])
  if (set.questions.length === 0) return <SetEmpty to={paths.practice(set.subject)} />
  const at = total - left.length + (shown ? 0 : 1)

  return (
    <>
      <noscript>
        <Notice tone="warn">{t('noScript')}</Notice>
      </noscript>
      <div className="scripted">
        <Troubles view={view} isOffline={isOffline} keeping={keeping} />
        {isOld && <OldSet since={set.since} />}
        {away > 0 && (
          <Notice tone="info" isNews>
            {t('closed', { count: away })}
          </Notice>
        )}
      </div>
      <LeaveDialog isHeld={isOffline} isKept={keeping === 'kept'} />
      <div ref={place} tabIndex={-1} className="stack offline-place">
        <p className="offline-line">
          {question && <span>{t('place', { at: Math.min(at, total), count: total })}</span>}
          <SavedNote view={view} />
        </p>
        {question && shown ? (
          <OfflineAnswered
            question={question}
            answer={shown}
            onCause={(cause) => sayCause(shown, cause)}
            onNext={next}
          />
        ) : question ? (
          <AskedView
            key={keyOf(question)}
            question={question}
            since={set.now}
            isEmpty={isEmpty}
            to={paths.practiceSet(set.subject, 'daily')}
            onAnswer={(picked, confidence) => answer(question, picked, confidence)}
          />
        ) : (
          <AllDone set={set} view={view} answers={answers} />
        )}
      </div>
    </>
  )
}

type AnsweredProps = {
  question: OfflineQuestion
  answer: OfflineAnswer
  onCause: (cause: ErrorCause) => void
  onNext: () => void
}

function OfflineAnswered({ question, answer, onCause, onNext }: AnsweredProps) {
  const t = useT(practice)
  const judged = judge(question, answer.picked)
  const right = judged?.right ?? false
  return (
    <article className="practice">
      <Explanation answered={{ ...question, right, picked: answer.picked, confidence: answer.confidence }} />
      <ul className="point-list">
        <li className="result-sign">{t('tested')}</li>
        {question.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {!right && <CauseButtons said={answer.cause} onSay={onCause} />}
      <div className="practice-acts">
        <Button kind="primary" onClick={onNext}>
          {t('next')}
        </Button>
      </div>
    </article>
  )
}

/** 已保存 / 待同步 / 保存失败: where her answers are, always in sight, said once when it changes. */
function SavedNote({ view }: { view: SenderView }) {
  const t = useT(practiceOffline)
  const { failed, waiting } = countsOf(view)
  const state = failed > 0 ? 'failed' : waiting > 0 ? 'unsaved' : 'saved'
  if (view.savings.size === 0) return null
  return (
    <span className="save-state" data-state={state} role="status">
      <Icon name={state === 'saved' ? 'check' : state === 'failed' ? 'stop' : 'clock'} />
      {state === 'failed'
        ? t('state.failed', { count: failed })
        : state === 'unsaved'
          ? t('state.waiting', { count: waiting })
          : t('state.saved')}
    </span>
  )
}

function countsOf({ savings }: SenderView) {
  const count = (...wanted: readonly string[]) => [...savings.values()].filter((one) => wanted.includes(one)).length
  return {
    failed: count('unkept', 'refused'),
    waiting: count('waiting'),
    unkept: count('unkept'),
    refused: count('refused'),
  }
}

function Troubles({ view, isOffline, keeping }: { view: SenderView; isOffline: boolean; keeping: Keeping }) {
  const t = useT(practiceOffline)
  const { unkept, refused } = countsOf(view)
  return (
    <>
      {view.isSignedOut && !isOffline ? (
        <Notice tone="danger" isNews>
          <p>{t('signedOut')}</p>
          <a className="button" data-kind="plain" href={paths.login()} target="_blank" rel="noreferrer">
            {t('signedOut.act')}
          </a>
        </Notice>
      ) : isOffline ? (
        <Notice tone="warn" isNews>
          {t('away')}
        </Notice>
      ) : (
        <Notice tone="info">{t(`loaded.${keeping}`)}</Notice>
      )}
      {unkept > 0 && (
        <Notice tone="danger" isNews>
          {t('unkept')}
        </Notice>
      )}
      {refused > 0 && (
        <Notice tone="danger" isNews>
          {t('refused', { count: refused })}
        </Notice>
      )}
    </>
  )
}

/** A set that was kept on another day. */
function OldSet({ since }: { since: number }) {
  const t = useT(practiceOffline)
  return <Notice tone="info">{t('old', { day: formatDay(dayOf(new Date(since)), useLocale()) })}</Notice>
}

type DoneProps = { set: OfflineSet; view: SenderView; answers: readonly OfflineAnswer[] }

function AllDone({ set, view, answers }: DoneProps) {
  const t = useT(practiceOffline)
  const own = answers.flatMap((answer) => {
    const question = set.questions.find((one) => answer.at >= set.since && keyOf(one) === keyOf(answer))
    return question ? [judge(question, answer.picked)?.right ?? false] : []
  })
  const { waiting } = countsOf(view)
  return (
    <EmptyState
      drawing={<RoadEnds />}
      title={t('done.title')}
      act={
        <LinkButton kind="primary" to={paths.practice(set.subject)}>
          {t('done.act')}
        </LinkButton>
      }
    >
      {t('done.text', { count: own.length, right: own.filter(Boolean).length })}
      {waiting > 0 && (
        <>
          <br />
          {t('done.waiting', { count: waiting })}
        </>
      )}
    </EmptyState>
  )
}
