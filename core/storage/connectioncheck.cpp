// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/connectioncheck.h"

#include "core/base/diskhand.h"
#include "core/base/faults.h"

#include <QFile>
#include <QFileInfo>
#include <QTcpSocket>

#include <cerrno>
#include <sys/stat.h>

namespace herdbook::storage {

using Outcome = CheckStep::Outcome;

CheckStep checkPort(const QString &host, quint16 port)
{
    const QString what = QStringLiteral("Host and port");
    if (host.startsWith(QLatin1Char('/')))
        return {what, QStringLiteral("By the socket in %1").arg(host), Outcome::Passed};
    QTcpSocket socket;
    socket.connectToHost(host, port);
    if (socket.waitForConnected(3000))
        return {what, QStringLiteral("%1 answers on port %2").arg(host).arg(port), Outcome::Passed};
    switch (socket.error()) {
    case QAbstractSocket::HostNotFoundError:
        return {what,
                QStringLiteral("No host is named %1. Is the name right, and this machine on the network?").arg(host),
                Outcome::Failed};
    case QAbstractSocket::ConnectionRefusedError:
        return {what,
                QStringLiteral("Nothing listens on port %2 of %1. Is the port right, and the server running?")
                    .arg(host)
                    .arg(port),
                Outcome::Failed};
    case QAbstractSocket::SocketTimeoutError:
        return {what,
                QStringLiteral("%1 did not answer on port %2 within 3 s. Is a firewall between?").arg(host).arg(port),
                Outcome::Failed};
    default:
        return {what, QStringLiteral("%1, port %2: %3").arg(host).arg(port).arg(socket.errorString()), Outcome::Failed};
    }
}

bool CheckReport::passed() const
{
    return std::none_of(steps.cbegin(), steps.cend(),
                        [](const CheckStep &step) { return step.outcome == Outcome::Failed; });
}

QString CheckReport::summary() const
{
    for (const Outcome outcome : {Outcome::Failed, Outcome::Warning}) {
        for (const CheckStep &step : steps) {
            if (step.outcome == outcome)
                return step.detail;
        }
    }
    return {};
}

namespace {

CheckStep lookAt(const QString &what, const QString &folder, const QString &without, const QString &empty)
{
    struct stat about = {};
    const int fault = ::stat(QFile::encodeName(folder).constData(), &about) == 0 ? 0 : errno;
    if (fault == ENOENT)
        return {what, QStringLiteral("%1 does not exist here. %2").arg(folder, without), Outcome::Failed};
    if (fault != 0)
        return {what, QStringLiteral("%1 can't be looked at: %2").arg(folder, qt_error_string(fault)), Outcome::Failed};
    if (!S_ISDIR(about.st_mode))
        return {what, QStringLiteral("%1 is not a folder").arg(folder), Outcome::Failed};
    const QFileInfo info(folder);
    if (!info.isReadable() || !info.isExecutable())
        return {what, QStringLiteral("The right to read %1 is missing").arg(folder), Outcome::Failed};
    const Result<bool> isEmpty = isFolderEmpty(folder);
    if (!isEmpty)
        return {what, folder + u' ' + isEmpty.error().message, Outcome::Failed};
    if (*isEmpty)
        return {what, empty.arg(folder), Outcome::Warning};
    return {what, QStringLiteral("%1 can be read").arg(folder), Outcome::Passed};
}

} // namespace

CheckReport checkFolders(const QString &exportFolder, const QString &imageFolder, const std::stop_token &stop)
{
    constexpr std::chrono::seconds Patience(5);
    CheckReport report;
    const auto look = [&](const QString &what, const QString &folder, const QString &without, const QString &empty) {
        if (folder.isEmpty()) {
            report.steps << CheckStep{what, QStringLiteral("Not looked at: none is set. %1").arg(without),
                                      Outcome::Warning};
            return;
        }
        const auto step = askDisk([=] { return lookAt(what, folder, without, empty); }, Patience, stop);
        report.steps << step.value_or(CheckStep{
            what, QStringLiteral("%1 did not answer within 5 s. Does the machine that it is on run?").arg(folder),
            Outcome::Failed});
    };
    look(QStringLiteral("Export folder"), exportFolder, QStringLiteral("Mount it, or give the web address instead."),
         QStringLiteral("%1 is empty: no export was made yet, or its disk isn't mounted"));
    look(QStringLiteral("Images"), imageFolder, QStringLiteral("Without it pictures show as missing."),
         QStringLiteral("%1 is empty. Is it mounted?"));
    return report;
}

} // namespace herdbook::storage
