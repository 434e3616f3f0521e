import { useFetcher, useRevalidator } from '@remix-run/react'
import { type ComponentType, lazy, Suspense, useRef } from 'react'
import { useT } from '~/i18n/messages.ts'
import { reading as texts } from '~/i18n/reading.ts'
import { useCheckForms } from '~/modules/content/check-forms.ts'
import { CheckOutcome } from '~/modules/content/check-outcome.tsx'
import type { FilmProgressProps } from '~/modules/content/film-progress.tsx'
import { LessonText } from '~/modules/content/lesson-text.tsx'
import { ReflectionForm } from '~/modules/content/reflection-form.tsx'
import { Drawer, DrawerLink } from '~/ui/drawer.tsx'
import { Icon } from '~/ui/icon.tsx'
import { Notice } from '~/ui/notice.tsx'
import { LessonEnd } from './lesson-end.tsx'
import { LessonHead } from './lesson-head.tsx'
import { LessonNotes } from './lesson-notes.tsx'
import { LessonOutline } from './lesson-outline.tsx'
import type { LessonPage, Slot } from './lesson-page.ts'
import { useReading } from './use-reading.ts'

/** What the lesson's action answers when it does not lead elsewhere. */
export type LessonAnswer = {
  /** this self-check was posted without a choice */
  readonly emptyCheck?: string
  readonly isSaved?: boolean
  /** the network was away */
  readonly isLost?: boolean
}

/** Few lessons have a film: the others do not carry what watches it. When it cannot be fetched, the film still plays. */
const FilmProgress = lazy<ComponentType<FilmProgressProps>>(() =>
  import('~/modules/content/film-progress.tsx').then(
    ({ FilmProgress }) => ({ default: FilmProgress }),
    () => ({ default: () => null }),
  ),
)

type LessonViewProps = { page: LessonPage; answer: LessonAnswer | undefined }

export function LessonView({ page, answer }: LessonViewProps) {
  const t = useT(texts)
  const fetcher = useFetcher<LessonAnswer>({ key: 'answers' })
  const { revalidate } = useRevalidator()
  const line = useRef<HTMLProgressElement>(null)
  const end = useRef<HTMLElement>(null)
  const reading = useReading({
    lessonId: page.lesson.id,
    hash: page.isRecorded ? page.hash : '',
    visitToken: page.visitToken,
    line,
    end,
    onProgress: revalidate,
  })
  useCheckForms((form) => fetcher.submit(reading.stamp(new FormData(form)), { method: 'post' }))
  const { emptyCheck, isLost } = fetcher.data ?? answer ?? {}

  const slot = (island: Slot) => {
    if (!page.isRecorded) return null
    switch (island.kind) {
      case 'check':
        return <CheckOutcome {...page.outcomes[island.id]} isEmpty={emptyCheck === island.id} />
      case 'reflect':
        return <Reflection key={page.lesson.id} id={island.id} page={page} />
      case 'video':
        return (
          <Suspense>
            <FilmProgress
              id={island.id}
              seconds={island.seconds}
              watched={page.films[island.id] ?? ''}
              onWatched={(intervals) => reading.noteFilm(island.id, intervals)}
            />
          </Suspense>
        )
    }
  }

  return (
    <article className="lesson">
      <progress
        ref={line}
        className="lesson-line"
        max={100}
        value={page.resume?.percent ?? (page.doneOn ? 100 : 0)}
        aria-label={t('lesson.progress')}
      />
      <LessonHead page={page} />
      <p className="lesson-tools">
        <DrawerLink drawer="contents" className="button lesson-contents">
          <Icon name="list" />
          {t('lesson.outline')}
        </DrawerLink>
        <button type="button" className="button scripted" data-kind="quiet" onClick={() => window.print()}>
          <Icon name="print" />
          {t('lesson.print')}
        </button>
      </p>
      <div className="lesson-body">
        <LessonText hash={page.hash} islands={page.islands} slot={slot} />
        {isLost && (
          <Notice tone="warn" isNews>
            {t('lesson.notSent')}
          </Notice>
        )}
        <LessonEnd page={page} ref={end} />
      </div>
      {page.isRecorded && <LessonNotes key={page.lesson.id} page={page} />}
      <Drawer id="contents" title={t('lesson.outline')} side="start">
        <nav className="lesson-outline" aria-label={t('lesson.outline')}>
          <LessonOutline page={page} />
        </nav>
      </Drawer>
    </article>
  )
}

function Reflection({ id, page }: { id: string; page: LessonPage }) {
  const t = useT(texts)
  const note = page.notes[`reflect:${id}`]
  return (
    <ReflectionForm id={id} body={note?.body ?? ''} savedAt={note && t('lesson.savedAt', { time: note.savedAt })} />
  )
}
