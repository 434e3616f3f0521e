-- Made from guards.postgresql.sql by `npm run migrate -- catalogue`.

CREATE TRIGGER "Organisation_checks_insert" BEFORE INSERT ON "Organisation" BEGIN
  SELECT RAISE(ABORT, 'Organisation_kind') WHERE NOT (NEW."kind" IN ('street', 'community', 'agency'));
  SELECT RAISE(ABORT, 'Organisation_not_own_parent') WHERE NOT (NEW."parentId" <> NEW."id");
END;

CREATE TRIGGER "Organisation_checks_update" BEFORE UPDATE ON "Organisation" BEGIN
  SELECT RAISE(ABORT, 'Organisation_kind') WHERE NOT (NEW."kind" IN ('street', 'community', 'agency'));
  SELECT RAISE(ABORT, 'Organisation_not_own_parent') WHERE NOT (NEW."parentId" <> NEW."id");
END;

CREATE TRIGGER "Person_checks_insert" BEFORE INSERT ON "Person" BEGIN
  SELECT RAISE(ABORT, 'Person_locale') WHERE NOT (NEW."locale" IN ('zh-CN', 'en'));
  SELECT RAISE(ABORT, 'Person_theme') WHERE NOT (NEW."theme" IN ('system', 'light', 'dark'));
END;

CREATE TRIGGER "Person_checks_update" BEFORE UPDATE ON "Person" BEGIN
  SELECT RAISE(ABORT, 'Person_locale') WHERE NOT (NEW."locale" IN ('zh-CN', 'en'));
  SELECT RAISE(ABORT, 'Person_theme') WHERE NOT (NEW."theme" IN ('system', 'light', 'dark'));
END;

CREATE TRIGGER "PersonRole_checks_insert" BEFORE INSERT ON "PersonRole" BEGIN
  SELECT RAISE(ABORT, 'PersonRole_role') WHERE NOT (NEW."role" IN ('trainee', 'mentor', 'coordinator', 'administrator'));
END;

CREATE TRIGGER "PersonRole_checks_update" BEFORE UPDATE ON "PersonRole" BEGIN
  SELECT RAISE(ABORT, 'PersonRole_role') WHERE NOT (NEW."role" IN ('trainee', 'mentor', 'coordinator', 'administrator'));
END;

CREATE TRIGGER "CohortStaff_checks_insert" BEFORE INSERT ON "CohortStaff" BEGIN
  SELECT RAISE(ABORT, 'CohortStaff_post') WHERE NOT (NEW."post" IN ('coordinator', 'mentor'));
END;

CREATE TRIGGER "CohortStaff_checks_update" BEFORE UPDATE ON "CohortStaff" BEGIN
  SELECT RAISE(ABORT, 'CohortStaff_post') WHERE NOT (NEW."post" IN ('coordinator', 'mentor'));
END;

CREATE TRIGGER "Evidence_checks_insert" BEFORE INSERT ON "Evidence" BEGIN
  SELECT RAISE(ABORT, 'Evidence_source') WHERE NOT (NEW."source" IN ('system', 'manual', 'import'));
  SELECT RAISE(ABORT, 'Evidence_minutes') WHERE NOT (NEW."minutes" >= 0);
  SELECT RAISE(ABORT, 'Evidence_points') WHERE NOT (NEW."points" BETWEEN 0 AND NEW."outOf" AND NEW."scale" IN (2, 100));
  SELECT RAISE(ABORT, 'Evidence_reason') WHERE NOT (NEW."revokedAt" IS NULL OR NEW."reason" IS NOT NULL);
END;

CREATE TRIGGER "Evidence_checks_update" BEFORE UPDATE ON "Evidence" BEGIN
  SELECT RAISE(ABORT, 'Evidence_source') WHERE NOT (NEW."source" IN ('system', 'manual', 'import'));
  SELECT RAISE(ABORT, 'Evidence_minutes') WHERE NOT (NEW."minutes" >= 0);
  SELECT RAISE(ABORT, 'Evidence_points') WHERE NOT (NEW."points" BETWEEN 0 AND NEW."outOf" AND NEW."scale" IN (2, 100));
  SELECT RAISE(ABORT, 'Evidence_reason') WHERE NOT (NEW."revokedAt" IS NULL OR NEW."reason" IS NOT NULL);
END;

CREATE TRIGGER "AuditEntry_checks_insert" BEFORE INSERT ON "AuditEntry" BEGIN
  SELECT RAISE(ABORT, 'AuditEntry_outcome') WHERE NOT (NEW."outcome" IN ('done', 'refused'));
END;

CREATE TRIGGER "AuditEntry_checks_update" BEFORE UPDATE ON "AuditEntry" BEGIN
  SELECT RAISE(ABORT, 'AuditEntry_outcome') WHERE NOT (NEW."outcome" IN ('done', 'refused'));
END;

CREATE TRIGGER "Question_checks_insert" BEFORE INSERT ON "Question" BEGIN
  SELECT RAISE(ABORT, 'Question_origin') WHERE NOT (NEW."origin" IN ('official', 'centre'));
  SELECT RAISE(ABORT, 'Question_kind') WHERE NOT (NEW."kind" IN ('single', 'multiple', 'judgement', 'case', 'constructed'));
  SELECT RAISE(ABORT, 'Question_status') WHERE NOT (NEW."status" IN ('draft', 'review', 'active', 'retired'));
  SELECT RAISE(ABORT, 'Question_active') WHERE NOT (NEW."status" <> 'active' OR NEW."activeVersion" IS NOT NULL);
END;

CREATE TRIGGER "Question_checks_update" BEFORE UPDATE ON "Question" BEGIN
  SELECT RAISE(ABORT, 'Question_origin') WHERE NOT (NEW."origin" IN ('official', 'centre'));
  SELECT RAISE(ABORT, 'Question_kind') WHERE NOT (NEW."kind" IN ('single', 'multiple', 'judgement', 'case', 'constructed'));
  SELECT RAISE(ABORT, 'Question_status') WHERE NOT (NEW."status" IN ('draft', 'review', 'active', 'retired'));
  SELECT RAISE(ABORT, 'Question_active') WHERE NOT (NEW."status" <> 'active' OR NEW."activeVersion" IS NOT NULL);
END;

CREATE TRIGGER "Attempt_checks_insert" BEFORE INSERT ON "Attempt" BEGIN
  SELECT RAISE(ABORT, 'Attempt_status') WHERE NOT (NEW."status" IN ('open', 'submitted', 'void'));
  SELECT RAISE(ABORT, 'Attempt_submitted') WHERE NOT (NEW."status" <> 'submitted' OR (NEW."submittedAt" IS NOT NULL AND NEW."submittedBy" IN ('self', 'expiry')));
  SELECT RAISE(ABORT, 'Attempt_deadline') WHERE NOT (NEW."deadlineAt" >= NEW."startedAt" AND NEW."graceMs" >= 0 AND NEW."number" >= 1 AND NEW."takeoverEpoch" >= 0);
  SELECT RAISE(ABORT, 'Attempt_score') WHERE NOT (NEW."halfPoints" BETWEEN 0 AND NEW."outOf");
END;

CREATE TRIGGER "Attempt_checks_update" BEFORE UPDATE ON "Attempt" BEGIN
  SELECT RAISE(ABORT, 'Attempt_status') WHERE NOT (NEW."status" IN ('open', 'submitted', 'void'));
  SELECT RAISE(ABORT, 'Attempt_submitted') WHERE NOT (NEW."status" <> 'submitted' OR (NEW."submittedAt" IS NOT NULL AND NEW."submittedBy" IN ('self', 'expiry')));
  SELECT RAISE(ABORT, 'Attempt_deadline') WHERE NOT (NEW."deadlineAt" >= NEW."startedAt" AND NEW."graceMs" >= 0 AND NEW."number" >= 1 AND NEW."takeoverEpoch" >= 0);
  SELECT RAISE(ABORT, 'Attempt_score') WHERE NOT (NEW."halfPoints" BETWEEN 0 AND NEW."outOf");
END;

CREATE TRIGGER "LateAnswer_checks_insert" BEFORE INSERT ON "LateAnswer" BEGIN
  SELECT RAISE(ABORT, 'LateAnswer_reason') WHERE NOT (NEW."reason" IN ('late', 'foreign'));
END;

CREATE TRIGGER "LateAnswer_checks_update" BEFORE UPDATE ON "LateAnswer" BEGIN
  SELECT RAISE(ABORT, 'LateAnswer_reason') WHERE NOT (NEW."reason" IN ('late', 'foreign'));
END;

CREATE TRIGGER "ExamRecord_checks_insert" BEFORE INSERT ON "ExamRecord" BEGIN
  SELECT RAISE(ABORT, 'ExamRecord_state') WHERE NOT (NEW."state" IN ('registered', 'absent', 'sat'));
  SELECT RAISE(ABORT, 'ExamRecord_mark') WHERE NOT (NEW."halfPoints" BETWEEN 0 AND 400 AND NEW."year" BETWEEN 2008 AND 2100);
END;

CREATE TRIGGER "ExamRecord_checks_update" BEFORE UPDATE ON "ExamRecord" BEGIN
  SELECT RAISE(ABORT, 'ExamRecord_state') WHERE NOT (NEW."state" IN ('registered', 'absent', 'sat'));
  SELECT RAISE(ABORT, 'ExamRecord_mark') WHERE NOT (NEW."halfPoints" BETWEEN 0 AND 400 AND NEW."year" BETWEEN 2008 AND 2100);
END;

CREATE TRIGGER "Certificate_checks_insert" BEFORE INSERT ON "Certificate" BEGIN
  SELECT RAISE(ABORT, 'Certificate_level') WHERE NOT (NEW."level" IN ('junior', 'intermediate', 'senior'));
END;

CREATE TRIGGER "Certificate_checks_update" BEFORE UPDATE ON "Certificate" BEGIN
  SELECT RAISE(ABORT, 'Certificate_level') WHERE NOT (NEW."level" IN ('junior', 'intermediate', 'senior'));
END;

CREATE TRIGGER "SkippedExamYear_checks_insert" BEFORE INSERT ON "SkippedExamYear" BEGIN
  SELECT RAISE(ABORT, 'SkippedExamYear_level') WHERE NOT (NEW."level" IN ('junior', 'intermediate', 'senior'));
END;

CREATE TRIGGER "SkippedExamYear_checks_update" BEFORE UPDATE ON "SkippedExamYear" BEGIN
  SELECT RAISE(ABORT, 'SkippedExamYear_level') WHERE NOT (NEW."level" IN ('junior', 'intermediate', 'senior'));
END;

CREATE TRIGGER "StoredFile_checks_insert" BEFORE INSERT ON "StoredFile" BEGIN
  SELECT RAISE(ABORT, 'StoredFile_kind') WHERE NOT (NEW."kind" IN ('image', 'document'));
  SELECT RAISE(ABORT, 'StoredFile_bytes') WHERE NOT (NEW."hash" LIKE '________________________________________________________________' AND NEW."bytes" BETWEEN 1 AND 20000000);
END;

CREATE TRIGGER "StoredFile_checks_update" BEFORE UPDATE ON "StoredFile" BEGIN
  SELECT RAISE(ABORT, 'StoredFile_kind') WHERE NOT (NEW."kind" IN ('image', 'document'));
  SELECT RAISE(ABORT, 'StoredFile_bytes') WHERE NOT (NEW."hash" LIKE '________________________________________________________________' AND NEW."bytes" BETWEEN 1 AND 20000000);
END;

CREATE TRIGGER "PracticeAnswer_checks_insert" BEFORE INSERT ON "PracticeAnswer" BEGIN
  SELECT RAISE(ABORT, 'PracticeAnswer_confidence') WHERE NOT (NEW."confidence" IN ('sure', 'unsure', 'guess'));
  SELECT RAISE(ABORT, 'PracticeAnswer_seconds') WHERE NOT (NEW."seconds" BETWEEN 0 AND 86400 AND NEW."part" >= 0);
END;

CREATE TRIGGER "PracticeAnswer_checks_update" BEFORE UPDATE ON "PracticeAnswer" BEGIN
  SELECT RAISE(ABORT, 'PracticeAnswer_confidence') WHERE NOT (NEW."confidence" IN ('sure', 'unsure', 'guess'));
  SELECT RAISE(ABORT, 'PracticeAnswer_seconds') WHERE NOT (NEW."seconds" BETWEEN 0 AND 86400 AND NEW."part" >= 0);
END;

CREATE TRIGGER "Work_checks_insert" BEFORE INSERT ON "Work" BEGIN
  SELECT RAISE(ABORT, 'Work_kind') WHERE NOT (NEW."kind" IN ('diary', 'report', 'reflection', 'case'));
  SELECT RAISE(ABORT, 'Work_status') WHERE NOT (NEW."status" IN ('draft', 'submitted', 'inReview', 'returned', 'accepted', 'failed'));
  SELECT RAISE(ABORT, 'Work_visibility') WHERE NOT (NEW."visibility" IN ('self', 'mentors'));
  SELECT RAISE(ABORT, 'Work_held') WHERE NOT (NEW."status" <> 'inReview' OR (NEW."claimedBy" IS NOT NULL AND NEW."claimUntil" IS NOT NULL AND NEW."openedAt" IS NOT NULL));
  SELECT RAISE(ABORT, 'Work_rounds') WHERE NOT (NEW."revision" >= 0 AND NEW."rounds" >= 0 AND NEW."rounds" <= NEW."revision");
END;

CREATE TRIGGER "Work_checks_update" BEFORE UPDATE ON "Work" BEGIN
  SELECT RAISE(ABORT, 'Work_kind') WHERE NOT (NEW."kind" IN ('diary', 'report', 'reflection', 'case'));
  SELECT RAISE(ABORT, 'Work_status') WHERE NOT (NEW."status" IN ('draft', 'submitted', 'inReview', 'returned', 'accepted', 'failed'));
  SELECT RAISE(ABORT, 'Work_visibility') WHERE NOT (NEW."visibility" IN ('self', 'mentors'));
  SELECT RAISE(ABORT, 'Work_held') WHERE NOT (NEW."status" <> 'inReview' OR (NEW."claimedBy" IS NOT NULL AND NEW."claimUntil" IS NOT NULL AND NEW."openedAt" IS NOT NULL));
  SELECT RAISE(ABORT, 'Work_rounds') WHERE NOT (NEW."revision" >= 0 AND NEW."rounds" >= 0 AND NEW."rounds" <= NEW."revision");
END;

CREATE TRIGGER "WorkComment_checks_insert" BEFORE INSERT ON "WorkComment" BEGIN
  SELECT RAISE(ABORT, 'WorkComment_answer') WHERE NOT (NEW."answer" IS NULL OR (NEW."answer" IN ('accepted', 'changed', 'disputed') AND NEW."answeredAt" IS NOT NULL AND NEW."releasedAt" IS NOT NULL));
END;

CREATE TRIGGER "WorkComment_checks_update" BEFORE UPDATE ON "WorkComment" BEGIN
  SELECT RAISE(ABORT, 'WorkComment_answer') WHERE NOT (NEW."answer" IS NULL OR (NEW."answer" IN ('accepted', 'changed', 'disputed') AND NEW."answeredAt" IS NOT NULL AND NEW."releasedAt" IS NOT NULL));
END;

CREATE TRIGGER "WorkReview_checks_insert" BEFORE INSERT ON "WorkReview" BEGIN
  SELECT RAISE(ABORT, 'WorkReview_decision') WHERE NOT (NEW."decision" IS NULL OR (NEW."decision" IN ('returned', 'accepted', 'failed') AND NEW."decidedAt" IS NOT NULL));
END;

CREATE TRIGGER "WorkReview_checks_update" BEFORE UPDATE ON "WorkReview" BEGIN
  SELECT RAISE(ABORT, 'WorkReview_decision') WHERE NOT (NEW."decision" IS NULL OR (NEW."decision" IN ('returned', 'accepted', 'failed') AND NEW."decidedAt" IS NOT NULL));
END;

CREATE TRIGGER "DiaryEntry_checks_insert" BEFORE INSERT ON "DiaryEntry" BEGIN
  SELECT RAISE(ABORT, 'DiaryEntry_triage') WHERE NOT (NEW."triage" IN ('onTheSpot', 'coordinating', 'reported', 'explained'));
  SELECT RAISE(ABORT, 'DiaryEntry_outcome') WHERE NOT (NEW."outcome" IN ('closed', 'following', 'impossible'));
  SELECT RAISE(ABORT, 'DiaryEntry_day') WHERE NOT (NEW."occurredOn" LIKE '____-__-__');
END;

CREATE TRIGGER "DiaryEntry_checks_update" BEFORE UPDATE ON "DiaryEntry" BEGIN
  SELECT RAISE(ABORT, 'DiaryEntry_triage') WHERE NOT (NEW."triage" IN ('onTheSpot', 'coordinating', 'reported', 'explained'));
  SELECT RAISE(ABORT, 'DiaryEntry_outcome') WHERE NOT (NEW."outcome" IN ('closed', 'following', 'impossible'));
  SELECT RAISE(ABORT, 'DiaryEntry_day') WHERE NOT (NEW."occurredOn" LIKE '____-__-__');
END;

CREATE TRIGGER "Session_checks_insert" BEFORE INSERT ON "Session" BEGIN
  SELECT RAISE(ABORT, 'Session_ends') WHERE NOT (NEW."expiresAt" <= NEW."absoluteEndAt");
END;

CREATE TRIGGER "Session_checks_update" BEFORE UPDATE ON "Session" BEGIN
  SELECT RAISE(ABORT, 'Session_ends') WHERE NOT (NEW."expiresAt" <= NEW."absoluteEndAt");
END;

CREATE TRIGGER "Throttle_checks_insert" BEFORE INSERT ON "Throttle" BEGIN
  SELECT RAISE(ABORT, 'Throttle_failures') WHERE NOT (NEW."failures" >= 0);
END;

CREATE TRIGGER "Throttle_checks_update" BEFORE UPDATE ON "Throttle" BEGIN
  SELECT RAISE(ABORT, 'Throttle_failures') WHERE NOT (NEW."failures" >= 0);
END;

CREATE TRIGGER "Cohort_checks_insert" BEFORE INSERT ON "Cohort" BEGIN
  SELECT RAISE(ABORT, 'Cohort_days') WHERE NOT (NEW."startsOn" LIKE '____-__-__' AND NEW."endsOn" LIKE '____-__-__' AND NEW."startsOn" <= NEW."endsOn");
END;

CREATE TRIGGER "Cohort_checks_update" BEFORE UPDATE ON "Cohort" BEGIN
  SELECT RAISE(ABORT, 'Cohort_days') WHERE NOT (NEW."startsOn" LIKE '____-__-__' AND NEW."endsOn" LIKE '____-__-__' AND NEW."startsOn" <= NEW."endsOn");
END;

CREATE TRIGGER "CohortTrack_checks_insert" BEFORE INSERT ON "CohortTrack" BEGIN
  SELECT RAISE(ABORT, 'CohortTrack_due') WHERE NOT (NEW."dueOn" LIKE '____-__-__');
END;

CREATE TRIGGER "CohortTrack_checks_update" BEFORE UPDATE ON "CohortTrack" BEGIN
  SELECT RAISE(ABORT, 'CohortTrack_due') WHERE NOT (NEW."dueOn" LIKE '____-__-__');
END;

CREATE TRIGGER "AuditSeal_checks_insert" BEFORE INSERT ON "AuditSeal" BEGIN
  SELECT RAISE(ABORT, 'AuditSeal_seq') WHERE NOT (NEW."seq" >= 1);
END;

CREATE TRIGGER "AuditSeal_checks_update" BEFORE UPDATE ON "AuditSeal" BEGIN
  SELECT RAISE(ABORT, 'AuditSeal_seq') WHERE NOT (NEW."seq" >= 1);
END;

CREATE TRIGGER "AuthoredRevision_checks_insert" BEFORE INSERT ON "AuthoredRevision" BEGIN
  SELECT RAISE(ABORT, 'AuthoredRevision_number') WHERE NOT (NEW."number" >= 1 AND NEW."minutes" >= 0);
END;

CREATE TRIGGER "AuthoredRevision_checks_update" BEFORE UPDATE ON "AuthoredRevision" BEGIN
  SELECT RAISE(ABORT, 'AuthoredRevision_number') WHERE NOT (NEW."number" >= 1 AND NEW."minutes" >= 0);
END;

CREATE TRIGGER "TrackProgress_checks_insert" BEFORE INSERT ON "TrackProgress" BEGIN
  SELECT RAISE(ABORT, 'TrackProgress_finished') WHERE NOT (NEW."finished" BETWEEN 0 AND NEW."total" AND NEW."creditedSeconds" >= 0);
END;

CREATE TRIGGER "TrackProgress_checks_update" BEFORE UPDATE ON "TrackProgress" BEGIN
  SELECT RAISE(ABORT, 'TrackProgress_finished') WHERE NOT (NEW."finished" BETWEEN 0 AND NEW."total" AND NEW."creditedSeconds" >= 0);
END;

CREATE TRIGGER "LessonProgress_checks_insert" BEFORE INSERT ON "LessonProgress" BEGIN
  SELECT RAISE(ABORT, 'LessonProgress_position') WHERE NOT (NEW."positionPercent" BETWEEN 0 AND 100 AND NEW."creditedSeconds" >= 0);
END;

CREATE TRIGGER "LessonProgress_checks_update" BEFORE UPDATE ON "LessonProgress" BEGIN
  SELECT RAISE(ABORT, 'LessonProgress_position') WHERE NOT (NEW."positionPercent" BETWEEN 0 AND 100 AND NEW."creditedSeconds" >= 0);
END;

CREATE TRIGGER "QuestionVersion_checks_insert" BEFORE INSERT ON "QuestionVersion" BEGIN
  SELECT RAISE(ABORT, 'QuestionVersion_number') WHERE NOT (NEW."number" >= 1);
END;

CREATE TRIGGER "QuestionVersion_checks_update" BEFORE UPDATE ON "QuestionVersion" BEGIN
  SELECT RAISE(ABORT, 'QuestionVersion_number') WHERE NOT (NEW."number" >= 1);
END;

CREATE TRIGGER "Accommodation_checks_insert" BEFORE INSERT ON "Accommodation" BEGIN
  SELECT RAISE(ABORT, 'Accommodation_percent') WHERE NOT (NEW."timePercent" BETWEEN 100 AND 400);
END;

CREATE TRIGGER "Accommodation_checks_update" BEFORE UPDATE ON "Accommodation" BEGIN
  SELECT RAISE(ABORT, 'Accommodation_percent') WHERE NOT (NEW."timePercent" BETWEEN 100 AND 400);
END;

CREATE TRIGGER "Sitting_checks_insert" BEFORE INSERT ON "Sitting" BEGIN
  SELECT RAISE(ABORT, 'Sitting_window') WHERE NOT (NEW."opensAt" < NEW."closesAt" AND NEW."limitMinutes" BETWEEN 1 AND 600 AND NEW."attempts" BETWEEN 1 AND 20);
END;

CREATE TRIGGER "Sitting_checks_update" BEFORE UPDATE ON "Sitting" BEGIN
  SELECT RAISE(ABORT, 'Sitting_window') WHERE NOT (NEW."opensAt" < NEW."closesAt" AND NEW."limitMinutes" BETWEEN 1 AND 600 AND NEW."attempts" BETWEEN 1 AND 20);
END;

CREATE TRIGGER "WorkRevision_checks_insert" BEFORE INSERT ON "WorkRevision" BEGIN
  SELECT RAISE(ABORT, 'WorkRevision_number') WHERE NOT (NEW."number" >= 1);
END;

CREATE TRIGGER "WorkRevision_checks_update" BEFORE UPDATE ON "WorkRevision" BEGIN
  SELECT RAISE(ABORT, 'WorkRevision_number') WHERE NOT (NEW."number" >= 1);
END;

CREATE TRIGGER "StudyPlan_checks_insert" BEFORE INSERT ON "StudyPlan" BEGIN
  SELECT RAISE(ABORT, 'StudyPlan_minutes') WHERE NOT (NEW."minutesADay" BETWEEN 5 AND 300);
END;

CREATE TRIGGER "StudyPlan_checks_update" BEFORE UPDATE ON "StudyPlan" BEGIN
  SELECT RAISE(ABORT, 'StudyPlan_minutes') WHERE NOT (NEW."minutesADay" BETWEEN 5 AND 300);
END;

CREATE TRIGGER "AuditEntry_append_only_update" BEFORE UPDATE ON "AuditEntry" BEGIN
  SELECT RAISE(ABORT, 'AuditEntry refuses UPDATE');
END;

CREATE TRIGGER "AuditEntry_append_only_delete" BEFORE DELETE ON "AuditEntry" BEGIN
  SELECT RAISE(ABORT, 'AuditEntry refuses DELETE');
END;

CREATE TRIGGER "AuditSeal_append_only_update" BEFORE UPDATE ON "AuditSeal" BEGIN
  SELECT RAISE(ABORT, 'AuditSeal refuses UPDATE');
END;

CREATE TRIGGER "AuditSeal_append_only_delete" BEFORE DELETE ON "AuditSeal" BEGIN
  SELECT RAISE(ABORT, 'AuditSeal refuses DELETE');
END;

CREATE TRIGGER "CheckAnswer_append_only_update" BEFORE UPDATE ON "CheckAnswer" BEGIN
  SELECT RAISE(ABORT, 'CheckAnswer refuses UPDATE');
END;

CREATE TRIGGER "CheckAnswer_append_only_delete" BEFORE DELETE ON "CheckAnswer" BEGIN
  SELECT RAISE(ABORT, 'CheckAnswer refuses DELETE');
END;

CREATE TRIGGER "AuthoredRevision_append_only_update" BEFORE UPDATE ON "AuthoredRevision" BEGIN
  SELECT RAISE(ABORT, 'AuthoredRevision refuses UPDATE');
END;

CREATE TRIGGER "AuthoredRevision_append_only_delete" BEFORE DELETE ON "AuthoredRevision" BEGIN
  SELECT RAISE(ABORT, 'AuthoredRevision refuses DELETE');
END;

CREATE TRIGGER "Evidence_kept_delete" BEFORE DELETE ON "Evidence" BEGIN
  SELECT RAISE(ABORT, 'Evidence refuses DELETE');
END;

CREATE TRIGGER "Evidence_fixed_update" BEFORE UPDATE OF "userId", "kind", "subjectType", "subjectId", "occurredAt", "source" ON "Evidence" BEGIN
  SELECT RAISE(ABORT, 'Evidence refuses UPDATE');
END;

CREATE TRIGGER "PracticeAnswer_append_only_update" BEFORE UPDATE ON "PracticeAnswer" BEGIN
  SELECT RAISE(ABORT, 'PracticeAnswer refuses UPDATE');
END;

CREATE TRIGGER "PracticeAnswer_append_only_delete" BEFORE DELETE ON "PracticeAnswer" BEGIN
  SELECT RAISE(ABORT, 'PracticeAnswer refuses DELETE');
END;

CREATE TRIGGER "ScoreRevision_append_only_update" BEFORE UPDATE ON "ScoreRevision" BEGIN
  SELECT RAISE(ABORT, 'ScoreRevision refuses UPDATE');
END;

CREATE TRIGGER "ScoreRevision_append_only_delete" BEFORE DELETE ON "ScoreRevision" BEGIN
  SELECT RAISE(ABORT, 'ScoreRevision refuses DELETE');
END;

CREATE TRIGGER "QuestionVersion_kept_delete" BEFORE DELETE ON "QuestionVersion" BEGIN
  SELECT RAISE(ABORT, 'QuestionVersion refuses DELETE');
END;

CREATE TRIGGER "QuestionVersion_fixed_update" BEFORE UPDATE OF "questionId", "number", "body", "facts", "hash", "authorId", "createdAt" ON "QuestionVersion" BEGIN
  SELECT RAISE(ABORT, 'QuestionVersion refuses UPDATE');
END;

CREATE TRIGGER "Paper_fixed_update" BEFORE UPDATE OF "blueprint", "items", "seed", "subject" ON "Paper" BEGIN
  SELECT RAISE(ABORT, 'Paper refuses UPDATE');
END;

CREATE TRIGGER "HandedAnswer_kept_delete" BEFORE DELETE ON "HandedAnswer" BEGIN
  SELECT RAISE(ABORT, 'HandedAnswer refuses DELETE');
END;

CREATE TRIGGER "HandedAnswer_fixed_update" BEFORE UPDATE OF "attemptId", "itemId", "personId", "questionId", "handedAt" ON "HandedAnswer" BEGIN
  SELECT RAISE(ABORT, 'HandedAnswer refuses UPDATE');
END;

CREATE TRIGGER "HandedAnswerOpening_append_only_update" BEFORE UPDATE ON "HandedAnswerOpening" BEGIN
  SELECT RAISE(ABORT, 'HandedAnswerOpening refuses UPDATE');
END;

CREATE TRIGGER "HandedAnswerOpening_append_only_delete" BEFORE DELETE ON "HandedAnswerOpening" BEGIN
  SELECT RAISE(ABORT, 'HandedAnswerOpening refuses DELETE');
END;

CREATE TRIGGER "WorkRevision_append_only_update" BEFORE UPDATE ON "WorkRevision" BEGIN
  SELECT RAISE(ABORT, 'WorkRevision refuses UPDATE');
END;

CREATE TRIGGER "WorkRevision_append_only_delete" BEFORE DELETE ON "WorkRevision" BEGIN
  SELECT RAISE(ABORT, 'WorkRevision refuses DELETE');
END;

CREATE TRIGGER "WorkOpening_append_only_update" BEFORE UPDATE ON "WorkOpening" BEGIN
  SELECT RAISE(ABORT, 'WorkOpening refuses UPDATE');
END;

CREATE TRIGGER "WorkOpening_append_only_delete" BEFORE DELETE ON "WorkOpening" BEGIN
  SELECT RAISE(ABORT, 'WorkOpening refuses DELETE');
END;

CREATE TRIGGER "WorkEvent_append_only_update" BEFORE UPDATE ON "WorkEvent" BEGIN
  SELECT RAISE(ABORT, 'WorkEvent refuses UPDATE');
END;

CREATE TRIGGER "WorkEvent_append_only_delete" BEFORE DELETE ON "WorkEvent" BEGIN
  SELECT RAISE(ABORT, 'WorkEvent refuses DELETE');
END;

CREATE TRIGGER "WorkComment_place_update" BEFORE UPDATE OF "workId", "revision", "field", "paragraph", "authorId" ON "WorkComment" BEGIN
  SELECT RAISE(ABORT, 'WorkComment refuses UPDATE');
END;

CREATE TRIGGER "StoredFile_fixed_update" BEFORE UPDATE ON "StoredFile" BEGIN
  SELECT RAISE(ABORT, 'StoredFile refuses UPDATE');
END;

CREATE TRIGGER "FileUse_fixed_update" BEFORE UPDATE OF "id", "hash", "ownerId", "subjectType", "subjectId", "name", "addedAt" ON "FileUse" BEGIN
  SELECT RAISE(ABORT, 'FileUse refuses UPDATE');
END;
