import { useT } from '~/i18n/messages.ts'
import { papers } from '~/i18n/papers.ts'
import { HeadCell, Table } from '~/ui/table.tsx'
import { StateMark } from '~/ui/tag.tsx'
import { formLetter } from './cohort-sitting.ts'
import type { FormsCompared as Compared } from './compare-forms.ts'
import type { Paper } from './paper.ts'

/** What parallel forms share and how hard each is: a sentence, and bars that are also a table. */
export function FormsCompared({ compared }: { compared: Compared }) {
  const t = useT(papers)
  const { shared, means, isEquallyHard, levels } = compared
  if (means.length < 2) return null
  const top = Math.max(1, ...levels.flatMap(({ counts }) => counts))
  const head = (
    <>
      <HeadCell>{t('compare.level')}</HeadCell>
      {means.map((_, form) => (
        <HeadCell key={formLetter(form)}>{t('form.of', { letter: formLetter(form) })}</HeadCell>
      ))}
    </>
  )
  return (
    <section className="forms-compared" aria-labelledby="compare">
      <h2 id="compare">{t('compare')}</h2>
      <p>
        <StateMark icon={isEquallyHard ? 'done' : 'warn'} tone={isEquallyHard ? 'pine' : 'amber'}>
          {shared === 0 ? t('compare.shared') : t('compare.sharedSome', { count: shared })}
        </StateMark>{' '}
        {t(isEquallyHard ? 'compare.equal' : 'compare.unequal')}
      </p>
      <Table caption={t('compare.caption')} head={head} foot={<MeanRow means={means} />}>
        {levels.map(({ level, counts }) => (
          <tr key={level}>
            <th scope="row">{level}</th>
            {counts.map((count, form) => (
              <td key={formLetter(form)}>
                <span className="level-bar">
                  {count > 0 && (
                    <svg className="bar" width={`${(count / top) * 60}%`} height="10" aria-hidden="true">
                      <rect width="100%" height="100%" />
                    </svg>
                  )}
                  {t('compare.items', { count })}
                </span>
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </section>
  )
}

function MeanRow({ means }: { means: readonly number[] }) {
  const t = useT(papers)
  return (
    <tr>
      <th scope="row">{t('compare.mean')}</th>
      {means.map((mean, form) => (
        <td key={formLetter(form)}>{mean.toFixed(2)}</td>
      ))}
    </tr>
  )
}

/** Chapters that have not what the blueprint asks, said where the paper is read. */
export function Deviations({ deviations }: { deviations: Paper['deviations'] }) {
  const t = useT(papers)
  if (deviations.length === 0) return null
  return (
    <div className="row-note">
      <p>{t('deviations')}</p>
      <ul>
        {deviations.map(({ chapter, wanted, drawn }) => (
          <li key={chapter}>
            {chapter === null
              ? t('deviation.rest', { wanted, drawn })
              : t('deviation.chapter', { chapter, wanted, drawn })}
          </li>
        ))}
      </ul>
    </div>
  )
}
