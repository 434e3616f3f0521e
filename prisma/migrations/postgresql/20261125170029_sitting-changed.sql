-- AlterTable
ALTER TABLE "Sitting" ADD COLUMN     "changedAt" TIMESTAMP(3);
