import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

/** A bare Remix page: the yardstick of `npm run bench`. The template's own renderer, one loader, one heading. */
export default defineConfig({
  plugins: [
    remix({
      future: {
        v3_singleFetch: true,
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
})
