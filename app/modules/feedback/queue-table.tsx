import { Form, Link } from '@remix-run/react'
import { desk as texts } from '~/i18n/desk.ts'
import { formatAgo } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'
import type { Waiting } from './desk-page.server.ts'

/** What waits for her, in the order in which it should be read. */
export function QueueTable({ waiting, count, now }: { waiting: readonly Waiting[]; count: number; now: Date }) {
  const [t, locale] = [useT(texts), useLocale()]
  const head = (
    <>
      <HeadCell>{t('list.author')}</HeadCell>
      <HeadCell>{t('list.kind')}</HeadCell>
      <HeadCell>{t('list.waiting')}</HeadCell>
      <HeadCell>{t('list.act')}</HeadCell>
    </>
  )
  return (
    <Table caption={t('caption', { count })} head={head}>
      {waiting.map((one) => (
        <tr key={one.id}>
          <th scope="row">
            <Link to={paths.deskWork(one.id)}>{one.author}</Link>
          </th>
          <td>
            {t(`kind.${one.kind}`)}
            <span className="block">{t('revision', { revision: one.revision })}</span>
          </td>
          <td>{formatAgo(one.submittedAt, now, locale)}</td>
          <td>{one.heldBy ? t('heldBy', { name: one.heldBy }) : <StartForm work={one} />}</td>
        </tr>
      ))}
    </Table>
  )
}

/** Opening is an act: its author is told. */
function StartForm({ work: { id, author, kind, isMine } }: { work: Waiting }) {
  const t = useT(texts)
  const said = { name: author, kind: t(`kind.${kind}`) }
  return (
    <Form method="post" action={paths.deskWork(id)}>
      <SubmitButton kind="plain" intent="claim" isBusy={false} aria-label={t(isMine ? 'goOn.of' : 'start.of', said)}>
        {t(isMine ? 'goOn' : 'start')}
      </SubmitButton>
    </Form>
  )
}
