// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/demoranch.h"
#include "ui/window/startwindow.h"

#include <QObject>

namespace herdbook {

/// The demo ranch as the desktop runs it: in its usual folder, with the worker beside this program.
demo::DemoRanch::Options ranchOptions();

/// Starts the demo ranch behind a small window that shows how far it is, then hands over its settings.
class DemoStart : public QObject
{
    Q_OBJECT

public:
    explicit DemoStart(QObject *parent = nullptr);
    void start();
    StartWindow &window() { return m_window; }

Q_SIGNALS:
    void ready(const herdbook::Settings &settings);
    void photosAdded();
    /// The ranch can't be started, or the user gave up; after an error the window stays until it is closed.
    void given(int exitCode);

private:
    void logProgress(const QString &stage, double fraction);

    demo::DemoRanch m_ranch;
    StartWindow m_window;
    bool m_failed = false;
    int m_logged = -1; ///< tenths of the whole that were logged
};

} // namespace herdbook
