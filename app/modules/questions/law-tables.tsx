import { Form, Link } from '@remix-run/react'
import type { ChangeEvent } from 'react'
import { bank } from '~/i18n/bank.ts'
import { fullDay } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { LinkButton, SubmitButton } from '~/ui/button.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'
import { Tag } from '~/ui/tag.tsx'
import type { SweptQuestion } from './law-sweep.server.ts'
import type { NamedLaw, SweptLaw } from './law-sweep.ts'
import { OriginTag, QuestionStateMark } from './question-state-mark.tsx'
import { shownId } from './shown-id.ts'
import { subjects } from './subjects.ts'
import { useTitle } from './use-title.ts'

/** Questions that rest on an old law, and beneath them what can be done with those that are ticked. */
export function SweepTable({ found, total }: { found: readonly SweptQuestion[]; total: number }) {
  const t = useT(bank)
  const titleOf = useTitle()
  const head = (
    <>
      <th scope="col" className="w-8">
        <input type="checkbox" className="scripted" aria-label={t('laws.chooseAll')} onChange={tickAll} />
      </th>
      <HeadCell>{t('list.id')}</HeadCell>
      <HeadCell>{t('list.stem')}</HeadCell>
      <HeadCell>{t('laws.reference')}</HeadCell>
      <HeadCell>{t('list.subject')}</HeadCell>
      <HeadCell>{t('list.state')}</HeadCell>
      <HeadCell>{t('laws.act')}</HeadCell>
    </>
  )
  return (
    <Form method="post" preventScrollReset>
      <Table caption={t('laws.caption', { count: total })} head={head}>
        {found.map(({ id, subject, state, isOfficial, excerpt, laws }) => (
          <tr key={id}>
            <td className="w-8" data-align="start">
              <input type="checkbox" name="questionIds" value={id} aria-label={t('laws.chosen', { id: shownId(id) })} />
            </td>
            <th scope="row">
              <Link to={paths.question(id)} className="link bank-id">
                {shownId(id)}
              </Link>
            </th>
            <td className="bank-stem" lang="zh-CN">
              {excerpt}
            </td>
            <td>
              {laws.map((law) => (
                <Reference key={law.name + law.article} law={law} />
              ))}
            </td>
            <td>
              {titleOf(subjects[subject])} {isOfficial && <OriginTag origin="official" />}
            </td>
            <td>
              <QuestionStateMark state={state} />
            </td>
            <td>
              {!isOfficial && (
                <LinkButton to={paths.editQuestion(id)} kind="quiet" icon="edit">
                  {t('question.edit')}
                </LinkButton>
              )}
            </td>
          </tr>
        ))}
      </Table>
      <div className="button-row mt-4">
        <SubmitButton intent="retire" kind="danger">
          {t('laws.retire')}
        </SubmitButton>
      </div>
    </Form>
  )
}

function Reference({ law: { name, article, validTo, isOver, isNamed } }: { law: SweptLaw }) {
  const t = useT(bank)
  const locale = useLocale()
  return (
    <span className="block">
      <span lang="zh-CN">
        {name}
        {article}
      </span>{' '}
      {isOver && validTo && <Tag tone="cinnabar">{t('laws.over', { day: fullDay(validTo, locale) })}</Tag>}
      {isNamed && <Tag tone="amber">{t('laws.named')}</Tag>}
    </span>
  )
}

/** Every law that the bank names; each leads to its questions. */
export function LawTable({ laws, day }: { laws: readonly NamedLaw[]; day: string }) {
  const t = useT(bank)
  const locale = useLocale()
  const head = (
    <>
      <HeadCell>{t('field.lawName')}</HeadCell>
      <HeadCell align="end">{t('laws.uses')}</HeadCell>
      <HeadCell>{t('laws.ends')}</HeadCell>
    </>
  )
  return (
    <section className="section mt-8" aria-labelledby="all-laws">
      <h2 id="all-laws">{t('laws.all')}</h2>
      {laws.length === 0 ? (
        <p className="text-ink-2">{t('laws.none')}</p>
      ) : (
        <div className="law-table">
          <Table caption={t('laws.all')} isCaptionHidden head={head}>
            {laws.map(({ name, questions, endsOn }) => (
              <tr key={name}>
                <th scope="row">
                  <Link to={paths.bankLaws({ day, law: name.replace(/[《》]/g, '') })} className="link" lang="zh-CN">
                    {name}
                  </Link>
                </th>
                <td data-align="end">{questions}</td>
                <td>{endsOn === null ? t('laws.open') : fullDay(endsOn, locale)}</td>
              </tr>
            ))}
          </Table>
        </div>
      )}
    </section>
  )
}

function tickAll({ currentTarget }: ChangeEvent<HTMLInputElement>) {
  for (const box of currentTarget.form?.querySelectorAll<HTMLInputElement>('input[name=questionIds]') ?? []) {
    box.checked = currentTarget.checked
  }
}
