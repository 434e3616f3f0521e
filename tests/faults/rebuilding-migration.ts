import type { MigrationSource } from '../../prisma/migrate.ts'

/*
 * A migration of the dangerous kind, as Prisma's engine writes it: the parents' table is made anew, filled and renamed, and
 * in between it does not exist. The children hang on it by ON DELETE CASCADE, and a trigger watches over them.
 */
const before = {
  name: '0001_before',
  sql: `
    CREATE TABLE "Parent" ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL);
    CREATE TABLE "Child" (
      "id" TEXT NOT NULL PRIMARY KEY,
      "parentId" TEXT NOT NULL,
      CONSTRAINT "Child_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Parent" ("id") ON DELETE CASCADE ON UPDATE CASCADE
    );
    CREATE INDEX "Child_parentId_idx" ON "Child"("parentId");`,
}

const rebuild = {
  name: '0002_rebuild',
  sql: `
    PRAGMA defer_foreign_keys=ON;
    PRAGMA foreign_keys=OFF;
    CREATE TABLE "new_Parent" ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, "grade" INTEGER NOT NULL DEFAULT 0);
    INSERT INTO "new_Parent" ("id", "name") SELECT "id", "name" FROM "Parent";
    DROP TABLE "Parent";
    ALTER TABLE "new_Parent" RENAME TO "Parent";
    PRAGMA foreign_keys=ON;
    PRAGMA defer_foreign_keys=OFF;`,
}

const guards = `
  CREATE TRIGGER "Child_kept" BEFORE DELETE ON "Child" BEGIN
    SELECT RAISE(ABORT, 'Child refuses DELETE');
  END;`

export const oldSource: MigrationSource = { migrations: [before], guards, catalogue: null }
export const newSource: MigrationSource = { migrations: [before, rebuild], guards, catalogue: null }

/** The same rebuild as somebody would run it by hand: inside a transaction, where it empties the children's table. */
export const carelessRebuild = `BEGIN; ${rebuild.sql} COMMIT;`
