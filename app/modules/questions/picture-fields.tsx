import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { Button } from '~/ui/button.tsx'
import { Field, SelectField } from '~/ui/field.tsx'
import { pictureFields, picturesIn } from './draft-pictures.ts'
import { useDraftField } from './form-place.tsx'
import type { QuestionDraft } from './question-draft.ts'

type PictureFieldsProps = {
  draft: QuestionDraft
  /** what each field is called */
  labels: Readonly<Record<string, string>>
  /** what was said of a picture that was not taken */
  said: { readonly alt: string; readonly field: string } | null
}

/** The pictures that stand in the question, and a new one: what it is, what it shows, where it goes. */
export function PictureFields({ draft, labels, said }: PictureFieldsProps) {
  const t = useT(bank)
  const field = useDraftField()
  const placed = picturesIn(draft)
  return (
    <details className="picture-fields" open={said !== null || placed.length > 0}>
      <summary>{t('picture')}</summary>
      <div className="form">
        {placed.length > 0 && (
          <ul className="picture-list">
            {placed.map(({ field: name, alt, hash }) => (
              <li key={`${name} ${hash}`}>
                <img src={paths.picture(hash)} alt={alt} lang="zh-CN" />
                <span>
                  {labels[name]} · <span lang="zh-CN">{alt}</span>
                </span>
                <Button type="submit" kind="quiet" icon="close" name="intent" value={`dropPicture:${hash}`} isIconOnly>
                  {t('picture.drop', { alt })}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <p className="field-help">{t('picture.help')}</p>
        <Field
          {...field('pictureFile')}
          type="file"
          label={t('picture.file')}
          accept="image/png,image/jpeg,image/gif,image/webp"
          isOptional
        />
        <Field
          {...field('pictureAlt')}
          label={t('picture.alt')}
          help={t('picture.altHelp')}
          defaultValue={said?.alt}
          maxLength={120}
          lang="zh-CN"
          isOptional
        />
        <SelectField {...field('pictureField')} label={t('picture.field')} defaultValue={said?.field}>
          {pictureFields(draft).map((name) => (
            <option key={name} value={name}>
              {labels[name]}
            </option>
          ))}
        </SelectField>
        <div className="button-row">
          <Button type="submit" name="intent" value="picture">
            {t('picture.put')}
          </Button>
        </div>
      </div>
    </details>
  )
}
