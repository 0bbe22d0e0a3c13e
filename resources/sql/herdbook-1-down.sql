-- SPDX-License-Identifier: GPL-3.0-or-later
-- Removes the journal. What was written to detections stays; it can't be undone by Herdbook any more.
-- Fails when something else was put into the schema.
DROP TABLE herdbook.assignment;
DROP TABLE herdbook.batch;
DROP TABLE herdbook.version;
DROP SCHEMA herdbook RESTRICT;
