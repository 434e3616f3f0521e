-- CreateTable
CREATE TABLE "HandedAnswer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "handedAt" DATETIME NOT NULL,
    "takenBackAt" DATETIME
);

-- CreateTable
CREATE TABLE "HandedAnswerOpening" (
    "handedId" TEXT NOT NULL,
    "mentorId" TEXT NOT NULL,
    "seenAt" DATETIME NOT NULL,

    PRIMARY KEY ("handedId", "mentorId"),
    CONSTRAINT "HandedAnswerOpening_handedId_fkey" FOREIGN KEY ("handedId") REFERENCES "HandedAnswer" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "HandedAnswer_personId_handedAt_idx" ON "HandedAnswer"("personId", "handedAt");

-- CreateIndex
CREATE UNIQUE INDEX "HandedAnswer_one_standing" ON "HandedAnswer"("attemptId", "itemId") WHERE "takenBackAt" IS NULL;
