// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/screen.h"

#include <QPointer>
#include <QWidget>

namespace herdbook {

/// The help on keys (F1): a card over the window, closed by Esc, F1 or a click beside it; the focus goes back to where it was.
class KeysPanel : public QWidget
{
    Q_OBJECT

public:
    /// Covers `window` and shows at once. Deletes itself when closed.
    KeysPanel(const QString &screenName, const QList<KeyHelp> &screenKeys, const QList<KeyHelp> &generalKeys,
              QWidget *window);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void leave();

    QPointer<QWidget> m_before;
    QWidget *m_card;
};

} // namespace herdbook
