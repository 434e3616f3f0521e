import { Form, Link } from '@remix-run/react'
import type { ChangeEvent } from 'react'
import { cohorts } from '~/i18n/cohorts.ts'
import { useT } from '~/i18n/messages.ts'
import { AccessMark } from '~/modules/identity/access-mark.tsx'
import { shownAccounts } from '~/modules/identity/person-fields.ts'
import { paths } from '~/paths.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { SelectField } from '~/ui/field.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'
import type { Member } from './roster.server.ts'
import type { Staff } from './staff.server.ts'

type RosterTableProps = {
  members: readonly Member[]
  mentors: Staff['appointed']
  /** nothing is changed in an archived cohort */
  isOpen: boolean
  chosen: readonly string[]
}

/** The members, and beneath them what can be done with those that are ticked. */
export function RosterTable({ members, mentors, isOpen, chosen }: RosterTableProps) {
  const t = useT(cohorts)
  const head = (
    <>
      {isOpen && (
        <th scope="col" className="w-8">
          <input type="checkbox" className="scripted" aria-label={t('members.chooseAll')} onChange={tickAll} />
        </th>
      )}
      <HeadCell>{t('members.name')}</HeadCell>
      <HeadCell>{t('members.organisation')}</HeadCell>
      <HeadCell>{t('members.mentor')}</HeadCell>
      <HeadCell>{t('members.account')}</HeadCell>
      <HeadCell>{t('members.access')}</HeadCell>
    </>
  )
  return (
    <Form method="post" className="mt-4" preventScrollReset>
      <Table caption={t('members.caption', { count: members.length })} head={head}>
        {members.map((member) => (
          <MemberRow key={member.id} member={member} isOpen={isOpen} isChosen={chosen.includes(member.id)} />
        ))}
      </Table>
      {isOpen && <BulkActs mentors={mentors} />}
    </Form>
  )
}

function MemberRow({ member, isOpen, isChosen }: { member: Member; isOpen: boolean; isChosen: boolean }) {
  const t = useT(cohorts)
  return (
    <tr>
      {isOpen && (
        <td className="w-8">
          <input
            type="checkbox"
            name="personIds"
            value={member.id}
            defaultChecked={isChosen}
            aria-label={t('members.choose', { name: member.name })}
          />
        </td>
      )}
      <th scope="row">
        <Link to={paths.trainee(member.id)} className="link">
          {member.name}
        </Link>
      </th>
      <td>{member.organisation}</td>
      <td>
        {member.mentors.length === 0
          ? t('members.withoutMentor')
          : member.mentors.map((mentor) => mentor.name).join(t('separator'))}
      </td>
      <td>{shownAccounts(member).join(t('separator'))}</td>
      <td>
        <AccessMark access={member.access} isSuspended={member.isSuspended} />
      </td>
    </tr>
  )
}

/** At the foot of the table; on a desk it stays in sight while the rows move under it. */
function BulkActs({ mentors }: { mentors: Staff['appointed'] }) {
  const t = useT(cohorts)
  return (
    <fieldset className="z-10 mt-4 border-0 bg-paper py-3 md:sticky md:bottom-0 md:border-t md:border-hairline">
      <legend className="sr-only">{t('bulk.title')}</legend>
      <div className="flex flex-wrap items-end gap-3">
        <p className="w-full font-semibold md:w-auto md:self-center">{t('bulk.title')}</p>
        {mentors.length > 0 && (
          <>
            <div className="min-w-40">
              <SelectField name="mentorId" label={t('bulk.mentor')}>
                {mentors.map((mentor) => (
                  <option key={mentor.id} value={mentor.id}>
                    {mentor.name}
                  </option>
                ))}
              </SelectField>
            </div>
            <SubmitButton intent="assign" kind="plain">
              {t('bulk.assign')}
            </SubmitButton>
            <SubmitButton intent="withdraw" kind="quiet">
              {t('bulk.withdraw')}
            </SubmitButton>
          </>
        )}
        <SubmitButton intent="remove" kind="danger">
          {t('bulk.remove')}
        </SubmitButton>
        <CodesAct />
      </div>
    </fieldset>
  )
}

/** In two steps: the old passwords of everybody ticked are gone, and nothing brings them back. */
function CodesAct() {
  const t = useT(cohorts)
  return (
    <details className="confirm">
      <summary className="button">{t('bulk.codes')}</summary>
      <div className="mt-3 grid max-w-form gap-3">
        <p>{t('bulk.codesHelp')}</p>
        <span>
          <SubmitButton intent="codes" kind="irreversible">
            {t('bulk.codesConfirm')}
          </SubmitButton>
        </span>
      </div>
    </details>
  )
}

function tickAll({ currentTarget }: ChangeEvent<HTMLInputElement>) {
  for (const box of currentTarget.form?.querySelectorAll<HTMLInputElement>('input[name=personIds]') ?? []) {
    box.checked = currentTarget.checked
  }
}
