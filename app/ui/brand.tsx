import { paths } from '~/paths.ts'

/** A pine that leans into the wind: three clouds of needles, one trunk. */
export function PineMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" fill="currentColor">
      <path d="M9.5 9.5c0-2.8 3.1-5 6.8-5s6.2 2.2 6.2 5c0 .5-.3.8-.8.8H10.3c-.5 0-.8-.3-.8-.8Z" />
      <path d="M14.5 16.6c0-2.4 3-4.3 6.8-4.3s6.7 1.9 6.7 4.3c0 .5-.3.8-.8.8h-11.9c-.5 0-.8-.3-.8-.8Z" />
      <path d="M3.5 22.1c0-2.6 3.4-4.7 7.6-4.7s7.1 2.1 7.1 4.7c0 .5-.3.8-.8.8H4.3c-.5 0-.8-.3-.8-.8Z" />
      <path
        d="M17 9.5c-.3 6-1 12.5-3.5 18.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
    </svg>
  )
}

/** The wordmark leads home. It is the same in both languages. */
export function Wordmark() {
  return (
    <a href={paths.home()} className="wordmark" lang="zh-CN">
      <PineMark />
      育才 <span lang="en">Yucai</span>
    </a>
  )
}
