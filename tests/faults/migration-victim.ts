/** The process that gets killed while it migrates. Usage: migration-victim.ts <database url> <file that says it began> */
import { writeFileSync } from 'node:fs'
import { migrate } from '../../prisma/migrate.ts'
import { newSource } from './rebuilding-migration.ts'

const [url = '', began = ''] = process.argv.slice(2)
writeFileSync(began, 'yes')
await migrate(url, { source: newSource })
