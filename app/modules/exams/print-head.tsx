import { useLocale, useT } from '~/i18n/messages.ts'
import { papers } from '~/i18n/papers.ts'
import { printPapers } from '~/i18n/print-papers.ts'
import { paths } from '~/paths.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import type { PaperPrint, PrintHead } from './paper-print.server.ts'
import { readableScore } from './readable-score.ts'

/** On the screen only: where it comes from, and how to print it. */
export function PrintBar({ head }: { head: PrintHead }) {
  const t = useT(papers)
  return (
    <div className="print-bar screen-only">
      <div className="button-row">
        <span className="scripted">
          <Button icon="print" kind="primary" onClick={() => window.print()}>
            {t('print.act')}
          </Button>
        </span>
        <LinkButton to={paths.paper(head.id, { order: head.order || '' })} icon="left">
          {t('print.back')}
        </LinkButton>
      </div>
      <p className="row-note">{t('print.note')}</p>
    </div>
  )
}

/** The head of the first page: what it is, and on paper and sheet who it belongs to. */
export function PrintHeading({ print: { head, part } }: { print: PaperPrint }) {
  const t = useT(printPapers)
  const locale = useLocale()
  const { title, subject, items, outOf, minutes, order } = head
  return (
    <header className="print-head">
      <p className="print-kind">
        {locale === 'en' ? subject.titleEn : subject.title}
        {' · '}
        {t(`title.${part}`)}
        {order > 0 && ` · ${t('mixed', { number: order })}`}
      </p>
      <h1>{title}</h1>
      {part === 'key' ? (
        <p className="print-facts">{t('confidential')}</p>
      ) : (
        <>
          <p className="print-facts">{t('facts', { items, points: readableScore(outOf), minutes })}</p>
          <NameBoxes />
        </>
      )}
    </header>
  )
}

const digits = Array.from({ length: 10 }, (_, at) => at)

function NameBoxes() {
  const t = useT(printPapers)
  return (
    <dl className="name-boxes">
      <div>
        <dt>{t('name')}</dt>
        <dd className="name-line" />
      </div>
      <div>
        <dt>{t('number')}</dt>
        <dd className="number-boxes">
          {digits.map((digit) => (
            <span key={digit} />
          ))}
        </dd>
      </div>
      <div>
        <dt>{t('room')}</dt>
        <dd className="name-line name-line-short" />
      </div>
      <div>
        <dt>{t('seat')}</dt>
        <dd className="name-line name-line-short" />
      </div>
    </dl>
  )
}
