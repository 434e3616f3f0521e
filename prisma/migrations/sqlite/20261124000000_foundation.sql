-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "parentId" TEXT,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "archivedAt" DATETIME,
    CONSTRAINT "Organisation_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "username" TEXT NOT NULL,
    "phone" TEXT,
    "name" TEXT NOT NULL,
    "sortKey" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "passwordHash" TEXT,
    "locale" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "largePrint" BOOLEAN NOT NULL,
    "suspendedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Person_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PersonRole" (
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "grantedAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "role"),
    CONSTRAINT "PersonRole_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "absoluteEndAt" DATETIME NOT NULL,
    "sharedComputer" BOOLEAN NOT NULL,
    "device" TEXT NOT NULL,
    CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AccessCode" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "AccessCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SetupLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Throttle" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "failures" INTEGER NOT NULL,
    "windowStart" DATETIME NOT NULL,
    "blockedUntil" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Cohort" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "archivedAt" DATETIME
);

-- CreateTable
CREATE TABLE "CohortMember" (
    "cohortId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "joinedAt" DATETIME NOT NULL,
    "leftAt" DATETIME,

    PRIMARY KEY ("cohortId", "personId"),
    CONSTRAINT "CohortMember_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CohortMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CohortStaff" (
    "cohortId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "since" DATETIME NOT NULL,

    PRIMARY KEY ("cohortId", "personId", "post"),
    CONSTRAINT "CohortStaff_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CohortStaff_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Mentorship" (
    "cohortId" TEXT NOT NULL,
    "traineeId" TEXT NOT NULL,
    "mentorId" TEXT NOT NULL,
    "since" DATETIME NOT NULL,

    PRIMARY KEY ("cohortId", "traineeId", "mentorId"),
    CONSTRAINT "Mentorship_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "cohortId" TEXT,
    "organisationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "occurredAt" DATETIME NOT NULL,
    "minutes" INTEGER,
    "points" INTEGER,
    "outOf" INTEGER,
    "scale" INTEGER,
    "source" TEXT NOT NULL,
    "recordedBy" TEXT NOT NULL,
    "revokedAt" DATETIME,
    "reason" TEXT,
    CONSTRAINT "Evidence_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "actorId" TEXT,
    "role" TEXT,
    "action" TEXT NOT NULL,
    "objectType" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,
    "cohortId" TEXT,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "requestId" TEXT,
    "network" TEXT
);

-- CreateTable
CREATE TABLE "AuditSeal" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "entryId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sealedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AuthoredLesson" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cohortId" TEXT,
    "trackId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "publishedRevision" INTEGER,
    "retiredAt" DATETIME
);

-- CreateTable
CREATE TABLE "AuthoredRevision" (
    "lessonId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "compilerVersion" INTEGER NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "note" TEXT NOT NULL,

    PRIMARY KEY ("lessonId", "number"),
    CONSTRAINT "AuthoredRevision_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "AuthoredLesson" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SiteSecret" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "CohortTrack" (
    "cohortId" TEXT NOT NULL,
    "trackId" TEXT NOT NULL,
    "assignedBy" TEXT NOT NULL,
    "assignedAt" DATETIME NOT NULL,
    "dueOn" TEXT,

    PRIMARY KEY ("cohortId", "trackId"),
    CONSTRAINT "CohortTrack_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TrackProgress" (
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

-- CreateTable
CREATE TABLE "LessonProgress" (
    "personId" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "lastActivityAt" DATETIME NOT NULL,
    "positionBlock" TEXT,
    "positionPercent" INTEGER NOT NULL,
    "reachedEndAt" DATETIME,
    "finishedAt" DATETIME,
    "creditedSeconds" INTEGER NOT NULL,
    "creditedUntil" DATETIME,

    PRIMARY KEY ("personId", "lessonId")
);

-- CreateTable
CREATE TABLE "CheckAnswer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "checkId" TEXT NOT NULL,
    "picks" TEXT NOT NULL,
    "right" BOOLEAN NOT NULL,
    "answeredAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "LessonNote" (
    "personId" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "noteId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "lessonId", "noteId")
);

-- CreateTable
CREATE TABLE "VideoWatch" (
    "personId" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "videoId" TEXT NOT NULL,
    "intervals" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "lessonId", "videoId")
);

-- CreateTable
CREATE TABLE "FeedbackNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "traineeId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "cohortId" TEXT NOT NULL,
    "lessonId" TEXT,
    "body" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "readAt" DATETIME
);

-- CreateIndex
CREATE INDEX "Organisation_parentId_idx" ON "Organisation"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_username_key" ON "Person"("username");

-- CreateIndex
CREATE UNIQUE INDEX "Person_phone_key" ON "Person"("phone");

-- CreateIndex
CREATE INDEX "Person_organisationId_idx" ON "Person"("organisationId");

-- CreateIndex
CREATE INDEX "Person_sortKey_idx" ON "Person"("sortKey");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "AccessCode_codeHash_key" ON "AccessCode"("codeHash");

-- CreateIndex
CREATE INDEX "AccessCode_personId_idx" ON "AccessCode"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "SetupLink_tokenHash_key" ON "SetupLink"("tokenHash");

-- CreateIndex
CREATE INDEX "CohortMember_personId_idx" ON "CohortMember"("personId");

-- CreateIndex
CREATE INDEX "CohortStaff_personId_idx" ON "CohortStaff"("personId");

-- CreateIndex
CREATE INDEX "Mentorship_mentorId_idx" ON "Mentorship"("mentorId");

-- CreateIndex
CREATE INDEX "Mentorship_traineeId_idx" ON "Mentorship"("traineeId");

-- CreateIndex
CREATE INDEX "Evidence_userId_occurredAt_idx" ON "Evidence"("userId", "occurredAt");

-- CreateIndex
CREATE INDEX "Evidence_cohortId_kind_idx" ON "Evidence"("cohortId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_one_standing" ON "Evidence"("userId", "kind", "subjectType", "subjectId") WHERE "revokedAt" IS NULL;

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_objectType_objectId_idx" ON "AuditEntry"("objectType", "objectId");

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_entryId_key" ON "AuditSeal"("entryId");

-- CreateIndex
CREATE INDEX "AuthoredLesson_cohortId_idx" ON "AuthoredLesson"("cohortId");

-- CreateIndex
CREATE INDEX "AuthoredLesson_trackId_idx" ON "AuthoredLesson"("trackId");

-- CreateIndex
CREATE INDEX "AuthoredRevision_hash_idx" ON "AuthoredRevision"("hash");

-- CreateIndex
CREATE INDEX "TrackProgress_trackId_updatedAt_idx" ON "TrackProgress"("trackId", "updatedAt");

-- CreateIndex
CREATE INDEX "LessonProgress_personId_lastActivityAt_idx" ON "LessonProgress"("personId", "lastActivityAt");

-- CreateIndex
CREATE INDEX "CheckAnswer_personId_lessonId_idx" ON "CheckAnswer"("personId", "lessonId");

-- CreateIndex
CREATE INDEX "FeedbackNote_traineeId_createdAt_idx" ON "FeedbackNote"("traineeId", "createdAt");
