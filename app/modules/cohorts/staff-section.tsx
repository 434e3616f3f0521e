import { Form } from '@remix-run/react'
import { cohorts } from '~/i18n/cohorts.ts'
import { useT } from '~/i18n/messages.ts'
import { ButtonRow, SubmitButton } from '~/ui/button.tsx'
import { ConfirmForm } from '~/ui/confirm-form.tsx'
import { SelectField } from '~/ui/field.tsx'
import { HeadCell, Table, TableEmpty } from '~/ui/table.tsx'
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
          <AppointForm staff={staff} label={t('mentors.choose')} submitLabel={t('mentors.add')} />
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
        <HeadCell>
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
            <td>
              <ConfirmForm
                label={t('mentors.dismiss')}
                question={t('mentors.dismissQuestion', { name: mentor.name, count: mentor.trainees })}
                confirmLabel={t('mentors.dismissConfirm')}
                intent="dismiss"
                values={{ personId: mentor.id }}
              />
            </td>
          )}
        </tr>
      ))}
    </Table>
  )
}

/** Chooses one of those who could be given the post. */
export function AppointForm({ staff, label, submitLabel }: { staff: Staff; label: string; submitLabel: string }) {
  const t = useT(cohorts)
  if (staff.candidates.length === 0) return <p className="text-ink-2">{t('mentors.noCandidates')}</p>
  return (
    <Form method="post" className="form" preventScrollReset>
      <SelectField name="personId" label={label} required>
        {staff.candidates.map((candidate) => (
          <option key={candidate.id} value={candidate.id}>
            {`${candidate.name}\u3000${candidate.organisation}`}
          </option>
        ))}
      </SelectField>
      <ButtonRow>
        <SubmitButton intent="appoint" kind="plain">
          {submitLabel}
        </SubmitButton>
      </ButtonRow>
    </Form>
  )
}
