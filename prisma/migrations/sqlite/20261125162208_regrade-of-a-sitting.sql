-- AlterTable
ALTER TABLE "Regrade" ADD COLUMN "sittingId" TEXT;

-- CreateIndex
CREATE INDEX "Regrade_sittingId_idx" ON "Regrade"("sittingId");
