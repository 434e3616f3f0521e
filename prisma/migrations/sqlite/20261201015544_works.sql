-- CreateTable
CREATE TABLE "PersonKey" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "sealedKey" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "PersonKey_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Work" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "cohortId" TEXT,
    "visibility" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "rounds" INTEGER NOT NULL,
    "openedAt" DATETIME,
    "claimedBy" TEXT,
    "claimUntil" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "submittedAt" DATETIME,
    "decidedAt" DATETIME,
    "decidedBy" TEXT,
    "isExcellent" BOOLEAN NOT NULL,
    CONSTRAINT "Work_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WorkDraft" (
    "workId" TEXT NOT NULL PRIMARY KEY,
    "body" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "savedAt" DATETIME NOT NULL,
    CONSTRAINT "WorkDraft_workId_fkey" FOREIGN KEY ("workId") REFERENCES "Work" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WorkRevision" (
    "workId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "submittedAt" DATETIME NOT NULL,
    "passedOver" TEXT,

    PRIMARY KEY ("workId", "number"),
    CONSTRAINT "WorkRevision_workId_fkey" FOREIGN KEY ("workId") REFERENCES "Work" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WorkComment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "field" TEXT,
    "paragraph" INTEGER,
    "body" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "writtenAt" DATETIME NOT NULL,
    "releasedAt" DATETIME,
    "answer" TEXT,
    "answerText" TEXT,
    "answeredAt" DATETIME,
    CONSTRAINT "WorkComment_workId_fkey" FOREIGN KEY ("workId") REFERENCES "Work" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WorkReview" (
    "workId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "mentorId" TEXT NOT NULL,
    "marks" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "savedAt" DATETIME NOT NULL,
    "decision" TEXT,
    "decidedAt" DATETIME,

    PRIMARY KEY ("workId", "revision", "mentorId"),
    CONSTRAINT "WorkReview_workId_fkey" FOREIGN KEY ("workId") REFERENCES "Work" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WorkOpening" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workId" TEXT NOT NULL,
    "readerId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "openedAt" DATETIME NOT NULL,
    CONSTRAINT "WorkOpening_workId_fkey" FOREIGN KEY ("workId") REFERENCES "Work" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WorkEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workId" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "WorkEvent_workId_fkey" FOREIGN KEY ("workId") REFERENCES "Work" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DiaryEntry" (
    "workId" TEXT NOT NULL PRIMARY KEY,
    "occurredOn" TEXT NOT NULL,
    "community" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "triage" TEXT NOT NULL,
    "dueOn" TEXT,
    "outcome" TEXT NOT NULL,
    "closedOn" TEXT,
    CONSTRAINT "DiaryEntry_workId_fkey" FOREIGN KEY ("workId") REFERENCES "Work" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Work_authorId_kind_createdAt_idx" ON "Work"("authorId", "kind", "createdAt");

-- CreateIndex
CREATE INDEX "Work_status_submittedAt_idx" ON "Work"("status", "submittedAt");

-- CreateIndex
CREATE INDEX "WorkComment_workId_revision_idx" ON "WorkComment"("workId", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "WorkOpening_workId_readerId_revision_key" ON "WorkOpening"("workId", "readerId", "revision");

-- CreateIndex
CREATE INDEX "WorkEvent_workId_at_idx" ON "WorkEvent"("workId", "at");

-- CreateIndex
CREATE INDEX "DiaryEntry_outcome_dueOn_idx" ON "DiaryEntry"("outcome", "dueOn");
