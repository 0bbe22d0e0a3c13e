// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/snapshot.h"

namespace herdbook::storage {

Result<Snapshot> Snapshot::begin(Postgres &connection, Columns::Use use)
{
    Result<Transaction> transaction = Transaction::begin(connection, Transaction::Mode::ReadOnlySnapshot);
    if (!transaction)
        return transaction.error();
    Result<Columns> columns = Columns::probe(connection, use);
    if (!columns)
        return columns.error();
    if (const Result<void> once = columns->checkIds(connection); !once)
        return once.error();
    return Snapshot(*std::move(transaction), *std::move(columns));
}

} // namespace herdbook::storage
