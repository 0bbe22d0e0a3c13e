// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/herd/copyrows.h"

#include <QtEndian>
#include <bit>

namespace herdbook::demo {

template<class T>
void CopyRows::put(T value)
{
    const T ordered = qToBigEndian(value);
    m_bytes.append(reinterpret_cast<const char *>(&ordered), sizeof ordered);
}

void CopyRows::clear()
{
    m_bytes = QByteArray("PGCOPY\n\xFF\r\n\0\0\0\0\0\0\0\0\0", 19);
}

QByteArray CopyRows::take()
{
    return std::exchange(m_bytes, QByteArray());
}

CopyRows &CopyRows::row(int fields)
{
    put(static_cast<qint16>(fields));
    return *this;
}

CopyRows &CopyRows::null()
{
    put(qint32(-1));
    return *this;
}

CopyRows &CopyRows::text(const QString &value)
{
    const QByteArray bytes = value.toUtf8();
    put(static_cast<qint32>(bytes.size()));
    m_bytes += bytes;
    return *this;
}

CopyRows &CopyRows::uuid(const QUuid &value)
{
    put(qint32(16));
    m_bytes += value.toRfc4122();
    return *this;
}

CopyRows &CopyRows::integer(qint32 value)
{
    put(qint32(4));
    put(value);
    return *this;
}

CopyRows &CopyRows::real(double value)
{
    put(qint32(8));
    put(std::bit_cast<quint64>(value));
    return *this;
}

CopyRows &CopyRows::boolean(bool value)
{
    put(qint32(1));
    m_bytes += value ? '\1' : '\0';
    return *this;
}

CopyRows &CopyRows::time(qint64 secondsSince1970, int microseconds)
{
    constexpr qint64 from1970to2000 = 946'684'800;
    put(qint32(8));
    put((secondsSince1970 - from1970to2000) * 1'000'000 + microseconds);
    return *this;
}

CopyRows &CopyRows::reals(std::span<const float> values)
{
    constexpr qint32 realOid = 700;
    put(static_cast<qint32>(20 + 8 * values.size()));
    put(qint32(1)); // dimensions
    put(qint32(0)); // no nulls
    put(realOid);
    put(static_cast<qint32>(values.size()));
    put(qint32(1)); // lower bound
    const qsizetype start = m_bytes.size();
    m_bytes.resize(start + static_cast<qsizetype>(8 * values.size()));
    char *to = m_bytes.data() + start;
    for (const float value : values) {
        qToBigEndian(qint32(4), to);
        qToBigEndian(std::bit_cast<quint32>(value), to + 4);
        to += 8;
    }
    return *this;
}

} // namespace herdbook::demo
