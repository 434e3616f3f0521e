import { Form } from '@remix-run/react'
import { desk as texts } from '~/i18n/desk.ts'
import { useT } from '~/i18n/messages.ts'
import type { Paragraph } from '~/modules/works/paragraphs.ts'
import type { WorkComment } from '~/modules/works/work.ts'
import { paths } from '~/paths.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { TextAreaField } from '~/ui/field.tsx'
import { Icon } from '~/ui/icon.tsx'

/** A field of a work, with its heading already in words. */
export type DeskField = { readonly key: string; readonly heading: string; readonly paragraphs: readonly Paragraph[] }

type DeskTextProps = {
  workId: string
  fields: readonly DeskField[]
  own: readonly WorkComment[]
  /** ids for comments not yet written: one for each paragraph, and one for the whole */
  newIds: Readonly<Record<string, string>>
  isMine: boolean
}

/** What was handed in, paragraph by paragraph, each with the word that the reader has for it. */
export function DeskText({ workId, fields, own, newIds, isMine }: DeskTextProps) {
  const t = useT(texts)
  return (
    <article className="desk-text prose">
      {fields.map(({ key, heading, paragraphs }) => (
        <section key={key}>
          <h2>{heading}</h2>
          {paragraphs.map(({ index, text }) => {
            const place = { field: key, paragraph: index }
            const known = own.filter((one) => one.place?.field === key && one.place.paragraph === index)
            const label = t('comment.addTo', { place: `${heading} · ${t('paragraph', { number: index + 1 })}` })
            return (
              <div key={index} className="desk-paragraph" id={`${key}-${index}`}>
                <p>{text}</p>
                {isMine && (
                  <CommentForms {...{ workId, place, known, label }} newId={newIds[`${key}-${index}`] ?? ''} />
                )}
              </div>
            )
          })}
        </section>
      ))}
      {isMine && (
        <section>
          <h2>{t('comment.whole')}</h2>
          <CommentForms
            {...{ workId, place: null, label: t('comment.whole') }}
            known={own.filter(({ place }) => place === null)}
            newId={newIds.whole ?? ''}
          />
        </section>
      )}
    </article>
  )
}

type CommentFormsProps = {
  workId: string
  place: WorkComment['place']
  known: readonly WorkComment[]
  newId: string
  label: string
}

function CommentForms({ workId, place, known, newId, label }: CommentFormsProps) {
  const shared = { workId, place, label }
  return (
    <>
      {known.map(({ id, body }) => (
        <CommentForm key={id} {...shared} id={id} body={body} />
      ))}
      {known.length === 0 && <CommentForm key={newId} {...shared} id={newId} body="" />}
    </>
  )
}

function CommentForm({
  workId,
  place,
  id,
  body,
  label,
}: Omit<CommentFormsProps, 'known' | 'newId'> & { id: string; body: string }) {
  const t = useT(texts)
  return (
    <details className="desk-comment" open={body !== ''}>
      <summary aria-label={label}>
        <Icon name="feedback" />
        {t('comment.add')}
      </summary>
      <Form method="post" action={paths.deskWork(workId)} className="form" preventScrollReset>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="field" value={place?.field ?? ''} />
        <input type="hidden" name="paragraph" value={place?.paragraph ?? ''} />
        <TextAreaField
          name="body"
          label={label}
          rows={3}
          maxLength={5_000}
          defaultValue={body}
          help={t('comment.help')}
        />
        <SubmitButton kind="plain" intent="comment" isBusy={false}>
          {t('comment.save')}
        </SubmitButton>
      </Form>
    </details>
  )
}
