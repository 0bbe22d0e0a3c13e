// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/jobstatus.h"
#include "tests/fuzz/property.h"

using namespace herdbook::exports;

/// Whatever stands under a status key is unreadable or a status whose figures can be shown; written again it stays the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString id = QStringLiteral("job");
    const auto status =
        jobStatusFromWire(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)), id);
    if (!status)
        return 0;
    HERDBOOK_PROPERTY(status->percent() >= -1 && status->percent() <= 100);
    HERDBOOK_PROPERTY(status->totalDetections < 0 || status->processedCount <= status->totalDetections);
    const auto once = jobStatusFromWire(toWire(*status), id);
    HERDBOOK_PROPERTY(once.hasValue());
    HERDBOOK_PROPERTY(once->state == status->state);
    const auto twice = jobStatusFromWire(toWire(*once), id);
    HERDBOOK_PROPERTY(twice.hasValue() && *twice == *once);
    return 0;
}
