-- SPDX-License-Identifier: GPL-3.0-or-later
-- Removes the shared trials and answers. Each workstation keeps its own copy.
DROP TABLE herdbook.answer;
DROP TABLE herdbook.trial;
DELETE FROM herdbook.version WHERE version = 2;
