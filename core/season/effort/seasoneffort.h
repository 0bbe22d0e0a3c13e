// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/coordinates.h"
#include "core/season/animals.h"
#include "core/season/calendar.h"
#include "core/season/effort/cells.h"
#include "core/season/effort/rhythm.h"

#include <QHash>

namespace herdbook::season {

/// When the camera of one location worked in a period. One location is one camera: there is no deployment table, so this is inferred
/// from all its photos, with or without deer.
struct CameraEffort
{
    QString id;   ///< of the location
    QString name; ///< plain text
    std::optional<Coordinates> place;
    std::vector<double>
        worked; ///< camera-days of each day of the period, 0..1; the unread share of a day's photos, or of those around it, is left out
    std::vector<double> unread;  ///< what is left out of `worked`, of each day; may be empty
    std::vector<Counts> counts;  ///< detections of each day that may stand in rates
    Counts unrated;              ///< those that don't: under impossible dates, or on photos that are not read
    std::vector<Outage> outages; ///< that touch the period; whole, in Julian days
    std::vector<Stretch> strays; ///< that touch the period
    std::vector<LateStored>
        late; ///< within 400 days of the period: dated or stored in it, or beside photos of it; strays left out
    bool heartbeat = false;
    QDate firstPhoto; ///< of the whole data; null without any
    QDate lastPhoto;
    int shortestNoticed = LongSilence; ///< days; a shorter silence would not be told from quiet

    double cameraDays() const;
    /// Camera-days of the days [first, last] of the period, from 0.
    double cameraDays(int first, int last) const;
    /// Camera-days that are left out as their photos are not read: the camera worked then.
    double unreadDays() const;
    double unreadDays(int first, int last) const;
    /// Detections on days with effort: what stands in rates.
    qint64 counted(std::optional<Animal> animal) const;
};

/// The effort of a period: plain sums over cameras and days, so all tables add up.
struct SeasonEffort
{
    std::vector<CameraEffort> cameras; ///< all locations, by name; without effort where no photo says so
    qint64 impossibleDates = 0;        ///< photos of these locations before 2000 or after they were stored
    std::vector<std::pair<QString, QString>> nearby; ///< names of locations within 25 m whose cameras worked in turn

    double cameraDays() const;
    double cameraDays(int first, int last) const;
    /// Of all cameras.
    double unreadDays(int first, int last) const;
    /// Camera-days the cameras worked, their photos read or not.
    double daysAtWork() const;
    /// Detections on days with effort: what stands in rates.
    qint64 counted(std::optional<Animal> animal) const;
    /// Cameras with effort in the period, or in days of it.
    int cameraCount() const;
    int cameraCount(int first, int last) const;
    /// Cameras that worked in the period, their photos read or not.
    int camerasAtWork() const;
    /// Half of the cameras at work on that day, or more, worked only a part of it: rates of it are those of half a day.
    bool isHalfDay(int day) const;
    /// Days times these.
    double possible() const;
    const CameraEffort *find(const QString &id) const;
};

/// A number for each location, the same in all periods.
using CameraNumbers = QHash<QString, int>;

/// The block each day falls into: blocks of seven days from the first day on; a rest of under 4 days joins the last.
std::vector<int> weeklyBlockNumbers(int days);

/// The cells of a period.
/// @param blockOf the block of each day; a day under a negative number is left out.
/// @param animal nothing: all together.
Cells cellsOf(const SeasonEffort &effort, const CameraNumbers &numbers, const std::vector<int> &blockOf,
              std::optional<Animal> animal);

CameraNumbers cameraNumbers(const std::vector<const SeasonEffort *> &periods);

} // namespace herdbook::season
