import type { Locale } from '~/i18n/locale.ts'

const chinese = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** How parts of a paper are counted: «二» in Chinese, «II» would be foreign here, so «2» in English. Ten parts at most. */
export function ordinalOf(number: number, locale: Locale): string {
  return locale === 'en' ? String(number) : (chinese[number - 1] ?? String(number))
}
