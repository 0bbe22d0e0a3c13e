// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace herdbook::render {

/// Builds one record of a CSV file (RFC 4180: commas, quotes doubled, CRLF; UTF-8).
class CsvLine
{
public:
    /// Text from outside. What a spreadsheet would take for a formula (a first = + - @, tab or line break, and the same after a semicolon,
    /// tab or line break, where cells begin in other dialects) gets an apostrophe before it.
    CsvLine &text(const QString &value);
    /// A number or another value that Herdbook writes itself: as it is.
    CsvLine &plain(const QByteArray &value);
    CsvLine &number(double value, int decimals);

    /// The record with its line end.
    QByteArray end() const { return m_line + "\r\n"; }

private:
    void separate();

    QByteArray m_line;
    bool m_first = true;
};

} // namespace herdbook::render
