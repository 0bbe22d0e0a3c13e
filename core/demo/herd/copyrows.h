// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUuid>
#include <span>

namespace herdbook::demo {

/// Writes rows in the binary form of PostgreSQL's COPY. Enumerations, varchar and json go as text.
class CopyRows
{
public:
    CopyRows() { clear(); }

    /// Starts a row of so many fields.
    CopyRows &row(int fields);
    CopyRows &null();
    CopyRows &text(const QString &value);
    CopyRows &json(const QString &value) { return text(value); }
    CopyRows &uuid(const QUuid &value);
    CopyRows &integer(qint32 value);
    CopyRows &real(double value);
    CopyRows &boolean(bool value);
    CopyRows &time(qint64 secondsSince1970, int microseconds = 0);
    CopyRows &reals(std::span<const float> values);

    qsizetype size() const { return m_bytes.size(); }
    /// What was written so far; begins anew. The first block carries the header.
    QByteArray take();
    /// The end of the data.
    static QByteArray trailer() { return QByteArray("\xFF\xFF", 2); }

private:
    void clear();
    template<class T>
    void put(T value);
    QByteArray m_bytes;
};

} // namespace herdbook::demo
