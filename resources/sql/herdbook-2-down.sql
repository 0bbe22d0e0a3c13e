-- SPDX-License-Identifier: GPL-3.0-or-later
-- Removes the shared trials and answers, and the seeds of pools that version 4 has left. Each workstation keeps its own copy.
DROP TABLE herdbook.answer;
DROP TABLE herdbook.trial;
DROP TABLE IF EXISTS herdbook.pool;
DELETE FROM herdbook.version WHERE version = 2;
