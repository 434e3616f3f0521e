import { useT } from '~/i18n/messages.ts'
import { regrade as texts } from '~/i18n/regrade.ts'
import { barLengths } from '~/ui/chart-geometry.ts'
import { HeadCell, Table } from '~/ui/table.tsx'
import type { PassMark, Summary } from './regrade-page.ts'

const [width, height, gap] = [400, 90, 8]

const moments = ['before', 'after'] as const

type PictureProps = Pick<Summary, 'bands' | 'passMarks'>

/**
 * How the marks are spread now, and how they would be: two rows of bars over one scale with the pass line across, the numbers
 * as a table beneath.
 */
export function BandsPicture({ bands, passMarks }: PictureProps) {
  const t = useT(texts)
  const top = Math.max(...bands.flatMap(({ before, after }) => [before, after]))
  return (
    <figure className="chart regrade-picture">
      <figcaption>{t('picture.caption')}</figcaption>
      {moments.map((moment) => (
        <svg key={moment} viewBox={`0 -40 ${width + 44} ${height + 62}`} aria-hidden="true">
          <text x={width + 6} y={height}>
            {t(`picture.${moment}`)}
          </text>
          <path className="axis" d={`M0 ${height}H${width}`} />
          {bands.map((band, at) => {
            const step = width / bands.length
            const tall = ((barLengths([band[moment]], top)[0] ?? 0) / 100) * height
            return (
              <g key={band.from}>
                <rect className="mark" x={at * step + gap / 2} y={height - tall} width={step - gap} height={tall} />
                {band[moment] > 0 && (
                  <text x={(at + 0.5) * step} y={height - tall - 4} textAnchor="middle">
                    {band[moment]}
                  </text>
                )}
                <text x={at * step} y={height + 18} textAnchor={at === 0 ? 'start' : 'middle'}>
                  {band.from}
                </text>
              </g>
            )
          })}
          <PassLine mark={passMarks[moment]} />
        </svg>
      ))}
      <BandsTable bands={bands} passMarks={passMarks} />
    </figure>
  )
}

/** Lines so near each other are one in the picture; papers of really different lines have none. */
const widestLine = 0.01

function PassLine({ mark }: { mark: PassMark }) {
  const t = useT(texts)
  if (mark.high - mark.low > widestLine) return null
  const x = mark.low * width
  const isFarRight = mark.low > 0.7
  return (
    <>
      <path className="pass" d={`M${x} -36V${height}`} />
      <text className="pass-label" x={isFarRight ? x - 5 : x + 5} y={-26} textAnchor={isFarRight ? 'end' : 'start'}>
        {t('picture.pass', { percent: percentOf(mark) })}
      </text>
    </>
  )
}

/** «60», «60–60.1» */
function percentOf({ low, high }: PassMark): string {
  const [from, to] = [low, high].map((share) => Math.round(share * 1_000) / 10)
  return from === to ? String(from) : `${from}–${to}`
}

function BandsTable({ bands, passMarks }: PictureProps) {
  const t = useT(texts)
  const head = (
    <>
      <HeadCell>{t('picture.band')}</HeadCell>
      <HeadCell align="end">{t('picture.before')}</HeadCell>
      <HeadCell align="end">{t('picture.after')}</HeadCell>
    </>
  )
  return (
    <Table caption={t('picture.caption')} isCaptionHidden head={head}>
      {bands
        .filter(({ before, after }) => before + after > 0)
        .map(({ from, to, before, after }) => (
          <tr key={from}>
            <th scope="row">{t('picture.bandOf', { from, to })}</th>
            <td data-align="end">{before}</td>
            <td data-align="end">{after}</td>
          </tr>
        ))}
      <tr>
        <th scope="row">{t('picture.line')}</th>
        {moments.map((moment) => (
          <td key={moment} data-align="end">
            {t('picture.share', { percent: percentOf(passMarks[moment]) })}
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">{t('picture.passed')}</th>
        {moments.map((moment) => (
          <td key={moment} data-align="end">
            {passMarks[moment].passed}
          </td>
        ))}
      </tr>
    </Table>
  )
}
