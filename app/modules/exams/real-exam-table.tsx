import { Form, Link } from '@remix-run/react'
import { useT } from '~/i18n/messages.ts'
import { realExam } from '~/i18n/real-exam.ts'
import { levels, type Subject } from '~/modules/questions/subjects.ts'
import { paths } from '~/paths.ts'
import { LinkButton, SubmitButton } from '~/ui/button.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'
import { StateMark } from '~/ui/tag.tsx'
import type { StandingCertificate } from './real-exam.ts'
import type { CohortExamPerson } from './real-exam-cohort.server.ts'
import { ExamMark } from './real-exam-mark.tsx'

type RealExamTableProps = {
  year: number
  readAt: Date
  people: readonly CohortExamPerson[]
  subjects: readonly Subject[]
  /** of the whole year, not only of the columns shown */
  unchecked: number
  /** nothing is changed in an archived cohort */
  isOpen: boolean
  /** the address of the page as it is filtered, and the same with a trainee's form */
  here: string
  editPath: (personId: string) => string
}

/** Trainees by subjects; what she entered herself has a box to tick, and at the foot it is checked. */
export function RealExamTable(props: RealExamTableProps) {
  const { year, people, subjects, unchecked, isOpen, readAt, here } = props
  const t = useT(realExam)
  const head = (
    <>
      <HeadCell>{t('table.name')}</HeadCell>
      {subjects.map((subject) => (
        <HeadCell key={subject}>{t(`short.${subject}`)}</HeadCell>
      ))}
      <HeadCell>{t('table.certificate')}</HeadCell>
      {isOpen && (
        <th scope="col">
          <span className="sr-only">{t('table.enter')}</span>
        </th>
      )}
    </>
  )
  return (
    <Form method="post" action={here} className="mt-4" preventScrollReset>
      <input type="hidden" name="year" value={year} />
      <input type="hidden" name="readAt" value={readAt.toISOString()} />
      <Table caption={t('table.caption', { year, count: people.length })} head={head} isFirstSticky isTall>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} {...props} />
        ))}
      </Table>
      {isOpen && unchecked > 0 && (
        <fieldset className="z-10 mt-4 border-0 bg-paper py-3 md:sticky md:bottom-0 md:border-t md:border-hairline">
          <legend className="sr-only">{t('check.some')}</legend>
          <div className="flex flex-wrap items-center gap-3">
            <p className="w-full md:w-auto">{t('check.waiting', { count: unchecked })}</p>
            <SubmitButton intent="check" kind="plain">
              {t('check.some')}
            </SubmitButton>
            <SubmitButton intent="checkAll" kind="quiet">
              {t('check.all', { count: unchecked })}
            </SubmitButton>
          </div>
        </fieldset>
      )}
    </Form>
  )
}

function PersonRow({ person, year, subjects, isOpen, editPath }: RealExamTableProps & { person: CohortExamPerson }) {
  const t = useT(realExam)
  const records = person.records.filter((record) => record.year === year)
  return (
    <tr>
      <th scope="row">
        <Link to={paths.trainee(person.id)} className="link">
          {person.name}
        </Link>
      </th>
      {subjects.map((subject) => {
        const record = records.find((one) => one.subject === subject)
        return (
          <td key={subject}>
            {record ? (
              <Checkable
                name="recordIds"
                id={record.id}
                isTickable={isOpen && !record.isChecked}
                isChecked={record.isChecked}
                label={t('table.tick', { name: person.name, what: t(`short.${subject}`) })}
              >
                <ExamMark entry={record} isShort />
              </Checkable>
            ) : (
              <Nothing />
            )}
          </td>
        )
      })}
      <td>
        <Held person={person} isOpen={isOpen} />
      </td>
      {isOpen && (
        <td>
          <LinkButton
            to={editPath(person.id)}
            kind="quiet"
            icon="edit"
            aria-label={t('table.enterOf', { name: person.name })}
          >
            {t('table.enter')}
          </LinkButton>
        </td>
      )}
    </tr>
  )
}

/** Her highest certificate first. */
function Held({ person, isOpen }: { person: CohortExamPerson; isOpen: boolean }) {
  const t = useT(realExam)
  const rank = ({ level }: StandingCertificate) => levels.indexOf(level)
  const held = person.certificates.toSorted((one, other) => rank(other) - rank(one))
  if (held.length === 0) return <Nothing />
  return held.map(({ id, level, isChecked }) => (
    <Checkable
      key={id}
      name="certificateIds"
      id={id}
      isTickable={isOpen && !isChecked}
      isChecked={isChecked}
      label={t('table.tick', { name: person.name, what: t(`held.${level}`) })}
    >
      <StateMark icon="record">{t(`held.${level}`)}</StateMark>
    </Checkable>
  ))
}

type CheckableProps = {
  name: string
  id: string
  isTickable: boolean
  isChecked: boolean
  label: string
  children: React.ReactNode
}

function Checkable({ name, id, isTickable, isChecked, label, children }: CheckableProps) {
  const t = useT(realExam)
  return (
    <span className="exam-cell" data-unchecked={!isChecked || undefined}>
      {isTickable && <input type="checkbox" name={name} value={id} aria-label={label} />}
      {children}
      <span className={isChecked ? 'sr-only' : 'exam-unchecked'}>{t(isChecked ? 'checked' : 'unchecked')}</span>
    </span>
  )
}

function Nothing() {
  const t = useT(realExam)
  return (
    <span className="text-ink-2">
      <span aria-hidden="true">—</span>
      <span className="sr-only">{t('state.none')}</span>
    </span>
  )
}
