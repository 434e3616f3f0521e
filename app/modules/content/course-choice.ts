import { useLocale } from '~/i18n/messages.ts'

type Titled = { readonly title: string; readonly titleEn: string }

/** A course that a lesson may belong to. */
export type CourseChoice = {
  /** «track/course» */
  readonly value: string
  readonly course: Titled
  readonly track: Titled
}

/** Says a course with its track, in the reader's language. */
export function useCourseName(): (choice: CourseChoice | undefined) => string {
  const isEnglish = useLocale() === 'en'
  return (choice) => {
    if (!choice) return '—'
    const { track, course } = choice
    return isEnglish ? `${track.titleEn} · ${course.titleEn}` : `${track.title} · ${course.title}`
  }
}
