-- AlterTable
ALTER TABLE "TrackProgress" ADD COLUMN     "layout" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "SiteSecret" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SiteSecret_pkey" PRIMARY KEY ("name")
);
