import { formatAgo } from '~/i18n/format.ts'
import type { Locale } from '~/i18n/locale.ts'
import { mentor as mentorTexts } from '~/i18n/mentor.ts'
import { translator } from '~/i18n/messages.ts'
import { sheet as sheetTexts } from '~/i18n/sheet.ts'
import { dayOf, startOfDay } from '~/platform/calendar.ts'
import type { SheetWords } from './sheet-html.ts'

const dayMs = 86_400_000

/** Four hundred rows were last active on a dozen days: each is said in words once. */
function agoByDay(now: Date, locale: Locale, never: string): SheetWords['ago'] {
  const today = startOfDay(dayOf(now)).getTime()
  const said = new Map<number, string>()
  return (at) => {
    if (!at) return never
    const day = Math.floor((at.getTime() - today) / dayMs)
    const known = said.get(day) ?? formatAgo(at, now, locale)
    said.set(day, known)
    return known
  }
}

/** What the table of the sheet says, in the reader's language; the same on the server and in the browser. */
export function sheetWords(locale: Locale, now: Date): SheetWords {
  const t = translator(sheetTexts, locale)
  const tm = translator(mentorTexts, locale)
  return {
    heads: [t('name'), t('organisation'), t('mentor'), t('pace'), t('progress'), t('minutes'), t('lastActivity')],
    sums: t('sums'),
    letters: {
      finished: t('letter.finished'),
      reading: t('letter.reading'),
      open: t('letter.open'),
      new: t('letter.new'),
      locked: t('letter.locked'),
    },
    paces: {
      finished: tm('pace.finished'),
      onTrack: tm('pace.onTrack'),
      atRisk: tm('pace.atRisk'),
      behind: tm('pace.behind'),
    },
    ago: agoByDay(now, locale, t('never')),
    between: locale === 'en' ? ', ' : '、',
  }
}
