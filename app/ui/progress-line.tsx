import { type ReactNode, useId } from 'react'

type ProgressLineProps = {
  value: number
  outOf: number
  /** what is being measured */
  label: ReactNode
  /** the numbers in words, «3 / 6 课» */
  words?: ReactNode
  /** the words are said elsewhere on the page: only the line is seen */
  isBare?: boolean
}

export function ProgressLine({ value, outOf, label, words, isBare = false }: ProgressLineProps) {
  const id = useId()
  return (
    <div className="progress">
      <p className={isBare ? 'sr-only' : 'progress-words'}>
        <span id={id}>{label}</span> {words && <span>{words}</span>}
      </p>
      <progress max={Math.max(1, outOf)} value={value} aria-labelledby={id} />
    </div>
  )
}
