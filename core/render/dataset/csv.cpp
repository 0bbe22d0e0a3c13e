// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/dataset/csv.h"

#include <cmath>

namespace herdbook::render {

namespace {

/// Puts an apostrophe before whatever some program would take for a formula: at the beginning, and where a cell would begin for one that
/// separates by semicolons or tabs (there the quotes around the whole don't count). Full-width signs are taken for the plain ones.
QString withoutFormulas(const QString &value)
{
    static const QString separators = QStringLiteral(";\t\r\n");
    static const QString signs = QStringLiteral("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20");
    static const QString passedOver = QStringLiteral(" \"\u00a0");
    QString text;
    for (qsizetype at = 0; at < value.size(); ++at) {
        const bool begins = at == 0 || separators.contains(value.at(at - 1));
        qsizetype sign = at;
        while (begins && at > 0 && sign < value.size() && passedOver.contains(value.at(sign)))
            ++sign;
        const bool passed = at > 0 && separators.contains(value.at(at)); // the cell that follows is looked at
        if (begins && !passed && sign < value.size() && signs.contains(value.at(sign)))
            text += u'\'';
        text += value.at(at);
    }
    return text;
}

} // namespace

void CsvLine::separate()
{
    if (!m_first)
        m_line += ',';
    m_first = false;
}

CsvLine &CsvLine::text(const QString &value)
{
    separate();
    QByteArray bytes = withoutFormulas(value).toUtf8();
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
    return plain(std::isfinite(value) ? QByteArray::number(value, 'f', decimals) : QByteArray());
}

} // namespace herdbook::render
