// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/dataset/spool.h"

#include <QDateTime>
#include <stop_token>
#include <vector>

namespace herdbook::render {

struct ZipEntry
{
    QString name; ///< relative, with `/`
    SpoolEntry content;
    QDateTime modified;   ///< UTC, stored as it is
    bool deflate = false; ///< otherwise stored, as JPEGs don't get smaller
};

/// Writes the entries, in their order, to a new file: ZIP64 where needed, nothing kept in memory, the same bytes for
/// the same entries whatever the machine's time zone. Storage error on a full disk; Cancelled; nothing is left at
/// `path` then.
Result<void> writeZip(const QString &path, const Spool &spool, const std::vector<ZipEntry> &entries,
                      std::stop_token stop);

} // namespace herdbook::render
