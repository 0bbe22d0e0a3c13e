// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/herdbook/demostart.h"

#include "core/base/logging.h"
#include "core/base/whendone.h"
#include "core/config/commandline.h"
#include "core/config/profile.h"
#include "ui/connection/connectionmodel.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QTextStream>
#include <QtConcurrentRun>

namespace herdbook {

demo::DemoRanch::Options ranchOptions()
{
    demo::DemoRanch::Options options;
    options.worker = demo::DemoRanch::workerBeside(QCoreApplication::applicationDirPath());
    return options;
}

bool opensDemoAgain(const ProfileStore &profiles, const QString &environmentFile, const Variables &environment)
{
    return profiles.isDemoCurrent() && environmentFile.isEmpty() &&
           !connection::ConnectionModel::namesDeployment(environment);
}

QFuture<bool> endApart(std::unique_ptr<demo::DemoRanch> ranch)
{
    ranch->disconnect();
    return QtConcurrent::run([ended = ranch.release()] {
        delete ended;
        return true;
    });
}

DemoStart::DemoStart(WayOut wayOut, demo::DemoRanch::Options options, QObject *parent)
    : QObject(parent), m_ranch(std::make_unique<demo::DemoRanch>(std::move(options))), m_window(tr("The demo ranch"))
{
    if (wayOut == WayOut::GoOnWithout)
        m_window.setWayOut(tr("Go on without"));
    connect(m_ranch.get(), &demo::DemoRanch::progress, &m_window, &StartWindow::showProgress);
    connect(m_ranch.get(), &demo::DemoRanch::progress, this, &DemoStart::logProgress);
    connect(m_ranch.get(), &demo::DemoRanch::begunAnew, this, [this](const QString &why) {
        qCWarning(logDemo).noquote() << why;
        m_window.showNote(why);
    });
    connect(m_ranch.get(), &demo::DemoRanch::photosAdded, this, &DemoStart::photosAdded);
    connect(m_ranch.get(), &demo::DemoRanch::ready, this, [this](const Settings &settings) {
        if (!m_ranch)
            return; // given up meanwhile
        Q_EMIT ready(settings);
        disconnect(&m_window, nullptr, this, nullptr);
        m_window.close();
    });
    connect(m_ranch.get(), &demo::DemoRanch::failed, this, [this](const Error &error) {
        if (!m_ranch)
            return;
        m_failed = true;
        QTextStream(stderr) << error.message << '\n';
        m_window.showError(error);
        // Nobody can read or close a window that is on no screen.
        if (QGuiApplication::platformName() == QLatin1String("offscreen"))
            m_window.close();
    });
    connect(&m_window, &StartWindow::given, this, [this] { Q_EMIT given(m_failed ? ExitFailure : ExitDone); });
}

DemoStart::~DemoStart()
{
    m_ending.waitForFinished();
}

void DemoStart::logProgress(const QString &stage, double fraction)
{
    const int tenths = static_cast<int>(fraction * 10);
    if (tenths > std::exchange(m_logged, std::max(m_logged, tenths)))
        qCInfo(logDemo).noquote() << QStringLiteral("%1% %2").arg(tenths * 10, 3).arg(stage);
}

void DemoStart::start()
{
    m_window.show();
    m_ranch->start();
}

void DemoStart::end()
{
    m_ending = endApart(std::move(m_ranch));
    whenDone(m_ending, this, [this](bool) { Q_EMIT ended(); });
}

} // namespace herdbook
