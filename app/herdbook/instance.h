// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <chrono>
#include <functional>
#include <memory>

namespace herdbook {

/// Of several starts of the same program by the same user on the same thing (the demo, the plain program, one .env file) only the first opens a
/// window; the others ask it to come to the front.
class Instance : public QObject
{
    Q_OBJECT

public:
    explicit Instance(const QString &scope, QObject *parent = nullptr);
    ~Instance() override;

    /// What the demo ranch of this user is opened as.
    static QString demoScope();
    /// What a start with an .env file (or none) and with variables is opened as: other servers are another Herdbook.
    static QString desktopScope(const QString &environmentFile, const Variables &variables);

    enum class Start { First, Raised, Silent };
    /// How long another one may take to answer: it may be starting up on a busy machine, and whoever has the lock is alive.
    static constexpr std::chrono::seconds Patience{20};
    /// First: this is the one, maybe in place of one that ended meanwhile. Raised: another one has come to the front. Silent: there is another
    /// one, and it hasn't answered for all of Patience.
    Start start();
    /// The two halves of it. The first waits for nobody; asking the other one takes Patience where it doesn't answer, so that any thread may do
    /// it, and this may be gone meanwhile.
    bool becomeFirst();
    std::function<Start()> asking() const;
    /// What to say of one that is Silent.
    static QString silence();

Q_SIGNALS:
    /// Another start asks for the window.
    void raiseAsked();

private:
    const QString m_path; ///< of the socket; the lock is beside it
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace herdbook
