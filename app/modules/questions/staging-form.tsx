import { Form, Link } from '@remix-run/react'
import { importing } from '~/i18n/importing.ts'
import { useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { Button } from '~/ui/button.tsx'
import { Checkbox } from '~/ui/choice.tsx'
import { TableEmpty } from '~/ui/table.tsx'
import { Tabs } from '~/ui/tabs.tsx'
import { StateMark, Tag } from '~/ui/tag.tsx'
import { CommitPanel } from './commit-panel.tsx'
import { problemTexts } from './exchange/problem-texts.ts'
import type { StagedProblem } from './exchange/staged-item.ts'
import { type ImportPage, importViews, type ShownItem } from './question-import.ts'
import { KeyView, QuestionView } from './question-view.tsx'
import { shownId } from './shown-id.ts'
import { subjects } from './subjects.ts'
import { useTitle } from './use-title.ts'

function StagingViews({ page }: { page: ImportPage }) {
  const t = useT(importing)
  return (
    <Tabs
      label={t('staging.views')}
      tabs={importViews.map((view) => ({
        to: paths.bankImport(page.id, { view: view === 'all' ? '' : view }),
        label: (
          <>
            {t(`view.${view}`)}
            <span className="tab-count">{page.counts[view]}</span>
          </>
        ),
        isCurrent: page.view === view,
      }))}
    />
  )
}

/** What was read, item by item: the source, what became of it, what is wrong. One form, so that no tick is lost by a button. */
export function StagingForm({ page }: { page: ImportPage }) {
  const t = useT(importing)
  const isOpen = page.committedAt === null
  return (
    <Form method="post" preventScrollReset>
      {/* Enter presses the first button: it keeps the ticks, and does nothing else. */}
      <button type="submit" name="intent" value="choose" className="sr-only" tabIndex={-1} aria-hidden="true" />
      {isOpen && <CommitPanel page={page} />}
      <StagingViews page={page} />
      {page.items.length === 0 && <TableEmpty>{t('staging.empty')}</TableEmpty>}
      <ol className="staging">
        {page.items.map((item) => (
          <StagedRow key={item.number} item={item} target={page.subject} isOpen={isOpen} />
        ))}
      </ol>
      {isOpen && (
        <div className="button-row mt-4">
          <Button type="submit" name="intent" value="choose">
            {t('choose.page')}
          </Button>
          <Button type="submit" kind="quiet" name="intent" value="all">
            {t('choose.all')}
          </Button>
          <Button type="submit" kind="quiet" name="intent" value="none">
            {t('choose.none')}
          </Button>
        </div>
      )}
    </Form>
  )
}

function StagedRow({ item, target, isOpen }: { item: ShownItem; target: ImportPage['subject']; isOpen: boolean }) {
  const t = useT(importing)
  const titleOf = useTitle()
  const { number, line, excerpt, question, problems, isChosen, hasFault, subject } = item
  return (
    <li className="staged" data-fault={hasFault || undefined}>
      <div className="staged-head">
        <h2>{t('item.title', { number })}</h2>
        <span className="text-ink-2">{t('item.line', { line })}</span>
        <Marks item={item} />
        {subject !== target && <Tag tone="amber">{t('item.elsewhere', { subject: titleOf(subjects[subject]) })}</Tag>}
      </div>
      {problems.length > 0 && (
        <ul className="staged-problems">
          {problems.map((one, at) => (
            <Problem
              // biome-ignore lint/suspicious/noArrayIndexKey: a problem is its place: that is how a fix names it
              key={at}
              problem={one}
              fixAt={isOpen ? `fix:${number}:${at}` : null}
            />
          ))}
        </ul>
      )}
      <div className="staged-sides">
        <div>
          <h3>{t('item.source')}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus (WCAG 2.1.1) */}
          <pre lang="zh-CN" tabIndex={0}>
            {excerpt}
          </pre>
        </div>
        <div>
          <h3>{t('item.preview')}</h3>
          {question ? (
            <>
              <QuestionView body={question.body} />
              <KeyView body={question.body} />
            </>
          ) : (
            <p className="text-ink-2">{t('item.nothing')}</p>
          )}
        </div>
      </div>
      {isOpen && (
        <>
          <input type="hidden" name="shown" value={number} />
          {hasFault ? (
            <p className="text-ink-2">{t('item.cannot')}</p>
          ) : (
            <Checkbox
              key={String(isChosen)}
              name="chosen"
              value={number}
              label={t('item.choose')}
              defaultChecked={isChosen}
            />
          )}
        </>
      )}
    </li>
  )
}

/** What the item is to the bank. */
function Marks({ item: { duplicateOf, updates, questionId } }: { item: ShownItem }) {
  const t = useT(importing)
  if (questionId !== null) {
    return (
      <Link to={paths.question(questionId)} className="link">
        {t('item.became', { id: shownId(questionId) })}
      </Link>
    )
  }
  return (
    <>
      {updates !== null && (
        <Link to={paths.question(updates)} className="link">
          {t('item.updates', { id: shownId(updates) })}
        </Link>
      )}
      {duplicateOf !== null && (
        <StateMark icon="copy" tone="amber">
          {'questionId' in duplicateOf ? (
            <Link to={paths.question(duplicateOf.questionId)} className="link">
              {t('item.duplicate', { id: shownId(duplicateOf.questionId) })}
            </Link>
          ) : (
            t('item.twin', { number: duplicateOf.item })
          )}
        </StateMark>
      )}
    </>
  )
}

function Problem({ problem, fixAt }: { problem: StagedProblem; fixAt: string | null }) {
  const t = useT(importing)
  const say = useT(problemTexts)
  const { code, level, line, values, fix } = problem
  return (
    <li>
      <StateMark icon={level === 'error' ? 'stop' : 'warn'} tone={level === 'error' ? 'cinnabar' : 'amber'}>
        <span className="staged-sentence">{t('item.problemAt', { line, sentence: say(code, values) })}</span>
      </StateMark>
      {fix && fixAt && (
        <Button type="submit" kind="quiet" icon="edit" name="intent" value={`${fixAt}:${fix.code}`}>
          {t(`fix.${fix.code}`)}
        </Button>
      )}
    </li>
  )
}
