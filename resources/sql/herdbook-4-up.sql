-- SPDX-License-Identifier: GPL-3.0-or-later
-- The sequential trial: pools with their seed, certificates, answers by item; and everything a batch finds and leaves in a row,
-- so that undo puts back what was there and nothing else.
-- The order in which batches were written.
ALTER TABLE herdbook.batch ADD COLUMN ordinal bigint;
UPDATE herdbook.batch SET ordinal = was.place
    FROM (SELECT id, row_number() OVER (ORDER BY applied_at, id) AS place FROM herdbook.batch) was
    WHERE was.id = batch.id;
ALTER TABLE herdbook.batch ALTER COLUMN ordinal SET NOT NULL;
ALTER TABLE herdbook.batch ALTER COLUMN ordinal ADD GENERATED ALWAYS AS IDENTITY;
SELECT setval(pg_get_serial_sequence('herdbook.batch', 'ordinal'), coalesce(max(ordinal), 0) + 1, false)
    FROM herdbook.batch;

ALTER TABLE herdbook.assignment
    ADD COLUMN described boolean NOT NULL DEFAULT false, -- whether the columns below were noted
    ADD COLUMN old_is_reviewed boolean,
    ADD COLUMN old_reviewed_by text,
    ADD COLUMN old_reviewed_at timestamptz,
    ADD COLUMN old_corrected_classification text,
    ADD COLUMN new_is_reviewed boolean,
    ADD COLUMN new_reviewed_by text,
    ADD COLUMN new_reviewed_at timestamptz,
    ADD COLUMN new_corrected_classification text,
    ADD COLUMN undo_found_by text,                       -- who decided about the row since, as far as the row tells
    ADD COLUMN undo_found_at timestamptz;
ALTER TABLE herdbook.assignment DROP CONSTRAINT assignment_undo_outcome_check;
ALTER TABLE herdbook.assignment ADD CONSTRAINT assignment_undo_outcome_check
    CHECK (undo_outcome IN ('restored', 'changed', 'deleted', 'reviewed', 'later batch'));

CREATE TABLE herdbook.sighting (
    batch_id uuid NOT NULL REFERENCES herdbook.batch (id),
    deer_id uuid NOT NULL,
    old_count integer NOT NULL,
    new_count integer NOT NULL,
    undo_old_count integer,
    undo_new_count integer,
    PRIMARY KEY (batch_id, deer_id)
);

-- Pools and these columns of trials and answers stay on the way down.
CREATE TABLE IF NOT EXISTS herdbook.pool (
    digest text PRIMARY KEY,           -- SHA-256 of the frozen pool
    seed text NOT NULL,                -- drawn once; a number of 64 bits
    drawn_at timestamptz NOT NULL DEFAULT now(),
    drawn_by text NOT NULL
);

ALTER TABLE herdbook.trial
    ADD COLUMN IF NOT EXISTS edition integer NOT NULL DEFAULT 1,
    ADD COLUMN IF NOT EXISTS digest text;
CREATE INDEX IF NOT EXISTS trial_digest_idx ON herdbook.trial (digest);

ALTER TABLE herdbook.answer
    ADD COLUMN IF NOT EXISTS item uuid,              -- the pair, from the second edition on
    ADD COLUMN IF NOT EXISTS plant boolean NOT NULL DEFAULT false,
    ADD COLUMN IF NOT EXISTS ignored integer NOT NULL DEFAULT 0, -- keys within the first second before this answer
    ADD COLUMN IF NOT EXISTS picture_failed boolean NOT NULL DEFAULT false;

-- An earlier way down dropped them; a trial's definition has what makes it count as a try of its pool.
UPDATE herdbook.trial SET edition = 2, digest = definition->>'digest'
    WHERE definition->>'format' = '2' AND definition->>'digest' <> '' AND digest IS NULL;
UPDATE herdbook.answer a SET plant = a.position < 0, item = CAST((CASE WHEN a.position < 0
        THEN t.definition->'plants'->(-1 - a.position) ELSE t.definition->'pairs'->a.position END)->>'id' AS uuid)
    FROM herdbook.trial t WHERE t.id = a.trial_id AND t.edition = 2 AND a.item IS NULL;
INSERT INTO herdbook.pool (digest, seed, drawn_by)
    SELECT DISTINCT ON (digest) digest, definition->>'seed', created_by FROM herdbook.trial
    WHERE edition = 2 AND digest IS NOT NULL AND definition->>'seed' IS NOT NULL
    ORDER BY digest, created_at ON CONFLICT DO NOTHING;

CREATE TABLE herdbook.certificate (
    trial_id uuid PRIMARY KEY REFERENCES herdbook.trial (id),
    finished_at timestamptz NOT NULL,
    edition integer NOT NULL,
    digest text NOT NULL,
    preset text NOT NULL,
    alpha numeric NOT NULL,
    risk numeric NOT NULL,             -- the chance that the procedure errs
    levels jsonb NOT NULL,             -- thresholds with their items, strict to loose
    claims jsonb NOT NULL,             -- by level and group: m, e, kappa, y and E when it passed
    looks integer NOT NULL,
    reviewers text[] NOT NULL,
    assumptions text[] NOT NULL,
    threshold numeric(5,4),            -- null: nothing is certified
    items integer NOT NULL,            -- detections it covers
    withheld text                      -- why nothing is, where the review itself is the reason
);

INSERT INTO herdbook.version (version) VALUES (4);
