import { useEffect, useRef } from 'react'

/**
 * Self-checks are plain forms in the document's HTML. With JavaScript their posts are caught here, all by one listener, and
 * handed to `onAnswer` (a fetcher's submit): the page stays where it is.
 */
export function useCheckForms(onAnswer: (form: HTMLFormElement, checkId: string) => void): void {
  const latest = useRef(onAnswer)
  latest.current = onAnswer
  useEffect(() => {
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return
      const checkId = form.dataset.check
      if (checkId === undefined) return
      event.preventDefault()
      latest.current(form, checkId)
    }
    document.addEventListener('submit', onSubmit)
    return () => document.removeEventListener('submit', onSubmit)
  }, [])
}
