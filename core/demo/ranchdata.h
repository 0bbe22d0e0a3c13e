// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"
#include "core/demo/photodrawing.h"

#include <QDate>

namespace herdbook::demo {

/// What the data in a demo folder is made from. Equal stamps mean equal data, but for the end of it.
struct RanchStamp
{
    quint64 seed = 0;
    int photos = 0;
    QDate end;
    bool operator==(const RanchStamp &) const = default;
};

/// How long data stays good: after this many days its newest photo is too old and it is made anew.
inline constexpr int ranchKeepsDays = 3;

/// The stamp of the data that is whole in the folder; none when there is none, it's half made or of another version of Herdbook.
std::optional<RanchStamp> readStamp(const QString &folder);

/// Whether data of stamp `made` will do where `wanted` is asked for.
bool isGoodEnough(const std::optional<RanchStamp> &made, const RanchStamp &wanted);

/// Makes the data: the database `deer_tracking` on the server (in the place of one that is there) and the photos under
/// `folder`/images, on all cores; those that are left of a try at equal data aren't drawn again. The stamp is removed first and written last.
/// Cancelled when stopped.
Result<void> makeRanch(const QString &folder, const PostgresSettings &server, const RanchStamp &wanted,
                       const Report &report, const std::stop_token &stop);

} // namespace herdbook::demo
