// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>
#include <optional>

class QSettings;

namespace herdbook::ui {

/// What is kept of an analysis to compare the next one with, also after a restart.
struct PreviousAnalysis
{
    QDateTime madeAt;
    reid::Fingerprint fingerprint;
    std::optional<double> threshold; ///< recommended

    static PreviousAnalysis of(const reid::Analysis &analysis);

    /// The last one of a source (a connection profile, say); nothing when there is none or it can't be read.
    static std::optional<PreviousAnalysis> load(const QSettings &settings, const QString &source);
    void save(QSettings &settings, const QString &source) const;

    /// "since 12 November: +340 detections, rate 9.5% → 9.8%", or that the data hadn't changed when the database was asked.
    /// @param zone of the site: decides what a day is.
    QString comparison(const reid::Analysis &now, const QTimeZone &zone,
                       const QDateTime &asked = QDateTime::currentDateTimeUtc()) const;
};

} // namespace herdbook::ui
