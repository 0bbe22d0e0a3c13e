// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"

namespace herdbook {

Q_LOGGING_CATEGORY(logConfig, "herdbook.config", QtInfoMsg)
Q_LOGGING_CATEGORY(logStorage, "herdbook.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(logExports, "herdbook.exports", QtInfoMsg)
Q_LOGGING_CATEGORY(logWorker, "herdbook.worker", QtInfoMsg)
Q_LOGGING_CATEGORY(logApi, "herdbook.api", QtInfoMsg)
Q_LOGGING_CATEGORY(logReid, "herdbook.reid", QtInfoMsg)
Q_LOGGING_CATEGORY(logDemo, "herdbook.demo", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "herdbook.ui", QtInfoMsg)

void setUpLogging(bool verbose)
{
    qSetMessagePattern(QStringLiteral("%{time yyyy-MM-dd HH:mm:ss.zzz} %{type} %{category}: %{message}"));
    if (verbose)
        QLoggingCategory::setFilterRules(QStringLiteral("herdbook.*.debug=true\nherdbook.*.info=true"));
}

} // namespace herdbook
