-- More reasons for which a batch leaves a row alone: marked as not valid or as a duplicate since the sample was drawn, or of
-- another sex than the profile by now (detection corrected, or profile changed).
ALTER TABLE herdbook.assignment DROP CONSTRAINT assignment_outcome_check;
ALTER TABLE herdbook.assignment ADD CONSTRAINT assignment_outcome_check
    CHECK (outcome IN ('written', 'changed', 'deleted', 'profile gone', 'invalid', 'duplicate', 'other sex'));

INSERT INTO herdbook.version (version) VALUES (3);
