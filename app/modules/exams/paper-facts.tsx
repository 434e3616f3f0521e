import { Form, Link } from '@remix-run/react'
import { formatDay, formatMinutes } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { papers } from '~/i18n/papers.ts'
import { useTitle } from '~/modules/questions/use-title.ts'
import { paths } from '~/paths.ts'
import { dayOf } from '~/platform/calendar.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { Definition, Definitions } from '~/ui/definitions.tsx'
import { SelectField } from '~/ui/field.tsx'
import type { PaperPage } from './fixed-papers.server.ts'
import { type PrintOrder, printOrders } from './printed-paper.ts'
import { readableScore } from './readable-score.ts'

export function PaperFactList({ paper }: { paper: PaperPage }) {
  const t = useT(papers)
  const locale = useLocale()
  const titleOf = useTitle()
  const { blueprint, outOf, passLine, minutes, seed, author, createdAt, sittings, forms } = paper
  return (
    <section className="section blueprint-facts" aria-labelledby="facts">
      <h2 id="facts">{t('paper.facts')}</h2>
      <Definitions>
        <Definition name={t('paper.blueprint')}>{titleOf(blueprint)}</Definition>
        <Definition name={t('paper.points')}>
          {t('paper.pointsOf', { outOf: readableScore(outOf), pass: readableScore(passLine) })}
        </Definition>
        <Definition name={t('paper.minutes')}>{formatMinutes(minutes, locale)}</Definition>
        {forms.length > 1 && (
          <Definition name={t('paper.forms')}>
            {forms.map(({ id, title }) => (
              <div key={id}>
                {id === paper.id ? (
                  title
                ) : (
                  <Link to={paths.paper(id)} className="link">
                    {title}
                  </Link>
                )}
              </div>
            ))}
          </Definition>
        )}
        <Definition name={t('paper.used')}>
          {sittings > 0 ? t('list.usedTimes', { count: sittings }) : t('list.unused')}
        </Definition>
        <Definition name={t('paper.seed')}>{seed}</Definition>
        <Definition name={t('paper.kept')}>
          {t('list.madeBy', { name: author ?? '', day: formatDay(dayOf(createdAt), locale) })}
        </Definition>
      </Definitions>
    </section>
  )
}

/** Paper, sheet and key are three prints, in the order that is chosen for all of them. */
export function PrintActs({ paperId, order }: { paperId: string; order: PrintOrder }) {
  const t = useT(papers)
  const query = { order: order || '' }
  return (
    <section className="section" aria-labelledby="print">
      <h2 id="print">{t('print')}</h2>
      <p className="row-note">{t('print.orderHelp')}</p>
      <Form key={order} method="get" className="print-order" preventScrollReset>
        <SelectField name="order" label={t('print.order')} defaultValue={String(order)}>
          {printOrders.map((one) => (
            <option key={one} value={one}>
              {one === 0 ? t('print.order.0') : t('print.order.mixed', { number: one })}
            </option>
          ))}
        </SelectField>
        <Button type="submit">{t('print.orderAct')}</Button>
      </Form>
      <div className="button-row mt-3">
        {(['paper', 'sheet', 'key'] as const).map((part) => (
          <LinkButton key={part} to={paths.paperPrint(paperId, part, query)} icon="print">
            {t(`print.${part}`)}
          </LinkButton>
        ))}
      </div>
    </section>
  )
}
