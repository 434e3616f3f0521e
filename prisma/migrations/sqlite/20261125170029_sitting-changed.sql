-- AlterTable
ALTER TABLE "Sitting" ADD COLUMN "changedAt" DATETIME;
