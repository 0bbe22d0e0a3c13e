-- SPDX-License-Identifier: GPL-3.0-or-later
-- Back to version 3. Lost: certificates, what batches found in the review columns, and the sighting counts before them. Batches,
-- rows, trials, answers and the seeds of pools stay as they are, with columns that version 3 doesn't ask for: without them a trial
-- would count for nothing after the next upgrade. Reasons of undo that version 3 doesn't know become "changed".
DROP TABLE herdbook.certificate;
DROP TABLE herdbook.sighting;
UPDATE herdbook.assignment SET undo_outcome = 'changed' WHERE undo_outcome IN ('reviewed', 'later batch');
ALTER TABLE herdbook.assignment DROP CONSTRAINT assignment_undo_outcome_check;
ALTER TABLE herdbook.assignment ADD CONSTRAINT assignment_undo_outcome_check
    CHECK (undo_outcome IN ('restored', 'changed', 'deleted'));
ALTER TABLE herdbook.assignment
    DROP COLUMN described, DROP COLUMN old_is_reviewed, DROP COLUMN old_reviewed_by, DROP COLUMN old_reviewed_at,
    DROP COLUMN old_corrected_classification, DROP COLUMN new_is_reviewed, DROP COLUMN new_reviewed_by,
    DROP COLUMN new_reviewed_at, DROP COLUMN new_corrected_classification, DROP COLUMN undo_found_by,
    DROP COLUMN undo_found_at;
ALTER TABLE herdbook.batch DROP COLUMN ordinal;
DELETE FROM herdbook.version WHERE version = 4;
