// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/storage/cell.h"

#include <QDateTime>
#include <QUuid>

#include <memory>
#include <vector>

struct pg_result;

namespace herdbook::storage {

/// A row whose columns are read by name, each as the type it has. Null gives what is stated. Reading a column that isn't there, or as what
/// it isn't, gives the same and turns the end of the reading into an error (Corrupt, naming column and type): nothing is misread silently.
class Row
{
public:
    bool isNull(std::string_view column) const;
    QString text(std::string_view column) const;      ///< text, enum, domain, json, uuid, integer; null: null string
    qint64 integer(std::string_view column) const;    ///< int2, int4, int8; null: 0
    double number(std::string_view column) const;     ///< integers, real, double precision, numeric; null: 0
    bool boolean(std::string_view column) const;      ///< null: false
    QUuid uuid(std::string_view column) const;        ///< uuid, or text of its 36 characters; null: null
    QDateTime instant(std::string_view column) const; ///< timestamptz, in UTC; null and infinity: invalid
    QDate date(std::string_view column) const;        ///< date; null and infinity: invalid
    QByteArray bytes(std::string_view column) const;  ///< bytea; null: null
    Cell cell(std::string_view column) const;         ///< as it came, binary

private:
    friend class Rows;
    struct Column
    {
        std::string name;
        unsigned type = 0; ///< oid
    };
    struct Found
    {
        Cell cell;
        unsigned type = 0;
    };
    Found find(std::string_view column) const;
    void misread(std::string_view column, unsigned type, const char *as) const;

    const pg_result *m_result = nullptr;
    std::vector<Column> m_columns;
    mutable std::optional<Error> m_fault;
};

} // namespace herdbook::storage
