-- SPDX-License-Identifier: GPL-3.0-or-later
-- Trials that several people review: the frozen sample and every answer. Answers are never changed, only added to;
-- the last one of a reviewer on a pair counts, null takes the one before back.
CREATE TABLE herdbook.trial (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    created_by text NOT NULL,
    definition jsonb NOT NULL
);

CREATE TABLE herdbook.answer (
    trial_id uuid NOT NULL REFERENCES herdbook.trial (id),
    reviewer text NOT NULL,
    sequence integer NOT NULL,
    position integer NOT NULL,
    answer char(1) CHECK (answer IN ('S', 'D', 'U', 'B', 'C')),
    note text NOT NULL DEFAULT '',
    answered_at timestamptz NOT NULL,
    milliseconds integer NOT NULL,
    PRIMARY KEY (trial_id, reviewer, sequence)
);

INSERT INTO herdbook.version (version) VALUES (2);
