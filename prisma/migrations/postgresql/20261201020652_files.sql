-- CreateTable
CREATE TABLE "StoredFile" (
    "hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "FileUse" (
    "id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "FileUse_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FileUse_subjectType_subjectId_idx" ON "FileUse"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "FileUse_hash_idx" ON "FileUse"("hash");

-- CreateIndex
CREATE INDEX "FileUse_removedAt_idx" ON "FileUse"("removedAt");

-- CreateIndex
CREATE UNIQUE INDEX "FileUse_one_standing" ON "FileUse"("ownerId", "subjectType", "subjectId", "hash") WHERE ("removedAt" IS NULL);

-- AddForeignKey
ALTER TABLE "FileUse" ADD CONSTRAINT "FileUse_hash_fkey" FOREIGN KEY ("hash") REFERENCES "StoredFile"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;
