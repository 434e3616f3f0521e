import { Form } from '@remix-run/react'
import { cohorts } from '~/i18n/cohorts.ts'
import { useT } from '~/i18n/messages.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { ConfirmForm } from '~/ui/confirm-form.tsx'
import { HeadCell, Table, TableEmpty } from '~/ui/table.tsx'
import { AppointForm } from './appoint-form.tsx'
import type { Staff } from './staff.server.ts'

/** The cohort's mentors: who they are, whom they have, another one. */
export function MentorSection({ staff, isOpen, unmentored }: { staff: Staff; isOpen: boolean; unmentored: number }) {
  const t = useT(cohorts)
  return (
    <section className="section mt-8" aria-labelledby="mentors">
      <h2 id="mentors">{t('mentors.title')}</h2>
      {staff.appointed.length === 0 ? (
        <TableEmpty>{t('mentors.empty')}</TableEmpty>
      ) : (
        <MentorTable staff={staff} isOpen={isOpen} />
      )}
      {isOpen && (
        <div className="mt-4 grid gap-4">
          {unmentored > 0 && staff.appointed.length > 0 && (
            <Form method="post" preventScrollReset>
              <SubmitButton intent="divide" kind="plain">
                {t('mentors.divide')}
              </SubmitButton>
            </Form>
          )}
          <AppointForm
            candidates={staff.candidates}
            label={t('mentors.choose')}
            submitLabel={t('mentors.add')}
            nobody={t('mentors.noCandidates')}
          />
        </div>
      )}
    </section>
  )
}

function MentorTable({ staff, isOpen }: { staff: Staff; isOpen: boolean }) {
  const t = useT(cohorts)
  const head = (
    <>
      <HeadCell>{t('mentors.name')}</HeadCell>
      <HeadCell>{t('mentors.organisation')}</HeadCell>
      <HeadCell align="end">{t('mentors.trainees')}</HeadCell>
      {isOpen && (
        <HeadCell align="end">
          <span className="sr-only">{t('mentors.dismiss')}</span>
        </HeadCell>
      )}
    </>
  )
  return (
    <Table caption={t('mentors.caption')} isCaptionHidden head={head}>
      {staff.appointed.map((mentor) => (
        <tr key={mentor.id}>
          <th scope="row">{mentor.name}</th>
          <td>{mentor.organisation}</td>
          <td data-align="end">{mentor.trainees}</td>
          {isOpen && (
            <td data-align="end">
              <div className="ms-auto w-fit min-w-20 text-start has-[details[open]]:min-w-72">
                <ConfirmForm
                  label={t('mentors.dismiss')}
                  question={t('mentors.dismissQuestion', { name: mentor.name, count: mentor.trainees })}
                  confirmLabel={t('mentors.dismissConfirm')}
                  intent="dismiss"
                  values={{ personId: mentor.id }}
                />
              </div>
            </td>
          )}
        </tr>
      ))}
    </Table>
  )
}
