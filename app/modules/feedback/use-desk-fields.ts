import { diary } from '~/i18n/diary.ts'
import { useT } from '~/i18n/messages.ts'
import { diaryTexts } from '~/modules/diaries/diary.ts'
import { paragraphsOf } from '~/modules/works/paragraphs.ts'
import type { WorkField } from '~/modules/works/work-text.ts'
import type { DeskField } from './desk-text.tsx'

/** The texts of a work under their headings; what stands among the facts above them is left out. */
export function useDeskFields(fields: readonly WorkField[]): readonly DeskField[] {
  const t = useT(diary)
  const paragraphs = paragraphsOf(fields)
  return diaryTexts
    .filter((key) => key !== 'whom' && key !== 'companions')
    .map((key) => ({
      ...{ key, heading: t(key) },
      paragraphs: paragraphs.filter(({ field }) => field === key),
    }))
    .filter(({ paragraphs }) => paragraphs.length > 0)
}
