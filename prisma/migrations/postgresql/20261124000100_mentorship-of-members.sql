-- AddForeignKey
ALTER TABLE "Mentorship" ADD CONSTRAINT "Mentorship_cohortId_traineeId_fkey" FOREIGN KEY ("cohortId", "traineeId") REFERENCES "CohortMember"("cohortId", "personId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentorship" ADD CONSTRAINT "Mentorship_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
