/* Our own icons: 24 units, one stroke of 1.6, drawn for 20 to 24 px. */
const circle = 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16Z'

const drawings = {
  // places
  today: 'M3 18.5h18M6.5 18.5a5.5 5.5 0 0 1 11 0M12 6v3.5M4.6 10.6 7 13M19.4 10.6 17 13',
  book: 'M12 7C10 5.4 7.4 5 4 5v13c3.4 0 6 .4 8 2 2-1.6 4.6-2 8-2V5c-3.4 0-6 .4-8 2Zm0 0v13',
  record: 'M6 4h12v16H6zM9 8.5h6M9 12h6M9 15.5h3',
  seal: 'M5 4h14v11H5zM8.5 8h7M8.5 11.5h4M14 13.5v6.5l2-1.4 2 1.4v-6.5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 19.5c.6-3.3 3-5 6.5-5s5.9 1.7 6.5 5M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.9c2 .7 3.1 2.3 3.5 4.6',
  sheet: 'M4 5h16v14H4zM4 9.7h16M4 14.4h16M9.5 5v14',
  tree: 'M9 4h6v4H9zM3 16h6v4H3zM15 16h6v4h-6zM12 8v4M6 16v-4h12v4',
  system: 'M4 7.5h9M17 7.5h3M4 16.5h3M11 16.5h9M15 5.3v4.4M9 14.3v4.4',
  // acts
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM20 20l-4.9-4.9',
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6 6 18',
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  up: 'M5 15.5l7-7 7 7',
  down: 'M5 8.5l7 7 7-7',
  forward: 'M4 12h16M14 6l6 6-6 6',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6v.01M4.5 12v.01M4.5 18v.01',
  filter: 'M4 6.5h16M7 12h10M10 17.5h4',
  edit: 'M4 20l1-4.2L15.8 5l3.2 3.2L8.2 19zM13.6 7.2l3.2 3.2',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  undo: 'M8 4.5 4 8.5l4 4M4 8.5h10a5.5 5.5 0 0 1 0 11H8',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5',
  download: 'M12 4v11.5M7.5 11l4.5 4.5 4.5-4.5M5 20h14',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  note: 'M5 4h14v11l-5 5H5zM14 20v-5h5',
  feedback: 'M4 5h16v11h-7.5L8 20v-4H4z',
  language: `${circle}M4 12h16M12 4c2.4 2.3 3.4 5 3.4 8s-1 5.7-3.4 8c-2.4-2.3-3.4-5-3.4-8s1-5.7 3.4-8Z`,
  theme: 'M19.5 14.3A7.8 7.8 0 0 1 9.7 4.5a7.8 7.8 0 1 0 9.8 9.8Z',
  leave: 'M14 5H5v14h9M10 12h10M16.5 8.5 20 12l-3.5 3.5',
  // states
  check: 'M5 12.5l5 5L19.5 7',
  done: `${circle}M8.4 12.2l2.5 2.5 4.7-5.2`,
  half: `${circle}M12 4v16M15 6.5v11M18 9.5v5`,
  open: circle,
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  new: 'M12 20.5v-9M12 12.5c0-4.4-2.6-6.8-7.5-6.8 0 4.4 2.6 6.8 7.5 6.8ZM12 15c0-3.4 2.3-5.6 6.8-5.6 0 3.4-2.3 5.6-6.8 5.6Z',
  clock: `${circle}M12 7.8v4.6l3 1.8`,
  due: 'M6 21V4h12.5L16 8l2.5 4H6',
  info: `${circle}M12 11.2v4.8M12 8v.01`,
  warn: 'M12 4.2 21 19.5H3zM12 10v4.4M12 17v.01',
  stop: 'M8.7 4h6.6L20 8.7v6.6L15.3 20H8.7L4 15.3V8.7zM12 8v4.8M12 16v.01',
} as const

export type IconName = keyof typeof drawings

/** Beside a word an icon is decoration; alone it needs a `label`. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={drawings[name]} />
    </svg>
  )
}

/** For the gallery: all there are. */
export const iconNames = Object.keys(drawings) as readonly IconName[]
