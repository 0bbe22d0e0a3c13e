// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/postgres.h"
#include "core/trial/review/store.h"

#include <stop_token>

namespace herdbook::trial {

/// The journal of trials, opened when first needed and again after a fault.
struct JournalTool
{
    QString path;
    std::unique_ptr<TrialStore> store;

    /// Runs `use(store)`; the store's opening error when there is none.
    template<class Use>
    auto with(Use use) -> decltype(use(*store))
    {
        if (!store) {
            Result<std::unique_ptr<TrialStore>> opened = TrialStore::open(path);
            if (!opened)
                return opened.error();
            store = std::move(*opened);
        }
        return use(*store);
    }
};

/// The database connection (opened when first needed and again after it was lost), with a journal of its own for exchanging answers.
struct DatabaseTool
{
    PostgresSettings settings;
    std::stop_token stop; ///< ends what waits for the database
    JournalTool journal;
    std::unique_ptr<storage::Postgres> connection;

    template<class Use>
    auto with(Use use) -> decltype(use(*connection))
    {
        if (!connection || !connection->isOpen()) {
            Result<std::unique_ptr<storage::Postgres>> opened = storage::Postgres::open(settings, stop);
            if (!opened)
                return opened.error();
            connection = std::move(*opened);
        }
        return use(*connection);
    }
};

/// For the protocol, which takes seconds: answers and rows don't wait for it.
struct PaperTool
{
    JournalTool journal;
};

} // namespace herdbook::trial
