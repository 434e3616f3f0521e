-- CreateTable
CREATE TABLE "Question" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "origin" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "newestVersion" INTEGER NOT NULL,
    "activeVersion" INTEGER,
    "rowKey" TEXT,
    "createdBy" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
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
    "createdAt" DATETIME NOT NULL,
    "note" TEXT NOT NULL,
    "approvedBy" TEXT,
    "approvedAt" DATETIME,

    PRIMARY KEY ("questionId", "number"),
    CONSTRAINT "QuestionVersion_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "QuestionPicture" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "mediaType" TEXT NOT NULL,
    "base64" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "QuestionImport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "committedAt" DATETIME,
    "discardedAt" DATETIME
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

    PRIMARY KEY ("importId", "number"),
    CONSTRAINT "QuestionImportItem_importId_fkey" FOREIGN KEY ("importId") REFERENCES "QuestionImport" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Accommodation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "timePercent" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "grantedBy" TEXT NOT NULL,
    "grantedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "endedBy" TEXT
);

-- CreateTable
CREATE TABLE "Extension" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "until" DATETIME NOT NULL,
    "reason" TEXT NOT NULL,
    "grantedBy" TEXT NOT NULL,
    "grantedAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "revokedBy" TEXT
);

-- CreateTable
CREATE TABLE "CentreBlueprint" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "archivedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Paper" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "blueprintId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "blueprint" TEXT NOT NULL,
    "items" TEXT NOT NULL,
    "formsId" TEXT,
    "isFixed" BOOLEAN NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "retiredAt" DATETIME
);

-- CreateTable
CREATE TABLE "PaperQuestion" (
    "paperId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    PRIMARY KEY ("paperId", "questionId"),
    CONSTRAINT "PaperQuestion_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "Paper" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Sitting" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cohortId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "paperIds" TEXT NOT NULL,
    "opensAt" DATETIME NOT NULL,
    "closesAt" DATETIME NOT NULL,
    "limitMinutes" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "releaseAt" DATETIME,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "cancelledAt" DATETIME
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "sittingId" TEXT,
    "scope" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "paperId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "deadlineAt" DATETIME NOT NULL,
    "graceMs" INTEGER NOT NULL,
    "boundaryAt" DATETIME NOT NULL,
    "arrangement" TEXT NOT NULL,
    "takeoverEpoch" INTEGER NOT NULL,
    "deviceId" TEXT NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "waiting" INTEGER NOT NULL,
    "submittedAt" DATETIME,
    "submittedBy" TEXT,
    "marks" TEXT,
    "halfPoints" INTEGER,
    "outOf" INTEGER,
    "passed" BOOLEAN,
    "voidedAt" DATETIME,
    "voidedBy" TEXT,
    "voidReason" TEXT
);

-- CreateTable
CREATE TABLE "Answer" (
    "attemptId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "isMarked" BOOLEAN NOT NULL,
    "takeoverEpoch" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "savedAt" DATETIME NOT NULL,

    PRIMARY KEY ("attemptId", "itemId"),
    CONSTRAINT "Answer_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LateAnswer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "takeoverEpoch" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "arrivedAt" DATETIME NOT NULL,
    "decidedAt" DATETIME,
    "decidedBy" TEXT,
    "isAccepted" BOOLEAN,
    "decisionNote" TEXT
);

-- CreateTable
CREATE TABLE "SelfMark" (
    "attemptId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "ticked" TEXT NOT NULL,
    "halfPoints" INTEGER NOT NULL,
    "markedAt" DATETIME NOT NULL,

    PRIMARY KEY ("attemptId", "itemId")
);

-- CreateTable
CREATE TABLE "AttemptEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Regrade" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "questionId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "change" TEXT NOT NULL,
    "onlyUpwards" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "madeBy" TEXT NOT NULL,
    "madeAt" DATETIME NOT NULL,
    "undoneAt" DATETIME,
    "undoneBy" TEXT
);

-- CreateTable
CREATE TABLE "ScoreRevision" (
    "regradeId" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,

    PRIMARY KEY ("regradeId", "attemptId"),
    CONSTRAINT "ScoreRevision_regradeId_fkey" FOREIGN KEY ("regradeId") REFERENCES "Regrade" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExamRecord" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "halfPoints" INTEGER,
    "enteredBy" TEXT NOT NULL,
    "enteredAt" DATETIME NOT NULL,
    "checkedBy" TEXT,
    "checkedAt" DATETIME,
    "revokedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "issuedOn" TEXT NOT NULL,
    "enteredBy" TEXT NOT NULL,
    "enteredAt" DATETIME NOT NULL,
    "checkedBy" TEXT,
    "checkedAt" DATETIME,
    "revokedAt" DATETIME
);

-- CreateTable
CREATE TABLE "PracticeAnswer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "part" INTEGER NOT NULL,
    "picked" TEXT NOT NULL,
    "right" BOOLEAN NOT NULL,
    "confidence" TEXT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "mode" TEXT NOT NULL,
    "answeredAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ErrorCause" (
    "answerId" TEXT NOT NULL PRIMARY KEY,
    "cause" TEXT NOT NULL,
    "saidAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ReviewCard" (
    "personId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "isWrong" BOOLEAN NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "questionId", "part")
);

-- CreateTable
CREATE TABLE "Favourite" (
    "personId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "questionId")
);

-- CreateTable
CREATE TABLE "StudyPlan" (
    "personId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "examOn" TEXT,
    "minutesADay" INTEGER NOT NULL,
    "skipDays" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "subject")
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
CREATE UNIQUE INDEX "Accommodation_one_standing" ON "Accommodation"("personId") WHERE "endedAt" IS NULL;

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
CREATE UNIQUE INDEX "Attempt_one_open" ON "Attempt"("personId", "scope") WHERE "status" = 'open';

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
CREATE UNIQUE INDEX "ExamRecord_one_standing" ON "ExamRecord"("personId", "subject", "year") WHERE "revokedAt" IS NULL;

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_one_standing" ON "Certificate"("personId", "level") WHERE "revokedAt" IS NULL;

-- CreateIndex
CREATE INDEX "PracticeAnswer_personId_answeredAt_idx" ON "PracticeAnswer"("personId", "answeredAt");

-- CreateIndex
CREATE INDEX "PracticeAnswer_questionId_idx" ON "PracticeAnswer"("questionId");

-- CreateIndex
CREATE INDEX "ReviewCard_personId_dueAt_idx" ON "ReviewCard"("personId", "dueAt");
