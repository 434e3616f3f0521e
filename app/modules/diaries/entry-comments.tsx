import { Form } from '@remix-run/react'
import { diary as texts } from '~/i18n/diary.ts'
import { useT } from '~/i18n/messages.ts'
import { commentAnswers, type WorkComment } from '~/modules/works/work.ts'
import { paths } from '~/paths.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { RadioGroup } from '~/ui/choice.tsx'
import { TextAreaField } from '~/ui/field.tsx'
import { Tag } from '~/ui/tag.tsx'
import { diaryTexts } from './diary.ts'

type EntryCommentsProps = {
  workId: string
  comments: readonly WorkComment[]
  /** she may answer: it was returned */
  isOpen: boolean
}

/** What her mentor said, each an item to close. */
export function EntryComments({ workId, comments, isOpen }: EntryCommentsProps) {
  const t = useT(texts)
  if (comments.length === 0) return null
  return (
    <section className="section stack" id="comments">
      <h2>{t('comments.title')}</h2>
      {isOpen && <p>{t('comments.lead')}</p>}
      <ol className="stack">
        {comments.map((comment) => (
          <li key={comment.id} className="stack" id={`comment-${comment.id}`}>
            <p>
              <Tag>
                <Place place={comment.place} />
              </Tag>{' '}
              {comment.body}
            </p>
            {comment.answer && (
              <p>
                <Tag tone={comment.answer.kind === 'disputed' ? 'amber' : 'pine'}>
                  {t(`answer.${comment.answer.kind}`)}
                </Tag>{' '}
                {comment.answer.text}
              </p>
            )}
            {isOpen && <AnswerForm workId={workId} comment={comment} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Place({ place }: Pick<WorkComment, 'place'>) {
  const t = useT(texts)
  const key = diaryTexts.find((one) => one === place?.field)
  if (!place || !key) return <>{t('comments.whole')}</>
  return <>{t('comments.place', { field: t(key), paragraph: place.paragraph + 1 })}</>
}

function AnswerForm({ workId, comment: { id, answer } }: { workId: string; comment: WorkComment }) {
  const t = useT(texts)
  return (
    <details className="disclosure" open={answer === null}>
      <summary>{t(answer ? 'answer.again' : 'answer.legend')}</summary>
      <Form method="post" action={paths.entry(workId)} className="form" preventScrollReset>
        <input type="hidden" name="commentId" value={id} />
        <RadioGroup
          isInline
          name="kind"
          legend={t('answer.legend')}
          chosen={answer?.kind ?? 'changed'}
          options={commentAnswers.map((value) => ({ value, label: t(`answer.${value}`) }))}
        />
        <TextAreaField
          name="text"
          label={t('answer.text')}
          rows={2}
          maxLength={2_000}
          isOptional
          defaultValue={answer?.text}
        />
        <SubmitButton kind="plain" intent="answer" isBusy={false}>
          {t('answer.save')}
        </SubmitButton>
      </Form>
    </details>
  )
}
