// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <span>

/// What Columns looks for in a database, and how each is brought into the one form. Not for use from outside.
namespace herdbook::storage {

enum class ColumnKind { Id, Text, Label, Time, Flag, Number, Json, Score, Vector };

/// The last two are looked at for batches only.
enum class Needed { No, Always, ForReports, ForBatches, InBatches };

/// One column of the form. `missing` is what stands for it where the table hasn't got it.
struct WantedColumn
{
    const char *table;
    const char *column;
    ColumnKind kind;
    Needed needed;
    const char *missing;
};

std::span<const char *const> wantedTables();
/// In the order of the form; a correction follows what it corrects.
std::span<const WantedColumn> wantedColumns();
/// Those whose absence is worth telling: the later migrations' and the vectors.
std::span<const char *const> toldColumns();

struct AcceptedTypes
{
    QStringList types;
    QString words;
};

const AcceptedTypes &accepted(ColumnKind kind);

/// What stands around a class unseen, as it is written in an E'' constant: Unicode's blanks and its spaces of no width, which other encodings
/// than UTF-8 need not have.
QString blanksOf(const QString &encoding);

/// A value in the form's type; `column` is quoted.
QString expression(ColumnKind kind, const QString &column, const QString &type, const QString &zone,
                   const QString &blanks, const char *missing);

} // namespace herdbook::storage
