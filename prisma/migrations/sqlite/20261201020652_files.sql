-- CreateTable
CREATE TABLE "StoredFile" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "FileUse" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,
    "removedAt" DATETIME,
    CONSTRAINT "FileUse_hash_fkey" FOREIGN KEY ("hash") REFERENCES "StoredFile" ("hash") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "FileUse_subjectType_subjectId_idx" ON "FileUse"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "FileUse_hash_idx" ON "FileUse"("hash");

-- CreateIndex
CREATE INDEX "FileUse_removedAt_idx" ON "FileUse"("removedAt");

-- CreateIndex
CREATE UNIQUE INDEX "FileUse_one_standing" ON "FileUse"("ownerId", "subjectType", "subjectId", "hash") WHERE "removedAt" IS NULL;
