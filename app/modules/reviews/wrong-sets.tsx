import { Link } from '@remix-run/react'
import { useT } from '~/i18n/messages.ts'
import { practice } from '~/i18n/practice.ts'
import { type PracticeHome, type PracticeSet, setName, type WrongSet } from './practice.ts'

/** How a set is headed; of the wrong-answer book, which part of it. */
export function useSetTitle(): (set: PracticeSet) => string {
  const t = useT(practice)
  return (set) => {
    if (set.kind === 'chapter') return t('set.chapter', { chapter: set.chapter })
    const part = set.kind === 'wrong' ? partOf(set, t) : null
    return part === null ? t(`set.${set.kind}`) : t('wrong.part', { part })
  }
}

function partOf({ cause, chapter }: WrongSet, t: ReturnType<typeof useT<typeof practice>>): string | null {
  if (cause) return t(`cause.${cause}`)
  return chapter === undefined ? null : t('set.chapter', { chapter })
}

type WrongSetsProps = { sets: PracticeHome['wrongSets']; pathOf: (set: PracticeSet) => string }

/** The rule by which a question leaves the book, and the ways into a part of it. */
export function WrongSets({ sets, pathOf }: WrongSetsProps) {
  const t = useT(practice)
  return (
    <>
      {t('wrong.rule')}
      {sets.length > 0 && (
        <span className="wrong-sets">
          {sets.map(({ set, count }) => (
            <Link className="link" key={setName(set)} to={pathOf(set)}>
              {partOf(set, t)}
              {' · '}
              {t('set.count', { count })}
            </Link>
          ))}
        </span>
      )}
    </>
  )
}
