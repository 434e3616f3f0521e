-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Mentorship" (
    "cohortId" TEXT NOT NULL,
    "traineeId" TEXT NOT NULL,
    "mentorId" TEXT NOT NULL,
    "since" DATETIME NOT NULL,

    PRIMARY KEY ("cohortId", "traineeId", "mentorId"),
    CONSTRAINT "Mentorship_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Mentorship_cohortId_traineeId_fkey" FOREIGN KEY ("cohortId", "traineeId") REFERENCES "CohortMember" ("cohortId", "personId") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Mentorship_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Mentorship" ("cohortId", "mentorId", "since", "traineeId") SELECT "cohortId", "mentorId", "since", "traineeId" FROM "Mentorship";
DROP TABLE "Mentorship";
ALTER TABLE "new_Mentorship" RENAME TO "Mentorship";
CREATE INDEX "Mentorship_mentorId_idx" ON "Mentorship"("mentorId");
CREATE INDEX "Mentorship_traineeId_idx" ON "Mentorship"("traineeId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
