// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"

#include <QWidget>

class QVBoxLayout;

namespace herdbook::ui {

/// The integrity checks: pass, warning or failure, the sentence with the numbers, the deer it is about, and what mends it.
class IntegrityList : public QWidget
{
    Q_OBJECT

public:
    explicit IntegrityList(QWidget *parent = nullptr);

    void setAnalysis(const SharedAnalysis &analysis);
    /// How many of the checks are warnings or failures.
    static int troubles(const reid::Analysis &analysis);
    /// The deer a warning or failure is about, by their names; pairs as pairs. The last may say how many there are besides.
    static QStringList deerOf(const reid::Analysis &analysis, const reid::Check &check);
    /// Checks of these ids get a button that shows their pairs; before setAnalysis().
    void setWithPairs(const QStringList &ids) { m_withPairs = ids; }

Q_SIGNALS:
    /// The pairs that a check is about are to be seen.
    void pairsAsked(const QString &id);

private:
    void add(const reid::Analysis &analysis, const reid::Check &check);

    QStringList m_withPairs;
    QVBoxLayout *m_rows;
};

} // namespace herdbook::ui
