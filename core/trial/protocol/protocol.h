// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/outcome.h"

#include <QImage>
#include <QTimeZone>
#include <stop_token>

namespace herdbook::trial {

/// What the protocol of a trial is made from.
struct ProtocolInput
{
    std::shared_ptr<const TrialRecord> record;
    Outcome outcome;
    std::vector<ReviewerEvents> reviews; ///< of the trial's reviewers
    Result<std::vector<BatchRecord>> batches =
        std::vector<BatchRecord>(); ///< what was applied, the newest first, or why that isn't known
    QTimeZone zone = QTimeZone::utc();
    QDateTime now;
    /// A small picture of this size (pixels); null when there is none. Called from the making thread.
    std::function<QImage(const Picture &picture, const QSize &size)> thumbnail;
};

/// The trial as PDF. Its first sentence says what is certified, or why nothing is, or that the certificate is withheld and why. Then the claims
/// with their numbers, assumptions, who, when, seed, digest and fingerprint of the data, reviewer checks, what was applied, and every decision
/// with its pictures, known different pairs named. Any thread; needs a QGuiApplication. Cancelled on request.
Result<QByteArray> protocolPdf(const ProtocolInput &input, const std::stop_token &stop = {});

} // namespace herdbook::trial
