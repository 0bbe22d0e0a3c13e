// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/connection/envimport.h"
#include "ui/widgets/screen.h"

#include <QWidget>

#include <optional>

class QGridLayout;
class QProgressBar;
class QPushButton;

namespace herdbook {
class Card;
class Label;
class SecretStore;
} // namespace herdbook

namespace herdbook::connection {

class EnvCard;

/// What a first start shows instead of servers nobody named: look around on the demo ranch, connect to a deployment by its .env, or later. Over
/// an open ranch the way back to it stands in the place of "later".
class WelcomePage : public QWidget, public Screen
{
    Q_OBJECT

public:
    explicit WelcomePage(SecretStore &secrets, QWidget *parent = nullptr);

    EnvImport &import() { return m_import; }
    EnvCard *envCard() const { return m_env; }
    QPushButton *demoButton() const { return m_demo; }
    QPushButton *cancelDemoButton() const { return m_cancelDemo; }
    QPushButton *laterButton() const { return m_later; }

    /// As the button does; nothing while it is on its way.
    void startDemo();
    /// The demo ranch is on its way: the button turns into a bar.
    void showDemoProgress(const QString &stage, double fraction);
    /// It was cancelled and ends what it does; showDemoIdle() is to follow.
    void showDemoStopping();
    void showDemoError(const herdbook::Error &error);
    void showDemoIdle();
    /// It runs in this Herdbook. `note`: what there is to know of it; mostly empty.
    void showDemoRuns(const QString &note);
    /// The profile whose ranch is open, and whether that is the demo's; an empty name while none is.
    void showOpen(const QString &profile, bool demo);

    QList<QWidget *> panes() const override;
    QList<KeyHelp> keys() const override;

Q_SIGNALS:
    void demoAsked();
    void demoCancelled();
    void laterAsked();
    void connectAsked(const QString &name, const herdbook::Variables &values);
    void byHandAsked(const QString &name, const herdbook::Variables &values);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Card *makeDemo();
    Card *makeLater();
    void arrange(bool wide);
    void offerDemo();

    EnvImport m_import;
    EnvCard *m_env;
    Card *m_demoCard = nullptr, *m_laterCard = nullptr;
    QGridLayout *m_grid;
    QPushButton *m_demo = nullptr, *m_cancelDemo = nullptr, *m_later = nullptr;
    Label *m_demoStage = nullptr, *m_laterTitle = nullptr, *m_laterText = nullptr;
    QProgressBar *m_demoBar = nullptr;
    std::optional<bool> m_wide;
    std::optional<QString> m_demoNote; ///< it runs, and what there is to know of it
    bool m_open = false, m_demoOpen = false;
};

} // namespace herdbook::connection
