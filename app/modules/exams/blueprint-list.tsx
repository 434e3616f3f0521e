import { Form, Link } from '@remix-run/react'
import { blueprints } from '~/i18n/blueprints.ts'
import { formatMinutes } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { subjects } from '~/modules/questions/subjects.ts'
import { useTitle } from '~/modules/questions/use-title.ts'
import { paths } from '~/paths.ts'
import { LinkButton, SubmitButton } from '~/ui/button.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'
import { Tag } from '~/ui/tag.tsx'
import type { ListedBlueprint } from './own-blueprints.server.ts'
import { readableScore } from './readable-score.ts'

type BlueprintTableProps = { title: string; listed: readonly ListedBlueprint[] }

export function BlueprintTable({ title, listed }: BlueprintTableProps) {
  const t = useT(blueprints)
  const isOwn = listed.some(({ own }) => own !== null)
  const head = (
    <>
      <HeadCell>{t('list.title')}</HeadCell>
      <HeadCell>{t('list.subject')}</HeadCell>
      <HeadCell align="end">{t('list.items')}</HeadCell>
      <HeadCell align="end">{t('list.points')}</HeadCell>
      <HeadCell align="end">{t('list.pass')}</HeadCell>
      <HeadCell>{t('list.minutes')}</HeadCell>
      {isOwn && <HeadCell>{t('list.author')}</HeadCell>}
      <HeadCell>{t('list.acts')}</HeadCell>
    </>
  )
  return (
    <section className="section">
      <h2>{title}</h2>
      <Table caption={t('list.caption', { count: listed.length })} isCaptionHidden head={head}>
        {listed.map((one) => (
          <BlueprintRow key={one.id} one={one} isOwn={isOwn} />
        ))}
      </Table>
    </section>
  )
}

function BlueprintRow({ one, isOwn }: { one: ListedBlueprint; isOwn: boolean }) {
  const t = useT(blueprints)
  const locale = useLocale()
  const titleOf = useTitle()
  const title = titleOf(one)
  return (
    <tr>
      <th scope="row" className="blueprint-title">
        <Link to={paths.blueprint(one.id)} className="link">
          {title}
        </Link>{' '}
        {one.own?.forMocks && !one.own.archivedAt && <Tag>{t('mocks.may')}</Tag>}
      </th>
      <td>{titleOf(subjects[one.subject])}</td>
      <td data-align="end">{one.items}</td>
      <td data-align="end">{readableScore(one.outOf)}</td>
      <td data-align="end">{readableScore(one.passLine)}</td>
      <td className="bank-word">{formatMinutes(one.minutes, locale)}</td>
      {isOwn && <td className="bank-word">{one.own?.author}</td>}
      <td>
        {one.own?.archivedAt ? (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="blueprintId" value={one.id} />
            <SubmitButton intent="restore" kind="quiet" icon="undo" aria-label={t('restore.of', { title })}>
              {t('restore.act')}
            </SubmitButton>
          </Form>
        ) : (
          <LinkButton to={paths.newBlueprint(one.id)} kind="quiet" icon="copy" aria-label={t('copy.of', { title })}>
            {t('copy.act')}
          </LinkButton>
        )}
      </td>
    </tr>
  )
}
