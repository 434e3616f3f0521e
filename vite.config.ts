import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { build, type PluginBuild } from 'esbuild'
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

/** What every page carries, in one file. */
const frame =
  /app\/(paths|i18n\/(messages|locale|format|page-title|shell)|platform\/calendar|ui\/(icon|button|frame|shells|person-menu|menu|nav-item|brand|nonce|route-error|notice)|modules\/content\/documents?)\.tsx?$/
/** What a lesson adds, with its preview in the editor. */
const lesson =
  /app\/(i18n\/lesson|ui\/(drawer|layer-frame|save-state)|modules\/content\/(check-outcome|lesson-text|reflection-form|check-forms|term-peek|pieces)|modules\/courses\/(lesson-state|locked-lesson))\.tsx?$/

/** Few files rather than small ones: each is a journey on a slow line, and together they compress better. */
function clientChunks(): Plugin {
  const manualChunks = (id: string) => {
    // What only some pages use (IndexedDB, a cipher, a comparison) goes with them.
    if (id.includes('node_modules')) return /node_modules\/(idb|@noble|diff)\//.test(id) ? undefined : 'vendor'
    if (frame.test(id)) return 'frame'
    return lesson.test(id) ? 'lesson' : undefined
  }
  return {
    name: 'yucai-client-chunks',
    enforce: 'post',
    config: (_config, { isSsrBuild }) => (isSsrBuild ? {} : { build: { rollupOptions: { output: { manualChunks } } } }),
  }
}

/** `build/client/worker.js`: the worker in one file of its own, because in Firefox a worker cannot import. */
function keptWorker(): Plugin {
  let isServer = false
  return {
    name: 'yucai-kept-worker',
    apply: 'build',
    configResolved(config) {
      isServer = Boolean(config.build.ssr)
    },
    async generateBundle() {
      if (isServer) return
      const { outputFiles } = await build({
        entryPoints: ['app/kept.worker.ts'],
        ...{ bundle: true, minify: true, write: false, format: 'iife', target: 'es2022' },
        define: { 'process.env.NODE_ENV': '"production"' },
        plugins: [withoutReact],
      })
      for (const { text } of outputFiles) this.emitFile({ type: 'asset', fileName: 'worker.js', source: text })
    },
  }
}

/** Texts stand beside the hook that reads them in a page; the worker has the texts only. */
const withoutReact = {
  name: 'without-react',
  setup({ onResolve, onLoad }: PluginBuild) {
    onResolve({ filter: /^react$/ }, () => ({ path: 'react', namespace: 'without' }))
    const contents = 'export const createContext = () => ({}), useContext = createContext, useMemo = createContext'
    onLoad({ filter: /./, namespace: 'without' }, () => ({ contents }))
  },
}

/**
 * What is fetched on demand rests on what every page has already, and its styles are in app.css: Vite's loader, half a kilobyte
 * in the frame of every page, would have nothing to do.
 */
function plainImports(): Plugin {
  return {
    name: 'yucai-plain-imports',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : undefined),
  }
}

export default defineConfig({
  plugins: [tailwindcss(), remix(options), clientChunks(), plainImports(), keptWorker(), serverEntry()],
  resolve: { alias: { '~': new URL('./app', import.meta.url).pathname } },
  build: {
    target: 'es2022',
    // A request on this site is cheap and the CSP allows no data: styles: inline nothing.
    assetsInlineLimit: 0,
    modulePreload: false,
  },
})
