-- SPDX-License-Identifier: GPL-3.0-or-later
-- The journal of what Herdbook writes: which detections got a profile, by which batch, when and by whom.
-- There are no foreign keys to the tables of the deployed system: they stay as free to change as before.
CREATE SCHEMA herdbook;
COMMENT ON SCHEMA herdbook IS 'Journal of Herdbook; safe to drop once no batch is to be undone any more';

CREATE TABLE herdbook.version (
    version integer PRIMARY KEY,
    installed_at timestamptz NOT NULL DEFAULT now(),
    installed_by text NOT NULL DEFAULT current_user
);

CREATE TABLE herdbook.batch (
    id uuid PRIMARY KEY,
    trial_id uuid NOT NULL,
    threshold numeric(5,4) NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now(),
    applied_by text NOT NULL,
    undone_at timestamptz,
    undone_by text
);
CREATE INDEX ON herdbook.batch (trial_id);

CREATE TABLE herdbook.assignment (
    batch_id uuid NOT NULL REFERENCES herdbook.batch (id),
    detection_id uuid NOT NULL,
    old_deer_id uuid,                  -- what the row has to hold for the batch to write it; null: unassigned
    new_deer_id uuid NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('written', 'changed', 'deleted', 'profile gone')),
    found_deer_id uuid,                -- what the row held when the batch came by
    undo_outcome text CHECK (undo_outcome IN ('restored', 'changed', 'deleted')),
    undo_found_deer_id uuid,
    PRIMARY KEY (batch_id, detection_id)
);
CREATE INDEX ON herdbook.assignment (detection_id);

INSERT INTO herdbook.version (version) VALUES (1);
