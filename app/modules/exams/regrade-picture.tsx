import { useT } from '~/i18n/messages.ts'
import { regrade as texts } from '~/i18n/regrade.ts'
import { barLengths } from '~/ui/chart-geometry.ts'
import { HeadCell, Table } from '~/ui/table.tsx'
import type { Band } from './regrade-page.ts'

const [width, height, gap] = [400, 90, 8]

/** How the marks are spread now, and how they would be: two rows of bars over one scale, the numbers as a table beneath. */
export function BandsPicture({ bands }: { bands: readonly Band[] }) {
  const t = useT(texts)
  const top = Math.max(...bands.flatMap(({ before, after }) => [before, after]))
  const moments = ['before', 'after'] as const
  return (
    <figure className="chart regrade-picture">
      <figcaption>{t('picture.caption')}</figcaption>
      {moments.map((moment) => (
        <svg key={moment} viewBox={`0 -18 ${width + 44} ${height + 40}`} aria-hidden="true">
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
        </svg>
      ))}
      <Table
        caption={t('picture.caption')}
        isCaptionHidden
        head={
          <>
            <HeadCell>{t('picture.band')}</HeadCell>
            <HeadCell align="end">{t('picture.before')}</HeadCell>
            <HeadCell align="end">{t('picture.after')}</HeadCell>
          </>
        }
      >
        {bands
          .filter(({ before, after }) => before + after > 0)
          .map(({ from, to, before, after }) => (
            <tr key={from}>
              <th scope="row">{t('picture.bandOf', { from, to })}</th>
              <td data-align="end">{before}</td>
              <td data-align="end">{after}</td>
            </tr>
          ))}
      </Table>
    </figure>
  )
}
