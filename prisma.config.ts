import { defineConfig } from 'prisma/config'

/** For the Prisma tools of an editor. The project migrates with prisma/migrate.ts, never with `prisma migrate`. */
export default defineConfig({ schema: 'prisma/schema.prisma' })
