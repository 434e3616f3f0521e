import { useFetcher } from '@remix-run/react'
import { useState } from 'react'
import { useT } from '~/i18n/messages.ts'
import { reading } from '~/i18n/reading.ts'
import { Button } from '~/ui/button.tsx'
import { SaveState, type Saving } from '~/ui/save-state.tsx'
import type { LessonPage } from './lesson-page.ts'

/** Her notes on the lesson: in the margin where there is one, else under the text. */
export function LessonNotes({ page }: { page: Pick<LessonPage, 'notes' | 'visitToken'> }) {
  const t = useT(reading)
  const fetcher = useFetcher<{ isSaved?: boolean }>({ key: 'notes' })
  const saved = page.notes.notes
  const [body, setBody] = useState(saved?.body ?? '')
  return (
    <aside className="lesson-notes" id="notes" aria-labelledby="notes-title">
      <fetcher.Form method="post" className="lesson-notes-form">
        <h2 id="notes-title">{t('lesson.notes')}</h2>
        <input type="hidden" name="intent" value="note" />
        <input type="hidden" name="note" value="notes" />
        <input type="hidden" name="visit" value={page.visitToken} />
        <textarea
          name="body"
          rows={6}
          maxLength={10_000}
          className="input"
          aria-labelledby="notes-title"
          aria-describedby="notes-help"
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
        <p className="lesson-notes-help" id="notes-help">
          {t('lesson.notesHelp')}
        </p>
        <p className="lesson-notes-foot">
          <Button type="submit">{t('lesson.notesSave')}</Button>
          {(saved || body) && (
            <SaveState
              state={savingOf(fetcher.state !== 'idle', fetcher.data?.isSaved === false, body === (saved?.body ?? ''))}
              detail={saved && body === saved.body ? saved.savedAt : undefined}
            />
          )}
        </p>
      </fetcher.Form>
    </aside>
  )
}

function savingOf(isOnTheWay: boolean, hasFailed: boolean, isSame: boolean): Saving {
  if (isOnTheWay) return 'saving'
  if (isSame) return 'saved'
  return hasFailed ? 'failed' : 'unsaved'
}
