import { Link } from '@remix-run/react'
import { admin } from '~/i18n/admin.ts'
import { identity } from '~/i18n/identity.ts'
import { useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { HeadCell, Table } from '~/ui/table.tsx'
import { AccessMark } from './access-mark.tsx'
import type { ListedPerson } from './people.server.ts'
import { shownAccounts } from './person-fields.ts'

export function PeopleTable({ people, total }: { people: readonly ListedPerson[]; total: number }) {
  const t = useT(admin)
  const say = useT(identity)
  const head = (
    <>
      <HeadCell>{t('people.name')}</HeadCell>
      <HeadCell>{t('people.place')}</HeadCell>
      <HeadCell>{t('people.roles')}</HeadCell>
      <HeadCell>{t('people.account')}</HeadCell>
      <HeadCell>{t('people.access')}</HeadCell>
    </>
  )
  return (
    <div className="mt-4">
      <Table caption={t('people.caption', { count: total })} head={head}>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <Link to={paths.adminPerson(person.id)} className="link">
                {person.name}
              </Link>
            </th>
            <td>{person.organisation}</td>
            <td>{person.roles.map((role) => say(`role.${role}`)).join(t('separator'))}</td>
            <td>{shownAccounts(person).join(t('separator'))}</td>
            <td>
              <AccessMark access={person.access} isSuspended={person.isSuspended} />
            </td>
          </tr>
        ))}
      </Table>
    </div>
  )
}
