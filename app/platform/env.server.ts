import { resolve } from 'node:path'
import { z } from 'zod'

/*
 * The environment, read once and checked at boot: a wrong value stops the server with a list of what is wrong.
 * Nothing else in the project reads `process.env` (an architecture test says so).
 */
const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1')

const schema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/, 'must start with file: or postgres://')
    .optional(),
  PUBLIC_ORIGIN: z.string().default(''),
  ALLOW_INSECURE_HTTP: flag,
  TRUST_PROXY: z.string().default(''),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  DEMO: flag,
  GALLERY: flag,
  OFFLINE_PAGES: z
    .enum(['0', '1'])
    .default('1')
    .transform((value) => value === '1'),
})

export type Env = {
  readonly mode: 'production' | 'development' | 'test'
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string
  /** Origins from which forms are accepted; the first one is used in links. */
  readonly origins: readonly string[]
  readonly isSecure: boolean
  /** Plain http beyond this machine: administrators see a permanent warning. */
  readonly isInsecureSite: boolean
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  readonly isDemo: boolean
  readonly hasGallery: boolean
  /** a page may be kept on a device, to be opened without a network; needs the built worker */
  readonly keepsPages: boolean
}

export type EnvResult = { ok: true; env: Env } | { ok: false; problems: readonly string[] }

export function parseEnv(source: Readonly<Record<string, string | undefined>>): EnvResult {
  const parsed = schema.safeParse(source)
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) }
  }
  const value = parsed.data
  const given = value.PUBLIC_ORIGIN.split(/[\s,]+/).filter(Boolean)
  const problems = given.flatMap((origin) => originProblems(origin, value.ALLOW_INSECURE_HTTP))
  if (problems.length > 0) return { ok: false, problems }

  const dataDir = resolve(value.DATA_DIR)
  const origins = given.length > 0 ? given : loopbackOrigins(value.PORT)
  return {
    ok: true,
    env: {
      mode: value.NODE_ENV,
      port: value.PORT,
      host: value.HOST,
      dataDir,
      databaseUrl: value.DATABASE_URL ?? `file:${resolve(dataDir, 'yucai.db')}`,
      origins,
      isSecure: origins.every((origin) => origin.startsWith('https://')),
      isInsecureSite: origins.some((origin) => origin.startsWith('http://') && !isLoopback(new URL(origin).hostname)),
      trustedProxies: value.TRUST_PROXY.split(/[\s,]+/).filter(Boolean),
      logLevel: value.LOG_LEVEL,
      isDemo: value.DEMO,
      hasGallery: value.GALLERY || value.NODE_ENV === 'development',
      keepsPages: value.OFFLINE_PAGES && value.NODE_ENV !== 'development',
    },
  }
}

/** Reads the process's environment, or explains on the console what is wrong and ends the process. */
export function requireEnv(): Env {
  const result = parseEnv(process.env)
  if (result.ok) return result.env
  console.error(`The environment is not right:\n${result.problems.map((problem) => `  ${problem}`).join('\n')}`)
  process.exit(78)
}

function originProblems(origin: string, allowInsecure: boolean): readonly string[] {
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
    return [`PUBLIC_ORIGIN: «${origin}» is not an origin such as https://yucai.example.cn`]
  }
  const { protocol, hostname } = new URL(origin)
  if (protocol === 'https:' || isLoopback(hostname) || allowInsecure) return []
  return [
    `PUBLIC_ORIGIN: «${origin}» is plain http; put Caddy in front (docs/operations.md) or set ALLOW_INSECURE_HTTP=1`,
  ]
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
}

function loopbackOrigins(port: number): readonly string[] {
  return [`http://localhost:${port}`, `http://127.0.0.1:${port}`]
}
