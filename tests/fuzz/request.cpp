// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/exportvalidation.h"
#include "tests/fuzz/property.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace herdbook::exports;

namespace {

void check(const Validation &validation, const QDate &today)
{
    HERDBOOK_PROPERTY(validation.isValid() == validation.request.has_value());
    for (const Violation &violation : validation.violations)
        HERDBOOK_PROPERTY(!violation.rule.isEmpty() && !violation.message.isEmpty());
    if (!validation.isValid())
        return;
    const ExportRequest &request = *validation.request;
    HERDBOOK_PROPERTY(request.detectionIds.size() <= MaximumDetections);
    HERDBOOK_PROPERTY(!request.start.isValid() || request.start <= today);
    const Validation again = validate(request.kind, toJson(request), today);
    HERDBOOK_PROPERTY(again.isValid() && *again.request == request);
}

} // namespace

/// Whatever a client sends is rejected with a reason or becomes a request that passes validation again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto document =
        QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    const QJsonValue body = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const QDate today(2026, 11, 22);
    check(validate(ExportKind::Pdf, body, today), today);
    check(validate(ExportKind::Zip, body, today), today);
    check(validateAny(body, today), today);
    return 0;
}
