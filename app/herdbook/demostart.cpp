// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/herdbook/demostart.h"

#include "core/base/logging.h"
#include "core/config/commandline.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QTextStream>

namespace herdbook {

demo::DemoRanch::Options ranchOptions()
{
    demo::DemoRanch::Options options;
    options.worker = demo::DemoRanch::workerBeside(QCoreApplication::applicationDirPath());
    return options;
}

DemoStart::DemoStart(QObject *parent)
    : QObject(parent), m_ranch(ranchOptions()), m_window(tr("Herdbook: the demo ranch"))
{
    connect(&m_ranch, &demo::DemoRanch::progress, &m_window, &StartWindow::showProgress);
    connect(&m_ranch, &demo::DemoRanch::progress, this, &DemoStart::logProgress);
    connect(&m_ranch, &demo::DemoRanch::begunAnew, this, [this](const QString &why) {
        qCWarning(logDemo).noquote() << why;
        m_window.showNote(why);
    });
    connect(&m_ranch, &demo::DemoRanch::photosAdded, this, &DemoStart::photosAdded);
    connect(&m_ranch, &demo::DemoRanch::ready, this, [this](const Settings &settings) {
        Q_EMIT ready(settings);
        disconnect(&m_window, nullptr, this, nullptr);
        m_window.close();
    });
    connect(&m_ranch, &demo::DemoRanch::failed, this, [this](const Error &error) {
        m_failed = true;
        QTextStream(stderr) << error.message << '\n';
        m_window.showError(error);
        // Nobody can read or close a window that is on no screen.
        if (QGuiApplication::platformName() == QLatin1String("offscreen"))
            m_window.close();
    });
    connect(&m_window, &StartWindow::given, this, [this] { Q_EMIT given(m_failed ? ExitFailure : ExitDone); });
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
    m_ranch.start();
}

} // namespace herdbook
