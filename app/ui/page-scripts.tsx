import { Scripts, ScrollRestoration } from '@remix-run/react'
import { createContext, useContext } from 'react'
import { useNonce } from './nonce.ts'

/** Remix's scripts of a page are the same for everybody but for the nonce: the server renders them once for each route. */
export const HasKeptScriptsContext = createContext(false)

export function PageScripts() {
  const nonce = useNonce()
  if (useContext(HasKeptScriptsContext)) return null
  return (
    <>
      <ScrollRestoration nonce={nonce} />
      <Scripts nonce={nonce} />
    </>
  )
}
