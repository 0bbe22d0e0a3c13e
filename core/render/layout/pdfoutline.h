// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <vector>

namespace herdbook::layout {

struct OutlineEntry
{
    QString text;
    int level = 1; ///< 1 or more
    int page = 0;  ///< from 0
    qreal top = 0; ///< points from the page's lower edge
};

struct PdfMetadata
{
    QString title;
    QString subject;
    QDateTime made;
};

/// Adds bookmarks and metadata to a PDF written by QPdfWriter, which has neither, as an incremental update (ISO
/// 32000-1, 7.5.6, 12.3.3). A file whose structure isn't as Qt writes it is given back unchanged.
QByteArray withOutline(const QByteArray &pdf, const std::vector<OutlineEntry> &entries, const PdfMetadata &metadata);

} // namespace herdbook::layout
