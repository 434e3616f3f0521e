import { type MetaFunction, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { formatDay, formatMinutes } from '~/i18n/format.ts'
import { learn } from '~/i18n/learn.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { reading } from '~/i18n/reading.ts'
import { LessonLine } from '~/modules/courses/lesson-line.tsx'
import { getTrack, type TrackPage } from '~/modules/courses/track-pages.server.ts'
import { joinTrack } from '~/modules/courses/tracks.server.ts'
import { isSignedIn, mayLearn } from '~/modules/identity/permissions.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { ProgressLine } from '~/ui/progress-line.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(isSignedIn, async ({ actor, params }) => getTrack(actor, param(params, 'trackId')))

/** The page's only act: joining a track that nobody gave her. */
export const action = guarded(mayLearn, async ({ actor, params, now }) => {
  const trackId = param(params, 'trackId')
  await joinTrack(actor, trackId, now)
  return redirect(paths.track(trackId))
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · 育才 Yucai` }]

export default function TrackRoute() {
  const track = useLoaderData<typeof loader>()
  const t = useT(learn)
  return (
    <Frame space="learn">
      <div className="stack learn-page">
        <PageHeader
          title={track.title}
          lead={track.summary}
          crumbs={[{ to: paths.tracks(), label: t('tracks.title') }]}
        />
        <Standing track={track} />
        {track.courses.map((course) => (
          <section key={course.id} className="section">
            <h2>{course.title}</h2>
            <ol className="rows">
              {course.lessons.map((lesson) => (
                <LessonLine key={lesson.id} lesson={lesson} />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </Frame>
  )
}

function Standing({ track }: { track: TrackPage }) {
  const t = useT(learn)
  const say = useT(reading)
  const locale = useLocale()
  const finished = track.states.filter((state) => state === 'finished').length
  const facts = [
    t(`topic.${track.topic}`),
    t('track.size', { lessons: track.states.length, time: formatMinutes(track.minutes, locale) }),
    ...(track.how === 'offered' ? [] : [t(`track.${track.how}`)]),
    ...(track.dueOn ? [t('track.dueOn', { day: formatDay(track.dueOn, locale) })] : []),
  ]
  return (
    <div className="track-standing">
      <p className="track-card-facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {track.isRecorded && track.how !== 'offered' && (
        <ProgressLine
          value={finished}
          outOf={track.states.length}
          label={say('state.finished')}
          words={t('track.progress', { finished, total: track.states.length })}
        />
      )}
      {track.isRecorded && track.how === 'offered' && (
        <Form method="post" className="track-join">
          <SubmitButton intent="join">{t('track.join')}</SubmitButton>
          <p>{t('track.joinHint')}</p>
        </Form>
      )}
    </div>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
