// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/dataset/csv.h"

namespace herdbook::render {

void CsvLine::separate()
{
    if (!m_first)
        m_line += ',';
    m_first = false;
}

CsvLine &CsvLine::text(const QString &value)
{
    separate();
    QByteArray bytes = value.toUtf8();
    static const QByteArray formula("=+-@\t\r\n");
    if (!bytes.isEmpty() && formula.contains(bytes.front()))
        bytes.prepend('\'');
    // Full-width forms are taken for formulas by some spreadsheets as well.
    else if (!value.isEmpty() && QStringLiteral("\uff1d\uff0b\uff0d\uff20").contains(value.front()))
        bytes.prepend('\'');
    const bool quoted = bytes.contains(',') || bytes.contains('"') || bytes.contains('\n') || bytes.contains('\r');
    m_line += quoted ? '"' + bytes.replace("\"", "\"\"") + '"' : bytes;
    return *this;
}

CsvLine &CsvLine::plain(const QByteArray &value)
{
    separate();
    m_line += value;
    return *this;
}

CsvLine &CsvLine::number(double value, int decimals)
{
    return plain(QByteArray::number(value, 'f', decimals));
}

} // namespace herdbook::render
