// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/columns.h"
#include "core/storage/postgres.h"

namespace herdbook::storage {

/// One state of the deployed tables, for as long as it lives: a read-only transaction at repeatable read, in which the columns were found and every
/// id is there once. What is counted in it is what can be read in it.
class Snapshot
{
public:
    /// Fails as Transaction::begin(), Columns::probe() and Columns::checkIds() do.
    static Result<Snapshot> begin(Postgres &connection, Columns::Use use = Columns::Use::Reports);

    const Columns &columns() const { return m_columns; }

private:
    Snapshot(Transaction transaction, Columns columns)
        : m_transaction(std::move(transaction)), m_columns(std::move(columns))
    {
    }

    Transaction m_transaction;
    Columns m_columns;
};

} // namespace herdbook::storage
