import { learn } from '~/i18n/learn.ts'
import { useT } from '~/i18n/messages.ts'

/** An exam, or what leads to one, as 今日 tells of it: in the reader's words. */
export type SoonSitting = {
  readonly id: string
  readonly title: string
  readonly about: string
  readonly to: string
  readonly label: string
}

type SoonSittingsProps = {
  of: 'exams' | 'planned'
  sittings: readonly SoonSitting[]
}

export function SoonSittings({ of, sittings }: SoonSittingsProps) {
  const t = useT(learn)
  if (sittings.length === 0) return null
  return (
    <section className="section">
      <h2>{t(`today.${of}`)}</h2>
      <ul className="subject-list">
        {sittings.map(({ id, title, about, to, label }) => (
          <li key={id} className="subject-row">
            <div>
              <h3>{title}</h3>
              <p>{about}</p>
            </div>
            {/* A page of its own: an exam is never entered by a script's navigation. */}
            <a className="button" data-kind="plain" href={to} target={of === 'exams' ? '_self' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
