import { useFetcher } from '@remix-run/react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Saving } from '~/ui/save-state.tsx'

/** After the last key: short enough to lose nothing that she would miss, long enough not to send each letter. */
const waitMs = 1_500

/**
 * Saves a form by itself while she writes. Each save has the next number of `seq`, which the form's own hidden field follows, so
 * that an older one that arrives late replaces nothing. Null before she has written anything.
 */
export function useSelfSaving(form: RefObject<HTMLFormElement>, action: string, seq: number): Saving | null {
  const fetcher = useFetcher<{ readonly saved: boolean }>()
  const [isDirty, setIsDirty] = useState(false)
  const count = useRef(seq + 1)
  const { submit } = fetcher

  useEffect(() => {
    const element = form.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const save = () => {
      const data = new FormData(element)
      data.set('intent', 'autosave')
      data.set('seq', String(count.current))
      count.current += 1
      const field = element.elements.namedItem('seq')
      if (field instanceof HTMLInputElement) field.value = String(count.current)
      submit(data, { method: 'post', action })
      setIsDirty(false)
    }
    const changed = () => {
      setIsDirty(true)
      clearTimeout(timer)
      timer = setTimeout(save, waitMs)
    }
    // Whoever puts the phone away has not waited.
    const leaving = () => document.visibilityState === 'hidden' && timer !== undefined && save()
    element.addEventListener('input', changed)
    document.addEventListener('visibilitychange', leaving)
    return () => {
      clearTimeout(timer)
      element.removeEventListener('input', changed)
      document.removeEventListener('visibilitychange', leaving)
    }
  }, [form, action, submit])

  if (isDirty) return 'unsaved'
  if (fetcher.state !== 'idle') return 'saving'
  if (fetcher.data === undefined) return null
  return fetcher.data.saved ? 'saved' : 'failed'
}
