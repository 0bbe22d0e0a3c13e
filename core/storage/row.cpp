// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/row.h"

#include <QTimeZone>
#include <QtEndian>

#include <libpq-fe.h>
#include <limits>

namespace herdbook::storage {

namespace {

/// Types by their fixed numbers (pg_type.dat); what a database defines itself (enums, citext) begins at FirstOwn.
enum Type : unsigned {
    Bool = 16,
    Bytea = 17,
    Name = 19,
    Int8 = 20,
    Int2 = 21,
    Int4 = 23,
    Text = 25,
    Oid = 26,
    Json = 114,
    Xml = 142,
    Float4 = 700,
    Float8 = 701,
    Unknown = 705,
    Bpchar = 1042,
    Varchar = 1043,
    Date = 1082,
    Timestamptz = 1184,
    Numeric = 1700,
    Uuid = 2950,
    Jsonb = 3802,
    FirstOwn = 16384
};

bool isText(unsigned type)
{
    return type == Text || type == Varchar || type == Bpchar || type == Name || type == Json || type == Xml ||
           type == Unknown || type >= FirstOwn;
}

bool isInteger(unsigned type)
{
    return type == Int2 || type == Int4 || type == Int8;
}

QString textOf(const Cell &cell)
{
    return QString::fromUtf8(cell.data, cell.size);
}

constexpr qint64 kEpoch = 946'684'800'000; // 2000-01-01 in milliseconds of Unix time
constexpr qint64 kEpochJulianDay = 2'451'545;

} // namespace

Row::Found Row::find(std::string_view column) const
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].name != column)
            continue;
        const int field = static_cast<int>(i);
        if (PQgetisnull(m_result, 0, field) != 0)
            return {{}, m_columns[i].type};
        return {{PQgetvalue(m_result, 0, field), PQgetlength(m_result, 0, field)}, m_columns[i].type};
    }
    if (!m_fault)
        m_fault = Error{ErrorKind::Internal, QStringLiteral("PostgreSQL's answer has no column %1")
                                                 .arg(QLatin1String(column.data(), static_cast<int>(column.size())))};
    return {};
}

void Row::misread(std::string_view column, unsigned type, const char *as) const
{
    if (!m_fault)
        m_fault =
            Error{ErrorKind::Corrupt, QStringLiteral("PostgreSQL's column %1 (type number %2) can't be read as %3")
                                          .arg(QLatin1String(column.data(), static_cast<int>(column.size())))
                                          .arg(type)
                                          .arg(QLatin1String(as))};
}

bool Row::isNull(std::string_view column) const
{
    return find(column).cell.isNull();
}

QString Row::text(std::string_view column) const
{
    const Found found = find(column);
    if (found.cell.isNull())
        return {};
    if (isText(found.type))
        return textOf(found.cell);
    if (found.type == Uuid)
        return uuid(column).toString(QUuid::WithoutBraces);
    if (isInteger(found.type))
        return QString::number(found.cell.int64(0));
    if (found.type == Jsonb && found.cell.size > 0) // after the version of the format
        return QString::fromUtf8(found.cell.data + 1, found.cell.size - 1);
    misread(column, found.type, "text");
    return {};
}

qint64 Row::integer(std::string_view column) const
{
    const Found found = find(column);
    if (found.cell.isNull())
        return 0;
    if (isInteger(found.type))
        return found.cell.int64(0);
    if (found.type == Oid && found.cell.size == 4)
        return qFromBigEndian<quint32>(found.cell.data);
    misread(column, found.type, "a whole number");
    return 0;
}

double Row::number(std::string_view column) const
{
    const Found found = find(column);
    if (found.cell.isNull())
        return 0;
    if (found.type == Float4 || found.type == Float8)
        return found.cell.float8(0);
    if (found.type == Numeric)
        return found.cell.numeric().value_or(0);
    if (isInteger(found.type))
        return static_cast<double>(found.cell.int64(0));
    misread(column, found.type, "a number");
    return 0;
}

bool Row::boolean(std::string_view column) const
{
    const Found found = find(column);
    if (!found.cell.isNull() && found.type != Bool)
        misread(column, found.type, "true or false");
    return found.type == Bool && found.cell.boolean(false);
}

QUuid Row::uuid(std::string_view column) const
{
    const Found found = find(column);
    if (found.cell.isNull())
        return {};
    if (found.type == Uuid)
        return QUuid::fromRfc4122(QByteArrayView(found.cell.data, found.cell.size));
    const QUuid id = isText(found.type) ? QUuid(textOf(found.cell).trimmed()) : QUuid();
    if (id.isNull() && textOf(found.cell).trimmed() != QUuid().toString(QUuid::WithoutBraces))
        misread(column, found.type, "an id");
    return id;
}

QDateTime Row::instant(std::string_view column) const
{
    const Found found = find(column);
    if (found.cell.isNull())
        return {};
    if (found.type != Timestamptz) {
        misread(column, found.type, "a point in time");
        return {};
    }
    const qint64 microseconds = found.cell.int64(0);
    if (microseconds == std::numeric_limits<qint64>::max() || microseconds == std::numeric_limits<qint64>::min())
        return {};
    // Rounded down before the epochs are added: PostgreSQL's last years don't fit otherwise.
    const qint64 milliseconds = microseconds / 1000 - (microseconds % 1000 < 0 ? 1 : 0);
    return QDateTime::fromMSecsSinceEpoch(milliseconds + kEpoch, Qt::UTC);
}

QDate Row::date(std::string_view column) const
{
    const Found found = find(column);
    if (found.cell.isNull())
        return {};
    if (found.type != Date) {
        misread(column, found.type, "a day");
        return {};
    }
    const qint64 days = found.cell.int64(0);
    if (days == std::numeric_limits<qint32>::max() || days == std::numeric_limits<qint32>::min())
        return {};
    return QDate::fromJulianDay(kEpochJulianDay + days);
}

QByteArray Row::bytes(std::string_view column) const
{
    const Found found = find(column);
    if (found.cell.isNull())
        return {};
    if (found.type == Bytea)
        return {found.cell.data, found.cell.size};
    misread(column, found.type, "bytes");
    return {};
}

Cell Row::cell(std::string_view column) const
{
    return find(column).cell;
}

} // namespace herdbook::storage
