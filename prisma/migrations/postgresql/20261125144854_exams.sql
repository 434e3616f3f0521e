-- CreateTable
CREATE TABLE "Question" (
    "id" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "newestVersion" INTEGER NOT NULL,
    "activeVersion" INTEGER,
    "rowKey" TEXT,
    "createdBy" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionVersion" (
    "questionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "authorId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "note" TEXT NOT NULL,
    "approvedBy" TEXT,
    "approvedAt" TIMESTAMP(3),

    CONSTRAINT "QuestionVersion_pkey" PRIMARY KEY ("questionId","number")
);

-- CreateTable
CREATE TABLE "QuestionPicture" (
    "hash" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "base64" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "QuestionPicture_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "QuestionImport" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "committedAt" TIMESTAMP(3),
    "discardedAt" TIMESTAMP(3),

    CONSTRAINT "QuestionImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionImportItem" (
    "importId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "excerpt" TEXT NOT NULL,
    "rowKey" TEXT,
    "question" TEXT,
    "problems" TEXT NOT NULL,
    "duplicateOf" TEXT,
    "isChosen" BOOLEAN NOT NULL,
    "questionId" TEXT,

    CONSTRAINT "QuestionImportItem_pkey" PRIMARY KEY ("importId","number")
);

-- CreateTable
CREATE TABLE "Accommodation" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "timePercent" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "grantedBy" TEXT NOT NULL,
    "grantedAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),
    "endedBy" TEXT,

    CONSTRAINT "Accommodation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Extension" (
    "id" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "grantedBy" TEXT NOT NULL,
    "grantedAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),
    "revokedBy" TEXT,

    CONSTRAINT "Extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CentreBlueprint" (
    "id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "archivedAt" TIMESTAMP(3),

    CONSTRAINT "CentreBlueprint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Paper" (
    "id" TEXT NOT NULL,
    "blueprintId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "blueprint" TEXT NOT NULL,
    "items" TEXT NOT NULL,
    "formsId" TEXT,
    "isFixed" BOOLEAN NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "retiredAt" TIMESTAMP(3),

    CONSTRAINT "Paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaperQuestion" (
    "paperId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "PaperQuestion_pkey" PRIMARY KEY ("paperId","questionId")
);

-- CreateTable
CREATE TABLE "Sitting" (
    "id" TEXT NOT NULL,
    "cohortId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "paperIds" TEXT NOT NULL,
    "opensAt" TIMESTAMP(3) NOT NULL,
    "closesAt" TIMESTAMP(3) NOT NULL,
    "limitMinutes" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "releaseAt" TIMESTAMP(3),
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "cancelledAt" TIMESTAMP(3),

    CONSTRAINT "Sitting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sittingId" TEXT,
    "scope" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "paperId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "deadlineAt" TIMESTAMP(3) NOT NULL,
    "graceMs" INTEGER NOT NULL,
    "boundaryAt" TIMESTAMP(3) NOT NULL,
    "arrangement" TEXT NOT NULL,
    "takeoverEpoch" INTEGER NOT NULL,
    "deviceId" TEXT NOT NULL,
    "lastSeenAt" TIMESTAMP(3) NOT NULL,
    "waiting" INTEGER NOT NULL,
    "submittedAt" TIMESTAMP(3),
    "submittedBy" TEXT,
    "marks" TEXT,
    "halfPoints" INTEGER,
    "outOf" INTEGER,
    "passed" BOOLEAN,
    "voidedAt" TIMESTAMP(3),
    "voidedBy" TEXT,
    "voidReason" TEXT,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Answer" (
    "attemptId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "isMarked" BOOLEAN NOT NULL,
    "takeoverEpoch" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("attemptId","itemId")
);

-- CreateTable
CREATE TABLE "LateAnswer" (
    "id" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "takeoverEpoch" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "arrivedAt" TIMESTAMP(3) NOT NULL,
    "decidedAt" TIMESTAMP(3),
    "decidedBy" TEXT,
    "isAccepted" BOOLEAN,
    "decisionNote" TEXT,

    CONSTRAINT "LateAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SelfMark" (
    "attemptId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "ticked" TEXT NOT NULL,
    "halfPoints" INTEGER NOT NULL,
    "markedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SelfMark_pkey" PRIMARY KEY ("attemptId","itemId")
);

-- CreateTable
CREATE TABLE "AttemptEvent" (
    "id" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AttemptEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Regrade" (
    "id" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "change" TEXT NOT NULL,
    "onlyUpwards" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "madeBy" TEXT NOT NULL,
    "madeAt" TIMESTAMP(3) NOT NULL,
    "undoneAt" TIMESTAMP(3),
    "undoneBy" TEXT,

    CONSTRAINT "Regrade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScoreRevision" (
    "regradeId" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,

    CONSTRAINT "ScoreRevision_pkey" PRIMARY KEY ("regradeId","attemptId")
);

-- CreateTable
CREATE TABLE "ExamRecord" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "halfPoints" INTEGER,
    "enteredBy" TEXT NOT NULL,
    "enteredAt" TIMESTAMP(3) NOT NULL,
    "checkedBy" TEXT,
    "checkedAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "ExamRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "issuedOn" TEXT NOT NULL,
    "enteredBy" TEXT NOT NULL,
    "enteredAt" TIMESTAMP(3) NOT NULL,
    "checkedBy" TEXT,
    "checkedAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PracticeAnswer" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "part" INTEGER NOT NULL,
    "picked" TEXT NOT NULL,
    "right" BOOLEAN NOT NULL,
    "confidence" TEXT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "mode" TEXT NOT NULL,
    "answeredAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PracticeAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ErrorCause" (
    "answerId" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "saidAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ErrorCause_pkey" PRIMARY KEY ("answerId")
);

-- CreateTable
CREATE TABLE "ReviewCard" (
    "personId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "isWrong" BOOLEAN NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReviewCard_pkey" PRIMARY KEY ("personId","questionId","part")
);

-- CreateTable
CREATE TABLE "Favourite" (
    "personId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Favourite_pkey" PRIMARY KEY ("personId","questionId")
);

-- CreateTable
CREATE TABLE "StudyPlan" (
    "personId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "examOn" TEXT,
    "minutesADay" INTEGER NOT NULL,
    "skipDays" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StudyPlan_pkey" PRIMARY KEY ("personId","subject")
);

-- CreateIndex
CREATE INDEX "Question_subject_status_idx" ON "Question"("subject", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Question_subject_rowKey_key" ON "Question"("subject", "rowKey");

-- CreateIndex
CREATE INDEX "QuestionVersion_textHash_idx" ON "QuestionVersion"("textHash");

-- CreateIndex
CREATE INDEX "QuestionImport_ownerId_createdAt_idx" ON "QuestionImport"("ownerId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Accommodation_one_standing" ON "Accommodation"("personId") WHERE ("endedAt" IS NULL);

-- CreateIndex
CREATE INDEX "Extension_subjectType_subjectId_idx" ON "Extension"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "Extension_personId_idx" ON "Extension"("personId");

-- CreateIndex
CREATE INDEX "Paper_subject_isFixed_idx" ON "Paper"("subject", "isFixed");

-- CreateIndex
CREATE INDEX "PaperQuestion_questionId_idx" ON "PaperQuestion"("questionId");

-- CreateIndex
CREATE INDEX "Sitting_cohortId_opensAt_idx" ON "Sitting"("cohortId", "opensAt");

-- CreateIndex
CREATE INDEX "Attempt_sittingId_idx" ON "Attempt"("sittingId");

-- CreateIndex
CREATE INDEX "Attempt_status_deadlineAt_idx" ON "Attempt"("status", "deadlineAt");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_one_open" ON "Attempt"("personId", "scope") WHERE ("status" = 'open');

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_personId_scope_number_key" ON "Attempt"("personId", "scope", "number");

-- CreateIndex
CREATE UNIQUE INDEX "LateAnswer_attemptId_itemId_takeoverEpoch_seq_key" ON "LateAnswer"("attemptId", "itemId", "takeoverEpoch", "seq");

-- CreateIndex
CREATE INDEX "AttemptEvent_attemptId_at_idx" ON "AttemptEvent"("attemptId", "at");

-- CreateIndex
CREATE INDEX "Regrade_questionId_idx" ON "Regrade"("questionId");

-- CreateIndex
CREATE INDEX "ScoreRevision_attemptId_idx" ON "ScoreRevision"("attemptId");

-- CreateIndex
CREATE INDEX "ExamRecord_year_subject_idx" ON "ExamRecord"("year", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "ExamRecord_one_standing" ON "ExamRecord"("personId", "subject", "year") WHERE ("revokedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_one_standing" ON "Certificate"("personId", "level") WHERE ("revokedAt" IS NULL);

-- CreateIndex
CREATE INDEX "PracticeAnswer_personId_answeredAt_idx" ON "PracticeAnswer"("personId", "answeredAt");

-- CreateIndex
CREATE INDEX "PracticeAnswer_questionId_idx" ON "PracticeAnswer"("questionId");

-- CreateIndex
CREATE INDEX "ReviewCard_personId_dueAt_idx" ON "ReviewCard"("personId", "dueAt");

-- AddForeignKey
ALTER TABLE "QuestionVersion" ADD CONSTRAINT "QuestionVersion_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionImportItem" ADD CONSTRAINT "QuestionImportItem_importId_fkey" FOREIGN KEY ("importId") REFERENCES "QuestionImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperQuestion" ADD CONSTRAINT "PaperQuestion_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "Paper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScoreRevision" ADD CONSTRAINT "ScoreRevision_regradeId_fkey" FOREIGN KEY ("regradeId") REFERENCES "Regrade"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
