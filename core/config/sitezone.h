// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace herdbook {

/// Whether a name means the same time zone to Qt and to PostgreSQL, as far as the name tells: one of the time zone database, such as
/// America/Chicago or Etc/GMT+6. "UTC-06:00" is none: Qt takes it as west of Greenwich, PostgreSQL as east.
bool isSiteZone(const QByteArray &id);

/// The names to choose from, sorted.
QList<QByteArray> siteZones();

} // namespace herdbook
