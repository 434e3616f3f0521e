import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { collectDocuments } from '~/modules/content/documents.ts'
import { paths } from '~/paths.ts'

// Before React looks at the page: what the server rendered of each document becomes the component's `__html`.
collectDocuments(document)

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  )
})

// Signing out empties the device: what has not been sent goes out first, or she is asked. If that fails, nothing is emptied.
document.addEventListener('submit', (event) => {
  const form = event.target
  if (form instanceof HTMLFormElement && form.getAttribute('action') === paths.logout()) {
    event.preventDefault()
    import('~/modules/reviews/signing-out.tsx')
      .then((signingOut) => signingOut.signOutOf(form))
      .catch(() => {
        form.action = paths.logout(true)
        form.submit()
      })
  }
})
