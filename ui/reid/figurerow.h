// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"
#include "ui/widgets/card.h"

namespace herdbook {
class FigureCell;
}

namespace herdbook::dashboard {

/// The five figures over the tabs: detections, assigned, threshold in force, wrong share there, recommended.
class FigureRow : public Card
{
    Q_OBJECT

public:
    explicit FigureRow(QWidget *parent = nullptr);

    void setAnalysis(const SharedAnalysis &analysis);
    /// Without the second lines, for low windows.
    void setCompact(bool compact);

private:
    QList<FigureCell *> cells() const { return {m_detections, m_assigned, m_inForce, m_wrong, m_recommended}; }

    FigureCell *m_detections;
    FigureCell *m_assigned;
    FigureCell *m_inForce;
    FigureCell *m_wrong;
    FigureCell *m_recommended;
};

} // namespace herdbook::dashboard
