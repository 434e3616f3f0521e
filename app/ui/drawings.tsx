import { Drawing } from './drawing.tsx'

/* For pages that are empty. Those of pages that failed stand apart, because every page carries them. */

/** A shelf with a few books, room for more, and something growing. */
export function Shelf() {
  return (
    <Drawing>
      <path d="M12 88h136M20 88v12M140 88v12" />
      <path d="M28 88V46h11v42M39 88V40h9v48M48 88V52h13v36M66 88l10-38 11 3-9 35" />
      <path className="pale" d="M31 54h5M31 58h5M42 48h3M52 60h5M52 64h5" />
      <path d="M112 88l-3-16h22l-3 16z" />
      <path
        className="accent"
        d="M120 72V52M120 60c0-9-5-14-15-14 0 9 5 14 15 14ZM120 66c0-7 5-11 14-11 0 7-5 11-14 11Z"
      />
    </Drawing>
  )
}

/** A desk with an open notebook and a pencil: nothing written yet. */
export function BlankPage() {
  return (
    <Drawing>
      <path d="M12 96h136" />
      <path d="M80 40c-9-6-24-8-44-8v54c20 0 35 2 44 8 9-6 24-8 44-8V32c-20 0-35 2-44 8ZM80 40v54" />
      <path className="pale" d="M46 46c9 0 17 1 24 4M46 56c9 0 17 1 24 4M46 66c9 0 17 1 24 4" />
      <path className="accent" d="M92 72l34-48 7 5-34 48-9 4zM122 29l7 5" />
    </Drawing>
  )
}

/** Three chairs round a table: nobody has come yet. */
export function EmptyChairs() {
  return (
    <Drawing>
      <path d="M8 98h144" />
      <path d="M52 62h56M80 62v36M66 98h28" />
      <path d="M22 98V52M22 76h20v22M138 98V52M138 76h-20v22" />
      <path
        className="accent"
        d="M70 62l-2-13h14l-2 13M75 49v-9M75 44c0-5-3-8-9-8 0 5 3 8 9 8ZM75 47c0-4 3-6 8-6 0 4-3 6-8 6Z"
      />
    </Drawing>
  )
}

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
