import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { collectDocuments } from '~/modules/content/documents.ts'

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
