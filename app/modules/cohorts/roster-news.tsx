import { Form } from '@remix-run/react'
import { cohorts } from '~/i18n/cohorts.ts'
import { useT } from '~/i18n/messages.ts'
import type { IssuedCode } from '~/modules/identity/access-codes.server.ts'
import { CodeSheet } from '~/modules/identity/code-sheet.tsx'
import { SubmitButton } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'

/** What an act on the roster has done. */
export type RosterNews =
  | { readonly kind: 'done' }
  | { readonly kind: 'removed'; readonly personIds: readonly string[] }
  | {
      readonly kind: 'codes'
      readonly codes: readonly IssuedCode[]
      /** ticked, but not the actor's to give a code to */
      readonly leftOut: number
    }
  | {
      readonly kind: 'imported'
      readonly codes: readonly IssuedCode[]
      readonly joined: number
      readonly faults: number
    }

export function RosterNewsNote({ news, codeAddress }: { news: RosterNews; codeAddress: string }) {
  return (
    <div className="mt-4">
      <Summary news={news} />
      {(news.kind === 'codes' || news.kind === 'imported') && <CodeSheet codes={news.codes} address={codeAddress} />}
    </div>
  )
}

function Summary({ news }: { news: RosterNews }) {
  const t = useT(cohorts)
  switch (news.kind) {
    case 'done':
      return (
        <Notice tone="success" isNews>
          <p>{t('bulk.done')}</p>
        </Notice>
      )
    case 'removed':
      return (
        <Notice tone="success" isNews>
          <p>{t('bulk.removed', { count: news.personIds.length })}</p>
          <Form method="post" preventScrollReset>
            {news.personIds.map((id) => (
              <input key={id} type="hidden" name="personIds" value={id} />
            ))}
            <SubmitButton intent="readmit" kind="quiet" icon="undo">
              {t('bulk.undo')}
            </SubmitButton>
          </Form>
        </Notice>
      )
    case 'codes':
      if (news.leftOut === 0) return null
      return (
        <Notice tone="warn" isNews>
          <p>{t('bulk.someLeftOut', { count: news.leftOut })}</p>
        </Notice>
      )
    case 'imported':
      return (
        <Notice tone={news.faults > 0 ? 'warn' : 'success'} isNews>
          <p>{t('import.done', { created: news.codes.length, joined: news.joined })}</p>
          {news.faults > 0 && <p>{t('import.leftOut', { count: news.faults })}</p>}
        </Notice>
      )
  }
}
