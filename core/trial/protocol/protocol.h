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
    TrialRecord record;
    Outcome outcome;
    std::vector<Reviewed> reviews;
    std::optional<BatchRecord> batch; ///< what was applied, if anything
    QTimeZone zone = QTimeZone::utc();
    QDateTime now;
    /// A small picture of this size (pixels); null when there is none. Called from the making thread.
    std::function<QImage(const Picture &picture, const QSize &size)> thumbnail;
};

/// The trial as PDF: what was certified and by which tests, who, when, seed, fingerprint of the data, reviewer checks, what was applied, and
/// every decision with its pictures. Any thread; needs a QGuiApplication. Cancelled on request.
Result<QByteArray> protocolPdf(const ProtocolInput &input, const std::stop_token &stop = {});

} // namespace herdbook::trial
