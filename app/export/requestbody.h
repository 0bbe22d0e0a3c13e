// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QCommandLineParser>
#include <QDate>
#include <QJsonObject>

namespace herdbook::exporting {

inline constexpr QLatin1String ReportType("report_type");

/// The object of --json; an empty one without it.
Result<QJsonObject> jsonOf(const QCommandLineParser &parser);

/// The request's JSON with the options over it.
Result<QJsonObject> bodyOf(QJsonObject body, const QCommandLineParser &parser, const QDate &today);

} // namespace herdbook::exporting
