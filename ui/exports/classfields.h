// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exports/exportform.h"

#include <QHash>
#include <QWidget>

class QCheckBox;

namespace herdbook::ui {

/// The check boxes of the deer classes, each with its mark.
class ClassFields : public QWidget
{
    Q_OBJECT

public:
    explicit ClassFields(QWidget *parent = nullptr);

    void setChosen(const QStringList &classes);
    QStringList chosen() const;
    /// What takes the focus when the classes are wrong.
    QCheckBox *first() const { return m_first; }

Q_SIGNALS:
    /// By the user.
    void chosenChanged();

private:
    QHash<QString, QCheckBox *> m_boxes;
    QCheckBox *m_first = nullptr;
    bool m_setting = false;
};

} // namespace herdbook::ui
