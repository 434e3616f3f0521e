import { cohorts } from '~/i18n/cohorts.ts'
import { formatMoment } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { Button } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'
import type { IssuedCode } from './access-codes.server.ts'
import { shownAccounts } from './person-fields.ts'

type CodeSheetProps = {
  codes: readonly IssuedCode[]
  /** where codes are used, in full: it is read from paper */
  address: string
}

/** Codes on a sheet to be printed and cut: the only time that they can be read. */
export function CodeSheet({ codes, address }: CodeSheetProps) {
  const t = useT(cohorts)
  const locale = useLocale()
  const [first] = codes
  if (!first) return null
  return (
    <section className="section mt-6" aria-labelledby="codes">
      <h2 id="codes">{t('codes.title')}</h2>
      <div className="screen-only">
        <Notice tone="warn" isNews>
          <p>{t('codes.lead')}</p>
          <p className="scripted">
            <Button icon="print" onClick={() => window.print()}>
              {t('codes.print')}
            </Button>
          </p>
        </Notice>
      </div>
      <p className="my-3">{t('codes.how', { address })}</p>
      <Table
        caption={t('codes.caption', { count: codes.length, until: formatMoment(first.expiresAt, locale) })}
        head={
          <>
            <HeadCell>{t('codes.name')}</HeadCell>
            <HeadCell>{t('codes.account')}</HeadCell>
            <HeadCell>{t('codes.code')}</HeadCell>
          </>
        }
      >
        {codes.map((one) => (
          <tr key={one.personId}>
            <th scope="row">{one.name}</th>
            <td>{shownAccounts(one).join(t('separator'))}</td>
            <td>
              <code className="text-lg">{one.code}</code>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  )
}
