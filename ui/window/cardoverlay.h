// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace herdbook {

class Card;

/// A card over the whole window, closed by Esc or a click beside it; the focus goes back to where it was. Deletes itself when closed.
class CardOverlay : public QWidget
{
    Q_OBJECT

public:
    /// Covers `window`; the derived class fills card() and calls open().
    CardOverlay(const QString &title, QWidget *window);

protected:
    Card *card() const { return m_card; }
    void open();
    void leave();
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QPointer<QWidget> m_before;
    Card *m_card;
};

} // namespace herdbook
