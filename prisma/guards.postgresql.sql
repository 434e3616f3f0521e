-- What the database itself refuses, whatever the code above it does. Prisma cannot say these things, so they are put on
-- again after every migration. Edit this file, then `npm run migrate -- catalogue`: it makes guards.sqlite.sql from it, so
-- keep to what both understand (quoted columns, IN, BETWEEN, LIKE, AND, OR).

-- ── texts that stand for a choice ────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_kind" CHECK ("kind" IN ('street', 'community', 'agency'));
ALTER TABLE "Person" ADD CONSTRAINT "Person_locale" CHECK ("locale" IN ('zh-CN', 'en'));
ALTER TABLE "Person" ADD CONSTRAINT "Person_theme" CHECK ("theme" IN ('system', 'light', 'dark'));
ALTER TABLE "PersonRole" ADD CONSTRAINT "PersonRole_role" CHECK ("role" IN ('trainee', 'mentor', 'coordinator', 'administrator'));
ALTER TABLE "CohortStaff" ADD CONSTRAINT "CohortStaff_post" CHECK ("post" IN ('coordinator', 'mentor'));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_source" CHECK ("source" IN ('system', 'manual', 'import'));
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_outcome" CHECK ("outcome" IN ('done', 'refused'));
ALTER TABLE "Question" ADD CONSTRAINT "Question_origin" CHECK ("origin" IN ('official', 'centre'));
ALTER TABLE "Question" ADD CONSTRAINT "Question_kind" CHECK ("kind" IN ('single', 'multiple', 'judgement', 'case', 'constructed'));
ALTER TABLE "Question" ADD CONSTRAINT "Question_status" CHECK ("status" IN ('draft', 'review', 'active', 'retired'));
ALTER TABLE "Question" ADD CONSTRAINT "Question_active" CHECK ("status" <> 'active' OR "activeVersion" IS NOT NULL);
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_status" CHECK ("status" IN ('open', 'submitted', 'void'));
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_submitted" CHECK ("status" <> 'submitted' OR ("submittedAt" IS NOT NULL AND "submittedBy" IN ('self', 'expiry')));
ALTER TABLE "LateAnswer" ADD CONSTRAINT "LateAnswer_reason" CHECK ("reason" IN ('late', 'foreign'));
ALTER TABLE "ExamRecord" ADD CONSTRAINT "ExamRecord_state" CHECK ("state" IN ('registered', 'absent', 'sat'));
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_level" CHECK ("level" IN ('junior', 'intermediate', 'senior'));
ALTER TABLE "SkippedExamYear" ADD CONSTRAINT "SkippedExamYear_level" CHECK ("level" IN ('junior', 'intermediate', 'senior'));
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_kind" CHECK ("kind" IN ('image', 'document'));
ALTER TABLE "PracticeAnswer" ADD CONSTRAINT "PracticeAnswer_confidence" CHECK ("confidence" IN ('sure', 'unsure', 'guess'));
ALTER TABLE "Work" ADD CONSTRAINT "Work_kind" CHECK ("kind" IN ('diary', 'report', 'reflection', 'case'));
ALTER TABLE "Work" ADD CONSTRAINT "Work_status" CHECK ("status" IN ('draft', 'submitted', 'inReview', 'returned', 'accepted', 'failed'));
ALTER TABLE "Work" ADD CONSTRAINT "Work_visibility" CHECK ("visibility" IN ('self', 'mentors'));
ALTER TABLE "Work" ADD CONSTRAINT "Work_held" CHECK ("status" <> 'inReview' OR ("claimedBy" IS NOT NULL AND "claimUntil" IS NOT NULL AND "openedAt" IS NOT NULL));
ALTER TABLE "WorkComment" ADD CONSTRAINT "WorkComment_answer" CHECK ("answer" IS NULL OR ("answer" IN ('accepted', 'changed', 'disputed') AND "answeredAt" IS NOT NULL AND "releasedAt" IS NOT NULL));
ALTER TABLE "WorkReview" ADD CONSTRAINT "WorkReview_decision" CHECK ("decision" IS NULL OR ("decision" IN ('returned', 'accepted', 'failed') AND "decidedAt" IS NOT NULL));
ALTER TABLE "DiaryEntry" ADD CONSTRAINT "DiaryEntry_triage" CHECK ("triage" IN ('onTheSpot', 'coordinating', 'reported', 'explained'));
ALTER TABLE "DiaryEntry" ADD CONSTRAINT "DiaryEntry_outcome" CHECK ("outcome" IN ('closed', 'following', 'impossible'));

-- ── numbers and days within reason ───────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_not_own_parent" CHECK ("parentId" <> "id");
ALTER TABLE "Session" ADD CONSTRAINT "Session_ends" CHECK ("expiresAt" <= "absoluteEndAt");
ALTER TABLE "Throttle" ADD CONSTRAINT "Throttle_failures" CHECK ("failures" >= 0);
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_days" CHECK ("startsOn" LIKE '____-__-__' AND "endsOn" LIKE '____-__-__' AND "startsOn" <= "endsOn");
ALTER TABLE "CohortTrack" ADD CONSTRAINT "CohortTrack_due" CHECK ("dueOn" LIKE '____-__-__');
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_minutes" CHECK ("minutes" >= 0);
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_points" CHECK ("points" BETWEEN 0 AND "outOf" AND "scale" IN (2, 100));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_reason" CHECK ("revokedAt" IS NULL OR "reason" IS NOT NULL);
ALTER TABLE "AuditSeal" ADD CONSTRAINT "AuditSeal_seq" CHECK ("seq" >= 1);
ALTER TABLE "AuthoredRevision" ADD CONSTRAINT "AuthoredRevision_number" CHECK ("number" >= 1 AND "minutes" >= 0);
ALTER TABLE "TrackProgress" ADD CONSTRAINT "TrackProgress_finished" CHECK ("finished" BETWEEN 0 AND "total" AND "creditedSeconds" >= 0);
ALTER TABLE "LessonProgress" ADD CONSTRAINT "LessonProgress_position" CHECK ("positionPercent" BETWEEN 0 AND 100 AND "creditedSeconds" >= 0);
ALTER TABLE "QuestionVersion" ADD CONSTRAINT "QuestionVersion_number" CHECK ("number" >= 1);
ALTER TABLE "Accommodation" ADD CONSTRAINT "Accommodation_percent" CHECK ("timePercent" BETWEEN 100 AND 400);
ALTER TABLE "Sitting" ADD CONSTRAINT "Sitting_window" CHECK ("opensAt" < "closesAt" AND "limitMinutes" BETWEEN 1 AND 600 AND "attempts" BETWEEN 1 AND 20);
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_deadline" CHECK ("deadlineAt" >= "startedAt" AND "graceMs" >= 0 AND "number" >= 1 AND "takeoverEpoch" >= 0);
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_score" CHECK ("halfPoints" BETWEEN 0 AND "outOf");
ALTER TABLE "ExamRecord" ADD CONSTRAINT "ExamRecord_mark" CHECK ("halfPoints" BETWEEN 0 AND 400 AND "year" BETWEEN 2008 AND 2100);
ALTER TABLE "PracticeAnswer" ADD CONSTRAINT "PracticeAnswer_seconds" CHECK ("seconds" BETWEEN 0 AND 86400 AND "part" >= 0);
ALTER TABLE "Work" ADD CONSTRAINT "Work_rounds" CHECK ("revision" >= 0 AND "rounds" >= 0 AND "rounds" <= "revision");
ALTER TABLE "WorkRevision" ADD CONSTRAINT "WorkRevision_number" CHECK ("number" >= 1);
ALTER TABLE "DiaryEntry" ADD CONSTRAINT "DiaryEntry_day" CHECK ("occurredOn" LIKE '____-__-__');
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_bytes" CHECK ("hash" LIKE '________________________________________________________________' AND "bytes" BETWEEN 1 AND 20000000);
ALTER TABLE "StudyPlan" ADD CONSTRAINT "StudyPlan_minutes" CHECK ("minutesADay" BETWEEN 5 AND 300);

-- ── rows that stay as they were written ──────────────────────────────────────────────────────────────────────────────

CREATE OR REPLACE FUNCTION guard_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% refuses %', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "AuditSeal_append_only" BEFORE UPDATE OR DELETE ON "AuditSeal" FOR EACH ROW EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "CheckAnswer_append_only" BEFORE UPDATE OR DELETE ON "CheckAnswer" FOR EACH ROW EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "AuthoredRevision_append_only" BEFORE UPDATE OR DELETE ON "AuthoredRevision" FOR EACH ROW EXECUTE FUNCTION guard_refuse();
-- A fact is revoked, never removed, and what it says does not change.
CREATE TRIGGER "Evidence_kept" BEFORE DELETE ON "Evidence" FOR EACH ROW EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "Evidence_fixed" BEFORE UPDATE OF "userId", "kind", "subjectType", "subjectId", "occurredAt", "source" ON "Evidence" FOR EACH ROW EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "PracticeAnswer_append_only" BEFORE UPDATE OR DELETE ON "PracticeAnswer" FOR EACH ROW EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "ScoreRevision_append_only" BEFORE UPDATE OR DELETE ON "ScoreRevision" FOR EACH ROW EXECUTE FUNCTION guard_refuse();
-- A version says for ever what it said; only its approval comes later.
CREATE TRIGGER "QuestionVersion_kept" BEFORE DELETE ON "QuestionVersion" FOR EACH ROW EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "QuestionVersion_fixed" BEFORE UPDATE OF "questionId", "number", "body", "facts", "hash", "authorId", "createdAt" ON "QuestionVersion" FOR EACH ROW EXECUTE FUNCTION guard_refuse();
-- A frozen paper stays frozen.
CREATE TRIGGER "Paper_fixed" BEFORE UPDATE OF "blueprint", "items", "seed", "subject" ON "Paper" FOR EACH ROW EXECUTE FUNCTION guard_refuse();

-- What she handed to her mentors is taken back, never removed, and that somebody opened it stays.
CREATE TRIGGER "HandedAnswer_kept" BEFORE DELETE ON "HandedAnswer" FOR EACH ROW EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "HandedAnswer_fixed" BEFORE UPDATE OF "attemptId", "itemId", "personId", "questionId", "handedAt" ON "HandedAnswer" FOR EACH ROW EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "HandedAnswerOpening_append_only" BEFORE UPDATE OR DELETE ON "HandedAnswerOpening" FOR EACH ROW EXECUTE FUNCTION guard_refuse();

-- What was handed in is read as it was, by whom it was opened stays, and what happened is not told otherwise later.
CREATE TRIGGER "WorkRevision_append_only" BEFORE UPDATE OR DELETE ON "WorkRevision" FOR EACH ROW EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "WorkOpening_append_only" BEFORE UPDATE OR DELETE ON "WorkOpening" FOR EACH ROW EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "WorkEvent_append_only" BEFORE UPDATE OR DELETE ON "WorkEvent" FOR EACH ROW EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "WorkComment_place" BEFORE UPDATE OF "workId", "revision", "field", "paragraph", "authorId" ON "WorkComment" FOR EACH ROW EXECUTE FUNCTION guard_refuse();
-- A file is its bytes, and what was added is taken away or forgotten, never changed.
CREATE TRIGGER "StoredFile_fixed" BEFORE UPDATE ON "StoredFile" FOR EACH ROW EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "FileUse_fixed" BEFORE UPDATE OF "id", "hash", "ownerId", "subjectType", "subjectId", "name", "addedAt" ON "FileUse" FOR EACH ROW EXECUTE FUNCTION guard_refuse();

-- SQLite has no TRUNCATE.
CREATE TRIGGER "AuditEntry_no_truncate" BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "AuditSeal_no_truncate" BEFORE TRUNCATE ON "AuditSeal" FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "CheckAnswer_no_truncate" BEFORE TRUNCATE ON "CheckAnswer" FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "AuthoredRevision_no_truncate" BEFORE TRUNCATE ON "AuthoredRevision" FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "Evidence_no_truncate" BEFORE TRUNCATE ON "Evidence" FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "PracticeAnswer_no_truncate" BEFORE TRUNCATE ON "PracticeAnswer" FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "ScoreRevision_no_truncate" BEFORE TRUNCATE ON "ScoreRevision" FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "QuestionVersion_no_truncate" BEFORE TRUNCATE ON "QuestionVersion" FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "HandedAnswer_no_truncate" BEFORE TRUNCATE ON "HandedAnswer" FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "HandedAnswerOpening_no_truncate" BEFORE TRUNCATE ON "HandedAnswerOpening" FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "WorkRevision_no_truncate" BEFORE TRUNCATE ON "WorkRevision" FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "WorkOpening_no_truncate" BEFORE TRUNCATE ON "WorkOpening" FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse();
CREATE TRIGGER "WorkEvent_no_truncate" BEFORE TRUNCATE ON "WorkEvent" FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse();
