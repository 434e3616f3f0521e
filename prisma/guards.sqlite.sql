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
