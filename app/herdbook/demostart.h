// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/demoranch.h"
#include "ui/window/startwindow.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace herdbook {

class ProfileStore;

/// The demo ranch as the desktop runs it: in its usual folder, with the worker beside this program.
demo::DemoRanch::Options ranchOptions();

/// Whether a start without --demo opens the ranch all the same: it was in use last, and neither a file of --env nor the environment leads
/// elsewhere.
bool opensDemoAgain(const ProfileStore &profiles, const QString &environmentFile, const Variables &environment);

/// Ends the ranch in another thread, without another word from it: making the data and starting servers is ended step by step, and what is
/// half made is made anew at the next start. Done when it has ended.
QFuture<bool> endApart(std::unique_ptr<demo::DemoRanch> ranch);

/// Starts the demo ranch behind a small window that shows how far it is, then hands over its settings.
class DemoStart : public QObject
{
    Q_OBJECT

public:
    enum class WayOut { Quit, GoOnWithout };
    explicit DemoStart(WayOut wayOut, demo::DemoRanch::Options options = ranchOptions(), QObject *parent = nullptr);
    /// Waits for end(): the ranch paints, and nobody else may open it before.
    ~DemoStart() override;
    void start();
    /// Ends the ranch, in another thread; ended() follows.
    void end();
    StartWindow &window() { return m_window; }

Q_SIGNALS:
    void ready(const herdbook::Settings &settings);
    void photosAdded();
    /// The ranch can't be started, or the user gave up; after an error the window stays until it is closed.
    void given(int exitCode);
    void ended();

private:
    void logProgress(const QString &stage, double fraction);

    std::unique_ptr<demo::DemoRanch> m_ranch;
    StartWindow m_window;
    QFuture<bool> m_ending;
    bool m_failed = false;
    int m_logged = -1; ///< tenths of the whole that were logged
};

} // namespace herdbook
