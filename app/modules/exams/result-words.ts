import { formatMoment } from '~/i18n/format.ts'
import type { Locale } from '~/i18n/locale.ts'
import { translator } from '~/i18n/messages.ts'
import { result } from '~/i18n/result.ts'
import type { Handing } from './handing.ts'
import { readableScore } from './readable-score.ts'
import type { ResultWords } from './result-html.ts'

/** The few words of the house between the items of a result. */
export function resultWords(locale: Locale): ResultWords {
  const t = translator(result, locale)
  return {
    number: (number) => t('item.number', { number }),
    points: (halfPoints, outOf) => t('item.points', { points: readableScore(halfPoints), outOf: readableScore(outOf) }),
    outcomes: {
      right: t('outcome.right'),
      partial: t('outcome.partial'),
      wrong: t('outcome.wrong'),
      blank: t('outcome.blank'),
      given: t('outcome.given'),
      byHand: t('outcome.byHand'),
      pending: t('outcome.pending'),
      void: t('outcome.void'),
    },
    key: t('item.key'),
    yours: t('item.yours'),
    explanation: t('item.explanation'),
    tested: t('item.tested'),
    answerPoints: t('item.answerPoints'),
    noText: t('item.noText'),
    selfMark: t('item.selfMark'),
    selfMarkSave: t('item.selfMarkSave'),
    hand: t('hand'),
    takeBack: t('hand.takeBack'),
    handing: (handing) => handingSentence(handing, locale),
    oldExplanation: t('item.oldExplanation'),
    ruling: ({ standing, keys, halfPoints }) =>
      [
        t('ruling.regraded'),
        standing === 'scored' && keys ? t('ruling.keys', { keys: keys.join(t('ruling.or')) }) : '',
        standing === 'scored' ? '' : t(`ruling.${standing}`),
        halfPoints === null ? '' : t('ruling.points', { points: readableScore(halfPoints) }),
      ].join(''),
  }
}

function handingSentence(handing: Handing, locale: Locale): string {
  const t = translator(result, locale)
  const listed = (parts: readonly string[]) => parts.join(locale === 'en' ? ', ' : '、')
  switch (handing.kind) {
    case 'blank':
      return ''
    case 'markFirst':
      return t('hand.markFirst')
    case 'noMentor':
      return t('hand.noMentor')
    case 'may':
      return t(handing.isMarked ? 'hand.mayMarked' : 'hand.may', { names: listed(handing.mentors) })
    case 'waiting': {
      const time = formatMoment(handing.handedAt, locale)
      return handing.mentors.length === 0
        ? t('hand.waitingForNobody', { time })
        : t('hand.waiting', { time, names: listed(handing.mentors) })
    }
    case 'seen':
      return t('hand.seen', {
        seen: listed(
          handing.openings.map(({ name, seenAt }) => t('hand.seenBy', { name, time: formatMoment(seenAt, locale) })),
        ),
      })
  }
}
