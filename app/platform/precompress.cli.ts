import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/*
 * Writes .br and .gz beside every built asset, once, at the best ratio: the server then sends files as they lie, and a phone
 * on a slow line gets the smallest.
 */
const assets = 'build/client/assets'
for (const name of readdirSync(assets)) {
  const file = join(assets, name)
  if (!/\.(js|css|svg|json)$/.test(name) || statSync(file).size < 256) continue
  const bytes = readFileSync(file)
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
}
