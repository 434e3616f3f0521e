import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useT } from '~/i18n/messages.ts'
import { practiceOffline } from '~/i18n/practice-offline.ts'
import { Notice } from '~/ui/notice.tsx'
import { usePracticeSender } from './use-practice-sender.ts'

/** Answers that a page without a network left on the device go out from here, and the figures follow. */
export function UnsentPractice({ personId, mayKeep }: { personId: string; mayKeep: boolean }) {
  const t = useT(practiceOffline)
  const { view } = usePracticeSender(personId, mayKeep)
  const { revalidate } = useRevalidator()
  const hadWaiting = useRef(false)
  useEffect(() => {
    if (hadWaiting.current && view.waiting === 0) revalidate()
    hadWaiting.current = view.waiting > 0
  }, [view.waiting, revalidate])
  if (view.waiting === 0) return null
  return (
    <Notice tone="info" isNews>
      {t('home.waiting', { count: view.waiting })}
    </Notice>
  )
}
