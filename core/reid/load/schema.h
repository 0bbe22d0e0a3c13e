// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QStringList>

namespace herdbook::storage {
class Postgres;
}

namespace herdbook::reid {

/// How a column holds vectors.
enum class VectorType { None, Vector, Float4Array, Float8Array, Bytes };

/// Which of the deployed system's tables and columns this database has.
class Schema
{
public:
    /// Reads the catalog. Corrupt when a table or column is missing that nothing can be done without, or when a column of
    /// vectors has a type that can't be read; the message names it.
    static Result<Schema> probe(storage::Postgres &database);

    bool has(const QString &table) const { return m_columns.contains(table); }
    bool has(const QString &table, const QString &column) const { return m_columns.value(table).contains(column); }
    VectorType vectors(const QString &table) const; ///< of its column feature_vector
    QStringList missing() const;                    ///< optional columns and tables that aren't there

    /// The column, qualified, where the table has it, otherwise the fallback: both are SQL of our own.
    QString columnOr(const QString &table, const QString &alias, const QString &column, const QString &fallback) const;

    /// The class of a detection `d` as text: a person's correction wins where there is one.
    QString labelOfDetection() const;

private:
    QHash<QString, QHash<QString, QString>> m_columns; ///< table -> column -> type
};

} // namespace herdbook::reid
