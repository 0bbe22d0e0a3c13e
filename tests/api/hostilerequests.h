// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace herdbook::test {

/// Bytes that somebody with bad intentions, or a broken program, may send, and the only right answer.
struct HostileRequest
{
    QByteArray name;
    QByteArray bytes;
    int status;
};

/// What is wrong in the body of an export request.
QList<HostileRequest> hostileBodies();
/// What is wrong in path, method, headers or framing.
QList<HostileRequest> hostileHeads();

} // namespace herdbook::test
