// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connection/checkrunner.h"
#include "ui/widgets/icons.h"

#include <QTimeZone>
#include <QWidget>

class QVBoxLayout;

namespace herdbook::connection {

/// The steps of a test, one a line: icon, what, found what. Empty before the first test.
class CheckList : public QWidget
{
    Q_OBJECT

public:
    explicit CheckList(QWidget *parent = nullptr);

    /// @param zone of the site, in which the time of the test is told.
    void show(const CheckRunner::Check &check, const QTimeZone &zone);

private:
    void addLine(Tone tone, Icon icon, const QString &what, const QString &detail);

    QVBoxLayout *m_lines;
};

} // namespace herdbook::connection
