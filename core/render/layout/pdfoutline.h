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

/// Adds bookmarks and metadata (ISO 32000-1, 12.3.3, 14.3.3) to a PDF written by QPdfWriter, which writes neither. A file
/// that libqpdf can't read, or an entry on a page that isn't there, gives it back unchanged.
QByteArray withOutline(const QByteArray &pdf, const std::vector<OutlineEntry> &entries, const PdfMetadata &metadata);

} // namespace herdbook::layout
