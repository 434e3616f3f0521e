-- CreateTable
CREATE TABLE "SiteSecret" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_TrackProgress" (
    "personId" TEXT NOT NULL,
    "trackId" TEXT NOT NULL,
    "startedVersion" INTEGER NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "joinedFreely" BOOLEAN NOT NULL,
    "cells" TEXT NOT NULL,
    "layout" TEXT NOT NULL DEFAULT '',
    "finished" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "creditedSeconds" INTEGER NOT NULL,
    "lastActivityAt" DATETIME,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "trackId")
);
INSERT INTO "new_TrackProgress" ("cells", "creditedSeconds", "finished", "joinedFreely", "lastActivityAt", "personId", "startedAt", "startedVersion", "total", "trackId", "updatedAt") SELECT "cells", "creditedSeconds", "finished", "joinedFreely", "lastActivityAt", "personId", "startedAt", "startedVersion", "total", "trackId", "updatedAt" FROM "TrackProgress";
DROP TABLE "TrackProgress";
ALTER TABLE "new_TrackProgress" RENAME TO "TrackProgress";
CREATE INDEX "TrackProgress_trackId_updatedAt_idx" ON "TrackProgress"("trackId", "updatedAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
