// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"

#include <QTcpServer>

namespace herdbook::test {

/// In PostgreSQL's place: refuses the first connection, and says nothing to all that come later. Lives in a thread with an event loop.
class FallingSilent
{
public:
    FallingSilent();

    PostgresSettings settings() const;
    /// Connections so far.
    int met() const { return m_met; }

private:
    QTcpServer m_server;
    int m_met = 0;
};

} // namespace herdbook::test
