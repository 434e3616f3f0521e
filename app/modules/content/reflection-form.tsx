import { useFetcher } from '@remix-run/react'
import { useState } from 'react'
import { lesson } from '~/i18n/lesson.ts'
import { useT } from '~/i18n/messages.ts'
import { Button } from '~/ui/button.tsx'
import { SaveState } from '~/ui/save-state.tsx'

type ReflectionFormProps = {
  id: string
  /** what is saved */
  body: string
  /** «14:03», once it is saved */
  savedAt?: string
}

/**
 * The slot of a `Reflect`: her private note. Posts `intent=note`, `note=reflect:<id>` and `body` to the lesson page, which
 * answers with a redirect to `#<id>`.
 */
export function ReflectionForm({ id, body, savedAt }: ReflectionFormProps) {
  const t = useT(lesson)
  const fetcher = useFetcher({ key: `reflect:${id}` })
  const [text, setText] = useState(body)
  return (
    <fetcher.Form method="post" className="reflect-form">
      <input type="hidden" name="intent" value="note" />
      <input type="hidden" name="note" value={`reflect:${id}`} />
      <textarea
        className="input"
        name="body"
        rows={4}
        maxLength={10_000}
        aria-labelledby={`${id}-prompt`}
        aria-describedby={`${id}-private`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="reflect-foot">
        <Button type="submit">{t('reflect.save')}</Button>
        {text !== body && fetcher.state === 'idle' ? (
          <SaveState state="unsaved" />
        ) : (
          (fetcher.state !== 'idle' || savedAt) && (
            <SaveState state={fetcher.state === 'idle' ? 'saved' : 'saving'} detail={savedAt} />
          )
        )}
        <span id={`${id}-private`} className="reflect-private">
          {t('reflect.private')}
        </span>
      </p>
    </fetcher.Form>
  )
}
