import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import options from './remix.config.js'

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true
  }
}

/** The server bundle starts at our server, which imports Remix's build, not at Remix's build: one bundle, one of everything. */
function serverEntry(): Plugin {
  return {
    name: 'yucai-server-entry',
    enforce: 'post',
    config: (_config, { isSsrBuild }) =>
      isSsrBuild
        ? { build: { rollupOptions: { input: 'app/server.ts', output: { inlineDynamicImports: true } } } }
        : {},
  }
}

export default defineConfig({
  plugins: [tailwindcss(), remix(options), serverEntry()],
  resolve: { alias: { '~': new URL('./app', import.meta.url).pathname } },
  build: {
    target: 'es2022',
    // A request on this site is cheap and the CSP allows no data: styles: inline nothing.
    assetsInlineLimit: 0,
  },
})
