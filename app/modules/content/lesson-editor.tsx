import { authoring } from '~/i18n/authoring.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import type { FieldErrors, FormValues } from '~/platform/forms.ts'
import { Button, ButtonRow } from '~/ui/button.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { Field, SelectField, TextAreaField } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { Notice } from '~/ui/notice.tsx'
import { type CourseChoice, useCourseName } from './course-choice.ts'
import { markdownExamples } from './markdown-examples.ts'
import type { ContentProblem } from './problems.ts'

type LessonEditorProps = {
  values: FormValues
  /** the revision that this one will follow; 0 for a new lesson */
  base: number
  /** to choose from; absent once the lesson is there: it stays in the course that it was written for */
  courses?: readonly CourseChoice[]
  errors?: FieldErrors
  problems: readonly ContentProblem[]
  isConflict?: boolean
}

/** The form in which staff write. Plain posts: what was typed comes back whatever happens, with a script or without. */
export function LessonEditor(props: LessonEditorProps) {
  const { values, base, courses, errors, problems, isConflict = false } = props
  const t = useT(authoring)
  const errorOf = useFieldErrors(errors)
  const nameOf = useCourseName()
  const value = (name: string) => (typeof values[name] === 'string' ? values[name] : '')
  const labels = {
    ...{ title: t('field.title'), titleEn: t('field.titleEn'), summary: t('field.summary') },
    ...{ minutes: t('field.minutes'), course: t('field.course'), source: t('field.source'), note: t('field.note') },
  }
  return (
    <form method="post" className="lesson-editor">
      <ErrorSummary errors={errors} labels={labels} />
      {isConflict && <Notice tone="warn">{t('edit.conflict')}</Notice>}
      <ProblemList problems={problems} />
      <input type="hidden" name="base" value={base} />
      <div className="lesson-facts">
        <Field
          name="title"
          label={labels.title}
          defaultValue={value('title')}
          error={errorOf('title')}
          maxLength={80}
          required
        />
        <Field
          name="titleEn"
          label={labels.titleEn}
          defaultValue={value('titleEn')}
          error={errorOf('titleEn')}
          maxLength={80}
          lang="en"
          required
        />
        {courses === undefined ? (
          <input type="hidden" name="course" value={value('course')} />
        ) : (
          <SelectField
            name="course"
            label={labels.course}
            defaultValue={value('course')}
            error={errorOf('course')}
            required
          >
            {courses.map((course) => (
              <option key={course.value} value={course.value}>
                {nameOf(course)}
              </option>
            ))}
          </SelectField>
        )}
        <Field
          name="minutes"
          type="number"
          min={1}
          max={240}
          label={labels.minutes}
          defaultValue={value('minutes')}
          error={errorOf('minutes')}
          required
        />
      </div>
      <Field
        name="summary"
        label={labels.summary}
        help={t('field.summaryHelp')}
        defaultValue={value('summary')}
        error={errorOf('summary')}
        maxLength={300}
        required
      />
      <TextAreaField
        id="source"
        name="source"
        label={labels.source}
        help={t('field.sourceHelp')}
        defaultValue={value('source')}
        error={errorOf('source')}
        rows={22}
        lang="zh-CN"
        spellCheck={false}
        required
      />
      <Field
        name="note"
        label={labels.note}
        defaultValue={value('note')}
        error={errorOf('note')}
        maxLength={200}
        isOptional
      />
      <ButtonRow>
        <Button type="submit" kind="primary" name="intent" value="save">
          {t('edit.save')}
        </Button>
        <Button type="submit" name="intent" value="preview">
          {t('edit.preview')}
        </Button>
      </ButtonRow>
    </form>
  )
}

function ProblemList({ problems }: { problems: readonly ContentProblem[] }) {
  const t = useT(authoring)
  if (problems.length === 0) return null
  const isRefused = problems.some((one) => !one.isWarning)
  const title = t(isRefused ? 'edit.problems' : 'edit.remarks', {
    count: problems.filter((one) => one.isWarning !== isRefused).length,
  })
  return (
    <Notice tone={isRefused ? 'danger' : 'warn'} title={title} isNews>
      <ul>
        {problems.map((one) => (
          <li key={`${one.line}:${one.column}:${one.code}`}>
            {/* biome-ignore lint/a11y/useValidAnchor: without a script it leads to the field, with one to the line */}
            <a href="#source" className="link" onClick={() => selectLine(one.line)}>
              {t('edit.line', { line: one.line, sentence: t(`problem.${one.code}`, one.values) })}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Puts the cursor where the trouble is. */
function selectLine(line: number): void {
  const field = document.getElementById('source')
  if (!(field instanceof HTMLTextAreaElement)) return
  const lines = field.value.split('\n')
  const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  field.focus()
  field.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0))
}

export function WritingHelp() {
  const t = useT(authoring)
  const language = useLocale() === 'en' ? 1 : 0
  return (
    <details className="reveal writing-help">
      <summary>{t('help.title')}</summary>
      <dl>
        {markdownExamples.map(({ of, written }) => (
          <div key={of[1]}>
            <dt>{of[language]}</dt>
            <dd>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus (WCAG 2.1.1) */}
              <pre lang="zh-CN" tabIndex={0}>
                {written[language]}
              </pre>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
