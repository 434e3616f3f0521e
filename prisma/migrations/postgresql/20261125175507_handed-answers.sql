-- CreateTable
CREATE TABLE "HandedAnswer" (
    "id" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "handedAt" TIMESTAMP(3) NOT NULL,
    "takenBackAt" TIMESTAMP(3),

    CONSTRAINT "HandedAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HandedAnswerOpening" (
    "handedId" TEXT NOT NULL,
    "mentorId" TEXT NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "HandedAnswerOpening_pkey" PRIMARY KEY ("handedId","mentorId")
);

-- CreateIndex
CREATE INDEX "HandedAnswer_personId_handedAt_idx" ON "HandedAnswer"("personId", "handedAt");

-- CreateIndex
CREATE UNIQUE INDEX "HandedAnswer_one_standing" ON "HandedAnswer"("attemptId", "itemId") WHERE ("takenBackAt" IS NULL);

-- AddForeignKey
ALTER TABLE "HandedAnswerOpening" ADD CONSTRAINT "HandedAnswerOpening_handedId_fkey" FOREIGN KEY ("handedId") REFERENCES "HandedAnswer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
