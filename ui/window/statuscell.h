// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/style/icons.h"

#include <QToolButton>

namespace herdbook {

/// One cell of the strip: dot or icon, name, value. A flat button: Enter opens Connection at that test.
class StatusCell : public QToolButton
{
    Q_OBJECT

public:
    explicit StatusCell(const QString &name, QWidget *parent = nullptr);

    /// Tone Ok has a dot, Error and Stale an icon, Neutral nothing before the name.
    void setState(Tone tone, const QString &value, const QString &explanation = {});
    QString value() const { return m_value; }
    Tone tone() const { return m_tone; }
    /// Room for that state as well, where there is any: what comes and goes moves no other cell. A 0 stands for any digit.
    void reserve(Tone tone, const QString &value);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int widthOf(Tone tone, const QString &value) const;

    QString m_name;
    QString m_value;
    Tone m_tone = Tone::Neutral;
    int m_reserved = 0;
};

/// The text with the widest digit in place of each 0.
QString widest(const QFontMetrics &metrics, QString text);

} // namespace herdbook
