import { Form } from '@remix-run/react'
import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import type { FieldErrors } from '~/platform/forms.ts'
import { ButtonRow, SubmitButton } from '~/ui/button.tsx'
import { RadioGroup } from '~/ui/choice.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { Field, TextAreaField } from '~/ui/field.tsx'
import { Notice } from '~/ui/notice.tsx'
import { CaseFields } from './case-fields.tsx'
import { ChoiceFields } from './choice-fields.tsx'
import { ConstructedFields } from './constructed-fields.tsx'
import { FormPlace, useDraftField, useDraftLabels } from './form-place.tsx'
import { LawFields } from './law-fields.tsx'
import { PictureFields } from './picture-fields.tsx'
import { PointFields } from './point-fields.tsx'
import type { QuestionDraft } from './question-draft.ts'
import type { QuestionState } from './question-state.ts'
import type { PointTree } from './syllabus-tree.server.ts'

type QuestionFormProps = {
  draft: QuestionDraft
  base: number
  state: QuestionState
  tree: PointTree
  errors?: FieldErrors
  /** the field to go on in, after a row came or went */
  focus?: string | null
  isConflict?: boolean
  /** what was said of a picture that was not taken */
  picture?: { readonly alt: string; readonly field: string } | null
}

/** The form of every kind of question. Rows come and go by submit buttons, so that it works without a script. */
export function QuestionForm(props: QuestionFormProps) {
  const { draft, base, state, tree, errors, focus = null, isConflict = false, picture = null } = props
  const t = useT(bank)
  const labels = useDraftLabels(draft)
  const isActive = state === 'active' || state === 'revised' || state === 'review'
  return (
    <FormPlace errors={errors} focus={focus}>
      <Form method="post" encType="multipart/form-data" className="question-form" noValidate preventScrollReset>
        {/* Enter in a field presses the first button: it saves, and drops no row. */}
        <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
        <ErrorSummary errors={errors} labels={labels} />
        {isConflict && (
          <Notice tone="warn" isNews>
            {t('edit.conflict')}
          </Notice>
        )}
        <input type="hidden" name="base" value={base} />
        <input type="hidden" name="kind" value={draft.kind} />
        <input type="hidden" name="subject" value={draft.subject} />
        <Body draft={draft} />
        <PictureFields draft={draft} labels={labels} said={picture} />
        <Facts draft={draft} tree={tree} isNew={base === 0} />
        <ButtonRow>
          {isActive ? (
            <SubmitButton intent="save">{t('form.saveWaiting')}</SubmitButton>
          ) : (
            <>
              <SubmitButton intent="propose">{t('form.propose')}</SubmitButton>
              <SubmitButton intent="save" kind="plain">
                {t('form.save')}
              </SubmitButton>
            </>
          )}
        </ButtonRow>
      </Form>
    </FormPlace>
  )
}

function Body({ draft }: { draft: QuestionDraft }) {
  switch (draft.kind) {
    case 'case':
      return <CaseFields draft={draft} />
    case 'constructed':
      return <ConstructedFields draft={draft} />
    default:
      return <ChoiceFields choice={{ ...draft, kind: draft.kind }} path="" />
  }
}

function Facts({ draft, tree, isNew }: { draft: QuestionDraft; tree: PointTree; isNew: boolean }) {
  const t = useT(bank)
  const field = useDraftField()
  return (
    <>
      <PointFields draft={draft} tree={tree} />
      <RadioGroup
        name="difficulty"
        legend={t('field.difficulty')}
        chosen={draft.difficulty}
        error={field('difficulty').error}
        options={([1, 2, 3, 4, 5] as const).map((level) => ({ value: String(level), label: t(`difficulty.${level}`) }))}
        isInline
      />
      <Field
        {...field('source')}
        label={t('field.source')}
        help={t('field.sourceHelp')}
        defaultValue={draft.source}
        maxLength={200}
        lang="zh-CN"
      />
      <LawFields draft={draft} />
      {!isNew && (
        <TextAreaField
          {...field('note')}
          label={t('field.note')}
          defaultValue={draft.note}
          maxLength={200}
          rows={2}
          isOptional
        />
      )}
    </>
  )
}
