import { useEffect, useState } from 'react'
import { useT } from '~/i18n/messages.ts'
import { sitting as texts } from '~/i18n/sitting.ts'
import { Button } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import { saveAnswerFile, sealing } from './save-answer-file.ts'
import type { Entry } from './saving.ts'
import type { SittingPage } from './sitting-page.ts'

type StuckNoteProps = {
  page: SittingPage
  /** what does not arrive; none: all is well */
  answers: readonly Entry[]
  isTimeUp: boolean
  isIn: boolean
}

/** Answers that do not arrive: where they are, what happens by itself, and the file that she can carry (应急答卷). */
export function StuckNote({ page, answers, isTimeUp, isIn }: StuckNoteProps) {
  const t = useT(texts)
  const [name, setName] = useState<string | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  const { seal, attemptId, title } = page
  // Fetched while there is a network: it is wanted when there is none.
  useEffect(() => {
    if (seal !== null && isIn) void sealing().catch(() => undefined)
  }, [seal, isIn])
  const count = new Set(answers.map(({ itemId }) => itemId)).size
  if (count === 0) return null
  const save = async () => {
    const own = t('stuck.name', { title: title.zh, code: attemptId.slice(0, 8) })
    const saved = await saveAnswerFile({ attemptId, key: seal ?? '', name: own }, answers).catch(() => null)
    setHasFailed(saved === null)
    setName(saved)
  }
  return (
    <Notice tone="danger" title={t(isTimeUp ? 'stuck.over' : 'stuck', { count })} isNews>
      <p>
        {!isTimeUp && t('stuck.goOn')}
        {t('stuck.wait')}
        {seal !== null && t('stuck.file')}
      </p>
      {seal !== null && (
        <div className="mt-2">
          <Button onClick={save}>{t('stuck.save')}</Button>
        </div>
      )}
      {name !== null && <p role="status">{t('stuck.saved', { name })}</p>}
      {hasFailed && <p role="alert">{t('stuck.failed')}</p>}
    </Notice>
  )
}
