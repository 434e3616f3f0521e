import { Drawing } from './drawing.tsx'

/* For pages that failed; apart from the others, because every page carries them. */

/** A signpost on a path: one arm still points home. */
export function Signpost() {
  return (
    <Drawing>
      <path d="M10 98c30-7 104-7 140 0M78 94V20h6v74" />
      <path d="M84 50h38l9 8-9 8H84z" />
      <path className="pale" d="M20 106l3-6M25 107l2-6M126 107l2-6M131 107l4-6M92 58h22" />
      <path className="accent" d="M78 28H44l-9 8 9 8h34zM50 36h20" />
    </Drawing>
  )
}

/** A cup of tea, while something is being put right. */
export function TeaBreak() {
  return (
    <Drawing>
      <path d="M14 96h132" />
      <path d="M46 54h56v14c0 16-11 26-28 26S46 84 46 68zM102 58c11-2 17 2 17 9s-7 12-19 12M36 96c12 5 64 5 76 0" />
      <path className="accent" d="M64 44c-5-7 5-10 0-17M78 44c-5-8 5-12 0-20M92 44c-5-7 5-10 0-17" />
      <path className="pale" d="M54 62c0 10 4 18 10 22" />
    </Drawing>
  )
}
