import { Form } from '@remix-run/react'
import { useT } from '~/i18n/messages.ts'
import { realExam } from '~/i18n/real-exam.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import type { Removed } from './real-exam-cohort.server.ts'
import type { ResultImport } from './real-exam-import.server.ts'

/** What an act on the table has done. */
export type RealExamNews =
  | { readonly kind: 'checked'; readonly count: number }
  | { readonly kind: 'saved'; readonly removed: Removed }
  | { readonly kind: 'restored' }
  | ({ readonly kind: 'imported' } & Omit<ResultImport, 'rest'>)

export function RealExamNewsNote({ news }: { news: RealExamNews }) {
  return (
    <div className="mt-4">
      <Notice tone={isPartial(news) ? 'warn' : 'success'} isNews>
        <Sentences news={news} />
      </Notice>
    </div>
  )
}

function isPartial(news: RealExamNews): boolean {
  return (news.kind === 'checked' && news.count === 0) || (news.kind === 'imported' && news.left > 0)
}

function Sentences({ news }: { news: RealExamNews }) {
  const t = useT(realExam)
  switch (news.kind) {
    case 'checked':
      return <p>{news.count === 0 ? t('news.nothing') : t('news.checked', { count: news.count })}</p>
    case 'restored':
      return <p>{t('news.restored')}</p>
    case 'saved':
      return (
        <>
          <p>{t('news.saved')}</p>
          <Undo {...news.removed} />
        </>
      )
    case 'imported': {
      const { added, changed, checked, same, left } = news
      return (
        <>
          <p>{t('news.imported', { added, changed, checked, same })}</p>
          {left > 0 && <p>{t('news.left', { count: left })}</p>}
        </>
      )
    }
  }
}

function Undo({ recordIds, certificateIds }: Removed) {
  const t = useT(realExam)
  const count = recordIds.length + certificateIds.length
  if (count === 0) return null
  return (
    <>
      <p>{t('news.removed', { count })}</p>
      <Form method="post" preventScrollReset>
        {recordIds.map((id) => (
          <input key={id} type="hidden" name="recordIds" value={id} />
        ))}
        {certificateIds.map((id) => (
          <input key={id} type="hidden" name="certificateIds" value={id} />
        ))}
        <SubmitButton intent="restore" kind="quiet" icon="undo">
          {t('undo')}
        </SubmitButton>
      </Form>
    </>
  )
}
