// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>
#include <array>

class QToolButton;

namespace herdbook::ui {

/// In the message line of a date that can be read in two ways: both, to choose from. As high as that line, so that nothing moves.
class DateChoice : public QWidget
{
    Q_OBJECT

public:
    /// @param name of the date field, for screen readers.
    explicit DateChoice(const QString &name, QWidget *parent = nullptr);

    /// Two days; anything else hides it.
    void setDays(const QList<QDate> &days);
    QToolButton *button(int index) const { return m_buttons.at(static_cast<size_t>(index)); }

Q_SIGNALS:
    void chosen(QDate day);

private:
    QString m_name;
    QList<QDate> m_days;
    std::array<QToolButton *, 2> m_buttons{};
};

} // namespace herdbook::ui
