import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { useT } from '~/i18n/messages.ts'
import { sitting as texts } from '~/i18n/sitting.ts'
import { partKey } from '~/modules/content/documents.ts'
import { paths } from '~/paths.ts'
import { renewKeptPages } from '~/platform/forget-kept-pages.ts'
import { Frame } from '~/ui/frame.tsx'
import { Icon } from '~/ui/icon.tsx'
import { Notice } from '~/ui/notice.tsx'
import { cardOf, summaryOf } from './answer-card.ts'
import { AnswerCard } from './answer-card.tsx'
import { pickOption, toggleMark } from './answer-form.ts'
import { ExamClock } from './exam-clock.tsx'
import { answersOf, countWaiting, savingOf } from './saving.ts'
import { type CardItem, documentKey, type SittingPage, servedPaper } from './sitting-page.ts'
import { StuckNote } from './stuck-note.tsx'
import { SubmitDialog } from './submit-dialog.tsx'
import { isStuck, unsentLog } from './unsent-answers.ts'
import { useInPage } from './use-in-page.ts'
import { useSitting } from './use-sitting.ts'

/** An exam as it is sat: time, what is saved, one question, the answer card. The questions themselves are text in the page. */
export function SittingView({ page, title }: { page: SittingPage; title: string }) {
  const t = useT(texts)
  const form = useRef<HTMLFormElement>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const key = documentKey(page.attemptId)
  const html = useInPage(servedPaper, key)
  const { engine, seconds, change, view } = useSitting(page, form)
  const [place, setPlace] = useState<{ view: 'all' | 'one'; at: number }>({ view: 'all', at: 0 })
  const isReadOnly = view !== null && view.state === 'elsewhere'
  const stuck = view && isStuck(view.queue, view.kept.length, performance.now(), seconds === 0)

  // With a script it is one question at a time; without one the whole paper stands there.
  useEffect(() => setPlace({ view: 'one', at: 0 }), [])
  // A set that was kept for a place without a network may hold keys to what is asked here.
  useEffect(() => void renewKeptPages(), [])
  useEffect(() => showCurrent(form.current, page.items[place.at]), [page.items, place])
  useEffect(() => {
    if (view?.state === 'over') window.location.assign(paths.attemptResult(page.attemptId))
  }, [view?.state, page.attemptId])

  const go = (at: number) => {
    const next = Math.max(0, Math.min(page.items.length - 1, at))
    setPlace((before) => ({ ...before, at: next }))
    const item = page.items[next]
    if (item) requestAnimationFrame(() => placeOf(item)?.focus({ preventScroll: place.view === 'one' }))
  }
  useKeys({
    move: (step) => go(place.at + step),
    pick: (index) => {
      const itemId = page.items[place.at]?.itemId
      if (form.current && itemId && !isReadOnly && pickOption(form.current, itemId, index)) change(itemId)
    },
    mark: () => {
      const itemId = page.items[place.at]?.itemId
      if (!form.current || !itemId || isReadOnly) return
      toggleMark(form.current, itemId)
      change(itemId)
    },
  })
  const current = place.view === 'one' ? (page.items[place.at]?.itemId ?? null) : null
  const cells = cellsOf(page, view, current)
  const openDialog = (event: MouseEvent) => {
    event.preventDefault()
    dialog.current?.showModal()
  }

  return (
    <Frame space="learn" isQuiet>
      <div className="exam" data-view={place.view}>
        <div className="exam-bar">
          <h1>{title}</h1>
          <ExamClock seconds={seconds} page={page} />
          <SaveNote view={view} />
          <div className="exam-acts">
            <a href="#card" className="button" data-kind="plain">
              {t('card')}
            </a>
            <button
              type="submit"
              form="paper"
              name="intent"
              value="submit"
              className="button"
              data-kind="plain"
              onClick={openDialog}
            >
              {t('submit')}
            </button>
          </div>
        </div>
        <noscript>
          <Notice tone="info">{t('noScript')}</Notice>
        </noscript>
        <Troubles view={view} isStuck={stuck ?? false} onTakeOver={() => void engine.current?.enter(true)} />
        {view && (
          <StuckNote
            page={page}
            answers={
              stuck ? unsentLog(view.queue, view.kept, { epoch: Number(page.epoch), seq: Number(page.seq) }) : []
            }
            isTimeUp={seconds === 0}
            isIn={view.state === 'open'}
          />
        )}
        <form id="paper" method="post" ref={form}>
          <input type="hidden" name="epoch" value={page.epoch} />
          <fieldset className="exam-paper" disabled={isReadOnly}>
            <div
              lang="zh-CN"
              data-document={partKey(key, 0)}
              // biome-ignore lint/security/noDangerouslySetInnerHtml: paper-html.ts escapes whatever a question or an answer says
              dangerouslySetInnerHTML={{ __html: html }}
            />
          </fieldset>
          <noscript>
            <p>
              <button type="submit" name="intent" value="save" className="button" data-kind="plain">
                {t('save')}
              </button>
            </p>
          </noscript>
        </form>
        <div className="exam-steps scripted">
          <button type="button" className="button" onClick={() => go(place.at - 1)} disabled={place.at === 0}>
            <Icon name="left" />
            {t('previous')}
          </button>
          <button
            type="button"
            className="button"
            data-kind="primary"
            onClick={() => go(place.at + 1)}
            disabled={place.at === page.items.length - 1}
          >
            {t('next')}
            <Icon name="right" />
          </button>
        </div>
        <AnswerCard items={page.items} cells={cells} onGo={go}>
          <button
            type="button"
            className="button scripted"
            data-kind="quiet"
            onClick={() => setPlace(({ view: before, at }) => ({ view: before === 'one' ? 'all' : 'one', at }))}
          >
            {t(place.view === 'one' ? 'view.all' : 'view.one')}
          </button>
        </AnswerCard>
        <SubmitDialog
          ref={dialog}
          counts={summaryOf(cells)}
          waiting={view ? countWaiting(view.queue) : 0}
          onSubmit={async () => (await engine.current?.submit()) ?? false}
        />
      </div>
    </Frame>
  )
}

type View = ReturnType<typeof useSitting>['view']

/** Until the tab has come in, the page knows nothing of answers but what stands in the form. */
function cellsOf(page: SittingPage, view: View, current: string | null) {
  const { queue } = view ?? {}
  return cardOf(page.items, queue ? answersOf(queue) : {}, current, (itemId) =>
    queue ? savingOf(queue, itemId) : 'saved',
  )
}

/** Questions go by their numbers on the page, so that the way to them is the same on everybody's. */
function placeOf({ number }: CardItem): HTMLElement | null {
  return document.getElementById(`q-${number}`)
}

function showCurrent(form: HTMLFormElement | null, item: CardItem | undefined): void {
  for (const item of form?.querySelectorAll('[data-current]') ?? []) item.removeAttribute('data-current')
  if (item) placeOf(item)?.setAttribute('data-current', '')
}

/** 已保存 / 待同步 / 保存失败: where her answers are, always in sight, said once when it changes. */
function SaveNote({ view }: { view: View }) {
  const t = useT(texts)
  const states = view ? Object.keys(view.queue.slots).map((itemId) => savingOf(view.queue, itemId)) : []
  const failed = states.filter((state) => state === 'failed').length
  const waiting = states.filter((state) => state === 'waiting').length
  const state = failed > 0 ? 'failed' : waiting > 0 ? 'unsaved' : 'saved'
  return (
    <span className="save-state" data-state={state} role="status">
      <Icon name={state === 'saved' ? 'check' : state === 'failed' ? 'stop' : 'clock'} />
      {failed > 0
        ? t('saved.failed', { count: failed + waiting })
        : waiting > 0
          ? t('saved.waiting', { count: waiting })
          : t('saved.all')}
    </span>
  )
}

type TroublesProps = { view: View; isStuck: boolean; onTakeOver: () => void }

/** That answers do not arrive is said by the note about them, where there is one. */
function Troubles({ view, isStuck, onTakeOver }: TroublesProps) {
  const t = useT(texts)
  if (!view) return null
  if (view.state === 'elsewhere') {
    return (
      <Notice tone="warn" title={t('elsewhere.title')} isNews>
        <p>{t('elsewhere.text')}</p>
        <button type="button" className="button" data-kind="primary" onClick={onTakeOver}>
          {t('elsewhere.act')}
        </button>
      </Notice>
    )
  }
  if (view.state === 'signedOut') {
    return (
      <Notice tone="danger" isNews>
        <p>{t('signedOut')}</p>
        <a className="button" data-kind="plain" href={paths.login()} target="_blank" rel="noreferrer">
          {t('signedOut.act')}
        </a>
      </Notice>
    )
  }
  if (view.isAway && !isStuck) {
    return (
      <Notice tone="warn" isNews>
        {t('offline')}
      </Notice>
    )
  }
  return null
}

type Keys = { move: (step: number) => void; pick: (index: number) => void; mark: () => void }

/** ↑ ↓ another question, A–E choose, M mark; never while something is typed or composed. */
function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target, key, isComposing } = event
      if (isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      if (target instanceof HTMLTextAreaElement || document.querySelector('dialog[open]')) return
      const letter = key.length === 1 ? key.toUpperCase() : key
      if (letter === 'ArrowDown' || letter === 'ArrowUp') latest.current.move(letter === 'ArrowDown' ? 1 : -1)
      else if (letter === 'M') latest.current.mark()
      else if (letter >= 'A' && letter <= 'J' && letter.length === 1) latest.current.pick(letter.charCodeAt(0) - 65)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
