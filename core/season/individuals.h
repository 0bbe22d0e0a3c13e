// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QMap>
#include <QString>
#include <array>
#include <map>
#include <optional>
#include <vector>

namespace herdbook::season {

struct SeasonStatistics;

/// Where and when a known deer was seen in a period: its usable detections of the report's classes, but for those of impossible dates.
struct IndividualHistory
{
    QString id;
    QString name;      ///< may be empty
    QString sex;       ///< as stored: buck, doe, fawn, unknown
    QString status;    ///< as stored: alive, deceased, unknown
    QDate profileMade; ///< older photos may not have been searched for it
    qint64 detections = 0;
    std::map<int, qint64> days;                      ///< detections by day of the period, from 0
    std::map<QString, std::map<int, qint64>> places; ///< by location id (empty: none) and day
    std::array<qint64, 24> hours{};

    int placeCount() const { return static_cast<int>(places.size() - places.count(QString())); }
    int firstDay() const { return days.begin()->first; }
    int lastDay() const { return days.rbegin()->first; }
    bool isDeceased() const { return status.compare(QLatin1String("deceased"), Qt::CaseInsensitive) == 0; }
    /// The name, or "Deer 1a2b3c4d".
    QString shownName() const;
};

/// What may be said of a deer that was seen in one period and not in another.
struct Absence
{
    enum class Verdict { Expected, Chance, TooLittleEffort, NobodyRecognized, NoPlace, Misdated };
    const IndividualHistory *deer = nullptr;
    std::optional<double> expectedDays; ///< by effort and share assigned; nothing where they tell nothing
    Verdict verdict = Verdict::TooLittleEffort;
};

/// Deer of `seen` that weren't seen in `other`, most expected days first, those recorded as deceased last. Expected days m = sum over
/// locations of days seen there times E2/E1, times the ratio of the assigned shares, of cameras that worked 7 days; from 6 on a silence is
/// unlikely by chance (exp(-m/2) <= 0.05, dispersion 2). One on photos of impossible dates may have been there: nothing is said of its silence.
std::vector<Absence> absences(const SeasonStatistics &seen, const SeasonStatistics &other);

/// "not seen, though about 7 days were to be expected at the same cameras", and whether the deer is recorded as deceased.
QString absenceText(const Absence &absence);

} // namespace herdbook::season
