// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/exportrequest.h"

#include <QJsonValue>

namespace herdbook::exports {

/// One broken rule. `message` is the text of the HTTP contract; `field` is the JSON path, such as `comparison_periods[1].label`.
struct Violation
{
    QString field;
    QString rule;
    QString message;
    bool operator==(const Violation &) const = default;
};

/// What validation says: a request, or the violations in the order of the contract's table (the first is the `detail`).
struct Validation
{
    std::optional<ExportRequest> request;
    QList<Violation> violations;
    bool isValid() const { return violations.isEmpty(); }
};

/// Most detections one ZIP may hold, and the longest period in days (end - start).
inline constexpr int MaximumDetections = 10000;
inline constexpr int MaximumDays = 365;
inline constexpr int MaximumLocations = 1000;

/// As `today`, for who only reads a request that somebody else accepted: no date is in the future.
inline const QDate AnyDay(9999, 12, 31);

/// Checks all rules of the HTTP contract. The form, the HTTP service and the worker call this one function.
/// @param kind which of the two exports `body` asks for.
/// @param body the request's JSON; anything but an object is one violation. Unknown fields are ignored.
/// @param today the current day in the site's time zone.
Validation validate(ExportKind kind, const QJsonValue &body, const QDate &today);

/// The same for `POST /api/exports`, where `report_type` says "pdf" or "zip".
Validation validateAny(const QJsonValue &body, const QDate &today);

} // namespace herdbook::exports
