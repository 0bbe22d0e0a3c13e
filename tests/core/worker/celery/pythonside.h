// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"
#include "core/demo/childprocess.h"

#include <QJsonObject>
#include <QTemporaryDir>

namespace herdbook::test {

/// Runs side.py, the real Celery of Debian's packages, against the test's servers.
class PythonSide
{
public:
    explicit PythonSide(Settings settings) : m_settings(std::move(settings)) {}

    /// Runs a command to its end; what it printed. An error with the output where it fails.
    Result<QByteArray> run(const QStringList &arguments, const QStringList &environment = {});
    /// The same, read as JSON.
    Result<QJsonObject> json(const QStringList &arguments, const QStringList &environment = {});

    /// Starts a command that goes on; it ends with this object.
    Result<void> start(const QStringList &arguments, const QStringList &environment = {});
    /// What the started one has printed so far.
    QByteArray output() const;
    /// Ends the started one in order.
    void stop() { m_process.end(SIGTERM, 10'000); }
    demo::ChildProcess &process() { return m_process; }

private:
    demo::ChildCommand command(const QStringList &arguments, const QStringList &environment, const QString &log) const;

    const Settings m_settings;
    const QTemporaryDir m_folder;
    demo::ChildProcess m_process;
};

} // namespace herdbook::test
