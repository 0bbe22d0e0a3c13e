// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace herdbook::storage {

class Postgres;

/// How a column holds vectors.
enum class VectorType { None, Vector, Float4Array, Float8Array, Bytes };

/// The deployed system's tables as this database has them, told in one form: what differs between deployments (types, columns that a
/// migration adds, blanks and capitals in classes, '' for "not set", times without a zone, ids as text, views) ends here. Statements are written
/// against that form:
///
///     FROM %1 d JOIN %2 i ON i.id = d.image_id    with detections() and images()
///
/// Tables and views are found by the search path. PostgreSQL sees through these subqueries: plans are those of the tables.
class Columns
{
public:
    enum class Use { Reports, Analysis, Batches }; ///< decides what can't be done without

    /// Reads the catalog. Corrupt, in one sentence that names table, column, type found and types accepted, when something is missing or of a
    /// type that can't be read. Times without a zone are taken as those of the connection's site.
    static Result<Columns> probe(Postgres &connection, Use use = Use::Reports);

    /// id, image_id, deer_id, burst_group_id (uuid), classification (as the model said), label (a person's correction wins), corrected,
    /// is_valid, is_duplicate, is_reviewed (boolean, never null), confidence (null: missing or no number), bbox (JSON as text), created_at
    /// (timestamptz), feature_vector (as it is)
    QString detections() const { return form(QStringLiteral("detections")); }
    /// id, location_id (uuid), filename, path, "timestamp", created_at (timestamptz), processing_status
    QString images() const { return form(QStringLiteral("images")); }
    /// id, best_photo_id (uuid), name, sex, status, embedding_version, first_seen, last_seen, created_at, feature_vector (as it is)
    QString deer() const { return form(QStringLiteral("deer")); }
    /// id, name, coordinates (JSON as text); no rows where the table is missing
    QString locations() const { return form(QStringLiteral("locations")); }
    /// detection_id, deer_id, similarity_score, threshold_used (numeric, four decimals), calculated_at; no rows where the table is missing
    QString scores() const { return form(QStringLiteral("reid_similarity_scores")); }

    /// Corrupt, in one sentence, when an id (for an analysis: a pair of stored scores too) is there twice, or an id isn't set or is text but no id:
    /// joins would count its rows twice or lose them. Costs nothing where a unique index says so; views, foreign tables, ids as text are looked through.
    Result<void> checkIds(Postgres &connection) const;

    /// A table's schema and name, quoted where needed, for statements that write; empty where it is missing.
    QString name(const QString &table) const { return m_names.value(table); }
    /// Whether it is a table, partitioned or not: no view, no foreign table.
    bool isTable(const QString &table) const { return m_plain.contains(table); }
    /// A column's value as in the form, for a statement that reads the table itself: of `alias`. What stands for it where it is missing.
    QString value(const char *table, const char *column, const char *alias) const;
    /// As in the catalog, domains resolved; empty where it is missing.
    QString type(const QString &table, const QString &column) const { return m_types.value(table).value(column); }

    bool has(const QString &table) const { return m_types.contains(table); }
    bool has(const QString &table, const QString &column) const { return m_types.value(table).contains(column); }
    VectorType vectors(const QString &table) const; ///< of its column feature_vector
    QStringList missing() const;                    ///< optional columns and tables that aren't there

    /// Tables with a column that is read, and that the connected role may not read.
    QStringList unreadable() const { return m_unreadable; }

    /// What was taken in a way that its owner should know, as sentences: "images.timestamp has no time zone; its times are taken as ..."
    QStringList remarks() const { return m_remarks; }

private:
    QString form(const QString &table) const { return m_forms.value(table); }

    QHash<QString, QHash<QString, QString>> m_types; ///< table -> column -> type
    QHash<QString, QString> m_forms;
    QHash<QString, QString> m_names;
    QSet<QString> m_plain;
    QString m_zone;   ///< one of Qt's names of a time zone: of times without one
    QString m_blanks; ///< what stands around a class unseen
    QStringList m_remarks;
    QStringList m_unreadable;
    QStringList m_idChecks; ///< SELECTs of (problem), at most one row each
};

} // namespace herdbook::storage
