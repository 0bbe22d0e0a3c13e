// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace herdbook::storage {

/// The value of a field of INFO's answer; empty where it isn't told.
QByteArray infoValue(const QByteArray &info, const char *field);

/// What there is to say of a Redis that dropped keys for lack of memory since its start, by its INFO stats; nothing of another.
QString evictionText(const QByteArray &info);

} // namespace herdbook::storage
