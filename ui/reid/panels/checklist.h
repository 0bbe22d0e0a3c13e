// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"

#include <QWidget>

class QVBoxLayout;

namespace herdbook::dashboard {

/// The integrity checks: pass, warning or failure, the sentence with the numbers, and what mends it.
class CheckList : public QWidget
{
    Q_OBJECT

public:
    explicit CheckList(QWidget *parent = nullptr);

    void setAnalysis(const SharedAnalysis &analysis);
    /// How many of the checks are warnings or failures.
    static int troubles(const reid::Analysis &analysis);

private:
    void add(const reid::Check &check);

    QVBoxLayout *m_rows;
};

} // namespace herdbook::dashboard
