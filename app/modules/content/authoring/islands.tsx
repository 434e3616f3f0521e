import { Both } from './both.tsx'
import { useDesk } from './desk.tsx'
import { IslandEnd } from './island-end.tsx'

/** A private note kept with the lesson. The form is the reader's own: it stands in the slot. */
export function Reflection({ id, prompt }: { id: string; prompt: string }) {
  const desk = useDesk()
  desk.islands.push({ kind: 'reflect', id, prompt })
  return (
    <>
      <section className="reflect" id={id} aria-labelledby={`${id}-prompt`}>
        <p className="reflect-kind">
          <Both text="reflect.kind" />
        </p>
        <p className="reflect-prompt" id={`${id}-prompt`}>
          {prompt}
        </p>
      </section>
      <IslandEnd />
    </>
  )
}

type VideoProps = { id: string; src: string; captions: string; seconds: number; title: string }

export function Video({ id, src, captions, seconds, title }: VideoProps) {
  const desk = useDesk()
  desk.islands.push({ kind: 'video', id, title, seconds })
  return (
    <>
      <figure className="video" id={id}>
        <video controls preload="metadata" src={desk.media(src)} data-video={id} aria-label={title}>
          <track kind="captions" src={desk.media(captions)} srcLang="zh-CN" label="中文" default />
        </video>
        <figcaption>
          {title}
          <span className="video-length">{clockTime(seconds)}</span>
        </figcaption>
      </figure>
      <IslandEnd />
    </>
  )
}

function clockTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
