import { Drawing } from './drawing.tsx'

/* For pages that failed; apart from the others, because every page carries them. */

/** A road that stops in the grass before a pine. */
export function RoadEnds() {
  return (
    <Drawing>
      <path d="M8 92c22-5 48-6 72-2 24 3 48 2 72-3" />
      <path d="M36 112c6-12 16-20 30-23M70 112c2-9 6-16 12-21" />
      <path
        className="pale"
        d="M56 110c2-6 5-10 9-14M22 104l3-6M27 105l2-7M96 104l2-7M101 105l4-6M132 100l2-6M137 101l4-6"
      />
      <path d="M111 90c4-18 6-36 6-58M113 66l10-7M112 78l-14-8" />
      <path
        className="accent"
        d="M100 30c2-9 9-14 17-14s15 5 17 13c-11-4-23-4-34 1ZM119 58c2-7 8-11 15-11s12 4 14 10c-10-3-19-3-29 1ZM82 71c2-8 8-12 15-12s11 4 13 11c-9-3-18-3-28 1Z"
      />
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
