import { createContext, useContext } from 'react'

/** The nonce of this response's inline scripts. Browsers hide it after loading, so the client renders an empty one. */
export const NonceContext = createContext('')

export function useNonce(): string {
  return useContext(NonceContext)
}
