/** How Node runs a site, wherever it is started: `npm start`, the demo, the tests. `docs/operations.md` has them in its unit. */
export const serverFlags = [
  // Nothing in a request can become code.
  '--disallow-code-generation-from-strings',
  // A page leaves much behind that nobody needs any more: with more room for it, it is swept less often, 7 % of a page's time.
  '--max-semi-space-size=64',
]
