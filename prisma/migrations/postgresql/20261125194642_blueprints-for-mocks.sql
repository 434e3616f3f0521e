-- AlterTable
ALTER TABLE "CentreBlueprint" ADD COLUMN     "forMocks" BOOLEAN NOT NULL DEFAULT false;
