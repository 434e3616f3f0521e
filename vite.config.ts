import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import options from './remix.config.js'

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(options)],
  resolve: { alias: { '~': new URL('./app', import.meta.url).pathname } },
  build: {
    target: 'es2022',
    // The CSP allows no data: fonts or styles, and a request on this site is cheap: inline nothing.
    assetsInlineLimit: 0,
    ...(isSsrBuild ? { rollupOptions: { input: './app/server.ts' } } : {}),
  },
}))
