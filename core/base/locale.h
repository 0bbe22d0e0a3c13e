// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace herdbook {

/// Makes the process's character encoding UTF-8 where the environment names another or none (a minimal system, cron, systemd), so that
/// Qt has nothing to warn of; the environment's other choices (dates, numbers) stay. Call it first in main(), before threads and Qt.
void useUtf8Locale();

/// Makes the process's libraries speak English, whatever the desktop speaks: libpq tells some faults by its words alone. Qt's application
/// sets the environment's language when it is made: call it after that.
void useEnglishMessages();

} // namespace herdbook
