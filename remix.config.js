/** Options of the Remix plugin; `vite.config.ts` imports them. All `v3_*` flags are on, so that the step to React Router is small. */
export const future = {
  v3_fetcherPersist: true,
  v3_lazyRouteDiscovery: true,
  v3_relativeSplatPath: true,
  v3_routeConfig: true,
  v3_singleFetch: true,
  v3_throwAbortReason: true,
}

/** @type {Parameters<typeof import('@remix-run/dev').vitePlugin>[0]} */
const options = {
  future,
  ignoredRouteFiles: ['**/.*', '**/*.test.{ts,tsx}'],
  serverModuleFormat: 'esm',
}

export default options
