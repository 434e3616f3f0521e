import { useFetcher } from '@remix-run/react'
import { useState } from 'react'
import { lesson } from '~/i18n/lesson.ts'
import { useT } from '~/i18n/messages.ts'

type ReflectionFormProps = {
  id: string
  /** what is saved */
  body: string
  /** «已保存 14:03», once it is */
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
  const isSaving = fetcher.state !== 'idle'
  const isChanged = text !== body
  return (
    <fetcher.Form method="post" className="reflect-form">
      <input type="hidden" name="intent" value="note" />
      <input type="hidden" name="note" value={`reflect:${id}`} />
      <textarea
        name="body"
        rows={4}
        maxLength={10_000}
        aria-labelledby={`${id}-prompt`}
        aria-describedby={`${id}-private`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="reflect-foot">
        <button type="submit" className="reflect-save">
          {t('reflect.save')}
        </button>
        <span role="status">{isSaving ? t('reflect.saving') : isChanged ? t('reflect.unsaved') : savedAt}</span>
        <span id={`${id}-private`} className="reflect-private">
          {t('reflect.private')}
        </span>
      </p>
    </fetcher.Form>
  )
}
