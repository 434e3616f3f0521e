import type { ReactNode } from 'react'
import type { Tone } from '../language.ts'
import { Both } from './both.tsx'
import { useDesk } from './desk.tsx'

type Passage = { anchor?: string; children?: ReactNode }

const toneTexts = { note: 'callout.note', tip: 'callout.tip', warn: 'callout.warn', law: 'callout.law' } as const

export function Callout({ anchor, tone, title, children }: Passage & { tone: Tone; title: string }) {
  return (
    <aside className="callout" id={anchor} data-tone={tone}>
      <p className="callout-title">
        <span className="callout-tone">
          <Both text={toneTexts[tone]} />
        </span>
        {title}
      </p>
      {children}
    </aside>
  )
}

export function Figure({ anchor, src, alt, caption }: { anchor?: string; src: string; alt: string; caption: string }) {
  const figure = useDesk().figure(src)
  if (!figure) return null
  return (
    <figure className="figure" id={anchor}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: `readFigure` lets nothing but drawing through */}
      <svg viewBox={figure.viewBox} role="img" aria-label={alt} dangerouslySetInnerHTML={{ __html: figure.inner }} />
      <figcaption>{caption}</figcaption>
    </figure>
  )
}

export function Case({ anchor, title, children }: Passage & { title: string }) {
  return (
    <section className="case" id={anchor}>
      <p className="case-title">
        <span className="case-kind">
          <Both text="case.kind" />
        </span>
        {title}
      </p>
      {children}
    </section>
  )
}

export function Reveal({ label, children }: { label: string; children?: ReactNode }) {
  return (
    <details className="reveal">
      <summary>{label}</summary>
      {children}
    </details>
  )
}

export function Steps({ anchor, children }: Passage) {
  return (
    <ol className="steps" id={anchor}>
      {children}
    </ol>
  )
}

export function Step({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <li>
      <p className="step-title">{title}</p>
      <div className="step-body">{children}</div>
    </li>
  )
}

export function Compare({ anchor, caption, children }: Passage & { caption: string }) {
  return (
    <figure className="compare" id={anchor}>
      <figcaption>{caption}</figcaption>
      {children}
    </figure>
  )
}

type SourceProps = { anchor?: string; title: string; publisher: string; url?: string; checked: string }

export function Source({ anchor, title, publisher, url, checked }: SourceProps) {
  const desk = useDesk()
  const link = url === undefined ? undefined : desk.link(url)
  return (
    <p className="source" id={anchor}>
      <span className="source-kind">
        <Both text="source.kind" />
      </span>
      <cite>{link ? <a {...link}>{title}</a> : title}</cite>
      <span className="source-publisher">{publisher}</span>
      <span className="source-checked">
        <Both text="source.checked" />
        <time dateTime={checked}>{checked}</time>
      </span>
    </p>
  )
}

/** A word of the glossary: a link to its explanation at the foot, which a small script shows in place. */
export function Term({ id, children }: { id: string; children?: ReactNode }) {
  const desk = useDesk()
  desk.usedTerms.add(id)
  return (
    <a className="term" href={`#term-${id}`} data-term={id}>
      {children}
    </a>
  )
}

export function TermList({ ids }: { ids: readonly string[] }) {
  const desk = useDesk()
  const entries = ids.flatMap((id) => desk.term(id) ?? [])
  if (entries.length === 0) return null
  return (
    <section className="terms" aria-labelledby="lesson-terms">
      <h2 id="lesson-terms">
        <Both text="terms.title" />
      </h2>
      <dl>
        {entries.map((entry) => (
          <div key={entry.id} id={`term-${entry.id}`} className="term-entry">
            <dt>
              {entry.term} <span lang="en">{entry.en}</span>
            </dt>
            <dd>{entry.explanation}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
