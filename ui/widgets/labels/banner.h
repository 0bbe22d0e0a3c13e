// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/style/icons.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace herdbook {

class LeadText;

/// A calm bar over a part of the page: icon, a bold sentence, what follows from it, and the actions that mend it.
/// "Redis unreachable since 14:02, next try in 8 s. [Retry now]"
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(Tone tone, Icon icon, QWidget *parent = nullptr);

    void setTone(Tone tone, Icon icon);
    Tone tone() const { return m_tone; }
    /// Screen readers hear a change of `lead` as an alert; `rest` may count down silently.
    void setTexts(const QString &lead, const QString &rest);
    /// A button at the right end, made with the first call; connect it.
    QPushButton *addButton(const QString &text);
    /// The same with a button of the caller's own.
    void addButton(QPushButton *button);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    Icon m_icon;
    QHBoxLayout *m_layout;
    LeadText *m_text;
    QString m_lead;
};

} // namespace herdbook
