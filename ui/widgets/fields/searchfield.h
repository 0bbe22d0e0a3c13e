// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QTimer;

namespace herdbook {

/// A search input: says searched() 120 ms after the last key, at once on Enter; Esc empties it.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    /// `name` is the accessible name, `placeholder` what it looks in: "Title, kind or job id".
    SearchField(const QString &name, const QString &placeholder, QWidget *parent = nullptr);

Q_SIGNALS:
    void searched(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void say();

    QTimer *m_delay;
    QString m_said;
};

} // namespace herdbook
