-- Back to the reasons of version 2: the newer ones become "changed".
UPDATE herdbook.assignment SET outcome = 'changed' WHERE outcome IN ('invalid', 'duplicate', 'other sex');
ALTER TABLE herdbook.assignment DROP CONSTRAINT assignment_outcome_check;
ALTER TABLE herdbook.assignment ADD CONSTRAINT assignment_outcome_check
    CHECK (outcome IN ('written', 'changed', 'deleted', 'profile gone'));
DELETE FROM herdbook.version WHERE version = 3;
