/*
 * The one place where a page is named as keepable: a copy of it stays on the device of the person who opened it, and opens
 * without a network, after a reload, after the browser was closed (docs/decisions/0020). «*» stands for one part of an address.
 *
 * A new one needs three things: its address here; `keptFor` around what its loader answers, with `headers` to send it; and
 * `useKeptPage` in the page itself. It must hold all that it needs in its own data, and send nothing but by a queue of its own.
 */
const keepable: readonly string[] = ['/practice/*/offline']

export function isKeepable(pathname: string): boolean {
  const parts = pathname.split('/')
  return keepable.some((pattern) => {
    const wanted = pattern.split('/')
    return (
      wanted.length === parts.length && wanted.every((part, at) => part === parts[at] || (part === '*' && parts[at]))
    )
  })
}
