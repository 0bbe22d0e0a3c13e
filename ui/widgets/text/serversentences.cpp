// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text/coretexts.h"

#include <QCoreApplication>

namespace herdbook {

namespace {

// clang-format off
const CoreSentence sentences[] = {
    // PostgreSQL and libpq
    {QT_TRANSLATE_NOOP("Core", "password authentication failed for user \"%1\""), "1"},
    {QT_TRANSLATE_NOOP("Core", "role \"%1\" does not exist"), "1"},
    {QT_TRANSLATE_NOOP("Core", "role \"%1\" is not permitted to log in"), "1"},
    {QT_TRANSLATE_NOOP("Core", "database \"%1\" does not exist"), "1"},
    {QT_TRANSLATE_NOOP("Core", "permission denied for database \"%1\""), "1"},
    QT_TRANSLATE_NOOP("Core", "fe_sendauth: no password supplied"),
    QT_TRANSLATE_NOOP("Core", "server does not support SSL, but SSL was required"),
    QT_TRANSLATE_NOOP("Core", "sorry, too many clients already"),
    QT_TRANSLATE_NOOP("Core", "the database system is starting up"),
    QT_TRANSLATE_NOOP("Core", "the database system is shutting down"),
    // Redis and hiredis
    QT_TRANSLATE_NOOP("Core", "NOAUTH Authentication required."),
    QT_TRANSLATE_NOOP("Core", "WRONGPASS invalid username-password pair or user is disabled."),
    QT_TRANSLATE_NOOP("Core", "ERR DB index is out of range"),
    QT_TRANSLATE_NOOP("Core", "LOADING Redis is loading the dataset in memory"),
    QT_TRANSLATE_NOOP("Core", "Server closed the connection"),
    // the system
    QT_TRANSLATE_NOOP("Core", "Connection refused"),
    QT_TRANSLATE_NOOP("Core", "Connection reset by peer"),
    QT_TRANSLATE_NOOP("Core", "Connection timed out"),
    QT_TRANSLATE_NOOP("Core", "No route to host"),
    QT_TRANSLATE_NOOP("Core", "Name or service not known"),
};
// clang-format on

} // namespace

std::span<const CoreSentence> serverSentences()
{
    return sentences;
}

} // namespace herdbook
