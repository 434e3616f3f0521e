import { Form, Link, useNavigation } from '@remix-run/react'
import { type ChangeEvent, useState } from 'react'
import { formatMoment } from '~/i18n/format.ts'
import { importing } from '~/i18n/importing.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { Button, SubmitButton } from '~/ui/button.tsx'
import { Field, SelectField, TextAreaField } from '~/ui/field.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'
import { StateMark } from '~/ui/tag.tsx'
import { mostBytes } from './question-import.ts'
import type { ListedImport } from './question-imports.server.ts'
import { SubjectOptions } from './subject-filter.tsx'
import { type Subject, subjects } from './subjects.ts'
import { useTitle } from './use-title.ts'

/** Where it goes comes first, and stays in sight. */
export function ChooseTarget() {
  const t = useT(importing)
  return (
    <Form method="get" className="form mt-4">
      <SelectField name="subject" label={t('start.subject')}>
        <SubjectOptions />
      </SelectField>
      <Button type="submit" kind="primary">
        {t('start.next')}
      </Button>
    </Form>
  )
}

type UploadProps = { subject: Subject; fault?: string; text?: string }

export function Upload({ subject, fault, text = '' }: UploadProps) {
  const t = useT(importing)
  const titleOf = useTitle()
  const { state, formMethod } = useNavigation()
  const [isTooLarge, setIsTooLarge] = useState(false)
  const isReading = state !== 'idle' && formMethod === 'POST'
  const measure = ({ currentTarget }: ChangeEvent<HTMLInputElement>) =>
    setIsTooLarge((currentTarget.files?.[0]?.size ?? 0) > mostBytes)
  return (
    <Form method="post" encType="multipart/form-data" className="form mt-4" noValidate>
      <p className="import-target">
        <strong>{t('start.target', { subject: titleOf(subjects[subject]) })}</strong>{' '}
        <Link to={paths.bankImports()} className="link">
          {t('start.change')}
        </Link>
      </p>
      <Field
        name="file"
        type="file"
        label={t('start.file')}
        help={t('start.fileHelp')}
        error={isTooLarge ? t('start.tooLarge') : fault}
        accept=".docx,.xlsx,.txt,.md,.gift,.xml"
        onChange={measure}
      />
      <TextAreaField
        name="text"
        label={t('start.text')}
        help={t('start.textHelp')}
        defaultValue={text}
        rows={10}
        lang="zh-CN"
        spellCheck={false}
        isOptional
      />
      <SubmitButton isBusy={isReading} disabled={isTooLarge}>
        {t('start.read')}
      </SubmitButton>
      {isReading && (
        <p role="status" className="import-reading">
          <progress aria-label={t('start.reading')} />
          {t('start.reading')}
        </p>
      )}
    </Form>
  )
}

export function RecentImports({ imports }: { imports: readonly ListedImport[] }) {
  const t = useT(importing)
  const locale = useLocale()
  const titleOf = useTitle()
  if (imports.length === 0) return null
  const head = (
    <>
      <HeadCell>{t('recent.file')}</HeadCell>
      <HeadCell>{t('recent.subject')}</HeadCell>
      <HeadCell align="end">{t('recent.items')}</HeadCell>
      <HeadCell>{t('recent.when')}</HeadCell>
      <HeadCell>{t('recent.state')}</HeadCell>
    </>
  )
  return (
    <section className="section mt-8" aria-labelledby="recent">
      <h2 id="recent">{t('recent.title')}</h2>
      <Table caption={t('recent.title')} isCaptionHidden head={head}>
        {imports.map(({ id, fileName, subject, createdAt, committedAt, items }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={paths.bankImport(id)} className="link">
                {fileName || t('pasted')}
              </Link>
            </th>
            <td>{titleOf(subjects[subject])}</td>
            <td data-align="end">{items}</td>
            <td>{formatMoment(createdAt, locale)}</td>
            <td>
              {committedAt ? (
                <StateMark icon="done" tone="pine">
                  {t('recent.done')}
                </StateMark>
              ) : (
                <StateMark icon="clock" tone="amber">
                  {t('recent.open')}
                </StateMark>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  )
}

/** The table to fill in. */
export function TemplateLink() {
  const t = useT(importing)
  return (
    <form method="post" action={paths.bankExport()}>
      <input type="hidden" name="format" value="template" />
      <Button type="submit" icon="download">
        {t('start.template')}
      </Button>
    </form>
  )
}
