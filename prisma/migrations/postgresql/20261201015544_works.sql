-- CreateTable
CREATE TABLE "PersonKey" (
    "personId" TEXT NOT NULL,
    "sealedKey" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PersonKey_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "Work" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "cohortId" TEXT,
    "visibility" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "rounds" INTEGER NOT NULL,
    "openedAt" TIMESTAMP(3),
    "claimedBy" TEXT,
    "claimUntil" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "submittedAt" TIMESTAMP(3),
    "decidedAt" TIMESTAMP(3),
    "decidedBy" TEXT,
    "isExcellent" BOOLEAN NOT NULL,

    CONSTRAINT "Work_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkDraft" (
    "workId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WorkDraft_pkey" PRIMARY KEY ("workId")
);

-- CreateTable
CREATE TABLE "WorkRevision" (
    "workId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "submittedAt" TIMESTAMP(3) NOT NULL,
    "passedOver" TEXT,

    CONSTRAINT "WorkRevision_pkey" PRIMARY KEY ("workId","number")
);

-- CreateTable
CREATE TABLE "WorkComment" (
    "id" TEXT NOT NULL,
    "workId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "field" TEXT,
    "paragraph" INTEGER,
    "body" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "writtenAt" TIMESTAMP(3) NOT NULL,
    "releasedAt" TIMESTAMP(3),
    "answer" TEXT,
    "answerText" TEXT,
    "answeredAt" TIMESTAMP(3),

    CONSTRAINT "WorkComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkReview" (
    "workId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "mentorId" TEXT NOT NULL,
    "marks" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,
    "decision" TEXT,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "WorkReview_pkey" PRIMARY KEY ("workId","revision","mentorId")
);

-- CreateTable
CREATE TABLE "WorkOpening" (
    "id" TEXT NOT NULL,
    "workId" TEXT NOT NULL,
    "readerId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WorkOpening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkEvent" (
    "id" TEXT NOT NULL,
    "workId" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WorkEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DiaryEntry" (
    "workId" TEXT NOT NULL,
    "occurredOn" TEXT NOT NULL,
    "community" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "triage" TEXT NOT NULL,
    "dueOn" TEXT,
    "outcome" TEXT NOT NULL,
    "closedOn" TEXT,

    CONSTRAINT "DiaryEntry_pkey" PRIMARY KEY ("workId")
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

-- AddForeignKey
ALTER TABLE "PersonKey" ADD CONSTRAINT "PersonKey_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Work" ADD CONSTRAINT "Work_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkDraft" ADD CONSTRAINT "WorkDraft_workId_fkey" FOREIGN KEY ("workId") REFERENCES "Work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkRevision" ADD CONSTRAINT "WorkRevision_workId_fkey" FOREIGN KEY ("workId") REFERENCES "Work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkComment" ADD CONSTRAINT "WorkComment_workId_fkey" FOREIGN KEY ("workId") REFERENCES "Work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkReview" ADD CONSTRAINT "WorkReview_workId_fkey" FOREIGN KEY ("workId") REFERENCES "Work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkOpening" ADD CONSTRAINT "WorkOpening_workId_fkey" FOREIGN KEY ("workId") REFERENCES "Work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkEvent" ADD CONSTRAINT "WorkEvent_workId_fkey" FOREIGN KEY ("workId") REFERENCES "Work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiaryEntry" ADD CONSTRAINT "DiaryEntry_workId_fkey" FOREIGN KEY ("workId") REFERENCES "Work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
