import { desk as texts } from '~/i18n/desk.ts'
import { useT } from '~/i18n/messages.ts'
import type { WorkComment } from '~/modules/works/work.ts'
import { Tag } from '~/ui/tag.tsx'

/** The round before: what was asked of her, and what she says to it. */
export function DeskBefore({ answered }: { answered: readonly WorkComment[] }) {
  const t = useT(texts)
  if (answered.length === 0) return null
  return (
    <section className="section">
      <h2>{t('before.title')}</h2>
      <ul className="stack">
        {answered.map(({ id, body, answer }) => (
          <li key={id}>
            <p>{body}</p>
            <p>
              {answer ? (
                <Tag tone={answer.kind === 'disputed' ? 'amber' : 'pine'}>{t(`answer.${answer.kind}`)}</Tag>
              ) : (
                t('before.none')
              )}{' '}
              {answer?.text}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
