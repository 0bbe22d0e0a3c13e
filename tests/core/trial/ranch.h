// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/batch/batch.h"
#include "core/trial/batch/schema.h"
#include "tests/support/servers.h"

namespace herdbook::test {

/// A small ranch in the servers' database for batches: deer 1..6, detections 1..n (every fifth assigned), the schema `herdbook`, an
/// audit of every change of detections.deer_id with the name of the program that made it, and the functions other programs
/// change rows by (other_set, other_delete_detection, other_delete_deer, which keep sighting_count as the deployed system does, and
/// other_judge, other_double, other_correct, other_sex, which change what makes a row eligible).
class Ranch
{
public:
    static constexpr int kDeer = 6;

    explicit Ranch(Servers &servers) : m_servers(servers) {}

    Result<void> fill(int detections);

    static QUuid deer(int number);
    static QUuid detection(int number);

    /// A plan for the detections first..last, deer by turns.
    trial::BatchPlan plan(int first, int last) const;

    /// A connection that doesn't call itself Herdbook.
    Result<demo::PgSession> otherProgram() const;
    /// Runs SQL as another program and gives the first value, or the error's text.
    QString other(const QString &sql) const;
    /// What a detection holds: "deer 3", "none" or "gone".
    QString holds(int detection) const;

    /// What contradicts the promise; empty when all is well: every write of Herdbook in the audit is in the journal and the other
    /// way round; Herdbook assigned nothing that wasn't eligible then; no write overwrote a value it hadn't read; rows hold what was last written; sighting counts are right.
    QString fault() const;

    /// Everything in the deployed tables except detections.deer_id and deer.sighting_count, as one number.
    QString untouchedColumns() const;

    std::unique_ptr<storage::Postgres> connect() const;

private:
    Servers &m_servers;
};

} // namespace herdbook::test
