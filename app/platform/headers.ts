/** Security headers of every response (reliability.md §3.1). `nonce` names the inline scripts of this response only. */
export function securityHeaders(nonce: string, isSecure: boolean): ReadonlyArray<readonly [string, string]> {
  const headers: Array<readonly [string, string]> = [
    ['Content-Security-Policy', contentSecurityPolicy(nonce)],
    ...fixedHeaders,
  ]
  if (isSecure) headers.push(['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'])
  return headers
}

function contentSecurityPolicy(nonce: string): string {
  return `default-src 'none'; script-src 'self' 'nonce-${nonce}'; ${fixedDirectives}`
}

const fixedDirectives = [
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  'report-to csp',
  'report-uri /csp-report',
].join('; ')

const fixedHeaders: ReadonlyArray<readonly [string, string]> = [
  ['Reporting-Endpoints', 'csp="/csp-report"'],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'geolocation=(), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()'],
  ['Origin-Agent-Cluster', '?1'],
]
