// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/session.h"

namespace herdbook::trial {

/// Of two times; an invalid one is none.
inline QDateTime later(const QDateTime &a, const QDateTime &b)
{
    return !a.isValid() || (b.isValid() && b > a) ? b : a;
}

/// What a trial came to, as journals keep it.
struct CertificateRecord
{
    /// What one level claims of all or of one group, with what it rested on when it passed.
    struct Claim
    {
        QString group; ///< empty: all together
        double alpha = kAlpha;
        Counts counts;
        double logE = 0;
        bool operator==(const Claim &) const = default;
    };
    struct Level
    {
        int ticks = 0;
        int items = 0;
        int looks = 0;             ///< when it was certified; 0: it wasn't
        std::vector<Claim> claims; ///< of those certified
        bool operator==(const Level &) const = default;
    };

    QUuid trial;
    QDateTime finishedAt; ///< UTC: of the last answer given or taken back
    int edition = 2;
    QString digest;
    QString preset;
    double alpha = kAlpha;
    double risk = 0.05; ///< the chance that the procedure errs
    std::vector<Level> levels;
    int looks = 0;
    QStringList reviewers;
    QStringList assumptions;
    std::optional<double> threshold; ///< nothing: nothing is certified, or it is withheld
    int items = 0;                   ///< detections it covers
    QString withheld;                ///< why, one sentence; empty: it isn't
    bool operator==(const CertificateRecord &) const = default;

    bool holds() const { return threshold.has_value() && withheld.isEmpty(); }
    /// The claims of the level certified last; empty when there is none.
    std::vector<Claim> claims() const;
};

/// Of two verdicts of one trial, whether the first counts: by later answers, or of the same ones it claims less.
bool supersedes(const CertificateRecord &one, const CertificateRecord &other);

QJsonObject toJson(const CertificateRecord &certificate);
/// Corrupt when something essential is missing.
Result<CertificateRecord> certificateFromJson(const QJsonObject &json);

/// The three assumptions, as they stand on every certificate.
QStringList assumptions();

} // namespace herdbook::trial
