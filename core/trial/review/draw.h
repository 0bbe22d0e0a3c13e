// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/postgres.h"
#include "core/trial/review/photochoice.h"
#include "core/trial/review/record.h"

#include <memory>
#include <stop_token>

namespace herdbook::trial {

/// The data a trial is drawn from, with what is known of its pictures. Made once for an analysis; drawing from it is quick.
struct Source
{
    std::shared_ptr<const reid::Dataset> data;
    std::vector<Unit> units;
    std::vector<PhotoChoice> photos;   ///< by profile
    std::vector<bool> shown;           ///< by detection: its picture is there
    QHash<QUuid, QString> paths;       ///< by image
    QHash<QUuid, QDateTime> firstSeen; ///< by deer

    Pictures pictures() const;
};

/// Asks the database for the paths of the pictures and looks which are there. @param least only units with at least this score
/// can be drawn later. Cancelled on request.
Result<std::shared_ptr<const Source>> readSource(storage::Postgres &connection,
                                                 std::shared_ptr<const reid::Dataset> data, double least,
                                                 const QString &imageFolder, const std::stop_token &stop = {});

/// What a plan would come to.
struct Outlook
{
    Plan plan;
    Frame frame;
    Sample sample;
};

/// Draws; changes nothing.
Outlook lookAhead(const Source &source, const Plan &plan, const std::vector<double> &sweep);

/// Freezes a drawn sample. @param fingerprint of the data in words; @param estimates one for each threshold of the sample.
TrialRecord freeze(const Source &source, const Outlook &outlook, const QString &by, const QDateTime &now,
                   QStringList fingerprint, std::vector<Estimate> estimates);

} // namespace herdbook::trial
