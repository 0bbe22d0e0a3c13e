// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"
#include "ui/widgets/labels/card.h"

class QPushButton;

namespace herdbook {
class FigureCell;
class LeadText;
} // namespace herdbook

namespace herdbook::ui {

/// The five figures over the tabs: detections, assigned, threshold in force, wrong among the assigned, recommended; and why so few are.
class FigureRow : public Card
{
    Q_OBJECT

public:
    explicit FigureRow(QWidget *parent = nullptr);

    void setAnalysis(const SharedAnalysis &analysis);
    /// Without the second lines, for low windows.
    void setCompact(bool compact);

Q_SIGNALS:
    void allStepsAsked();

private:
    QWidget *makeWhy();
    void showInForce(const reid::Analysis &analysis);
    QList<FigureCell *> cells() const { return {m_detections, m_assigned, m_inForce, m_wrong, m_recommended}; }

    FigureCell *m_detections;
    FigureCell *m_assigned;
    FigureCell *m_inForce;
    FigureCell *m_wrong;
    FigureCell *m_recommended;
    LeadText *m_why;
    QPushButton *m_allSteps;
    QWidget *m_whyStrip = nullptr;
};

} // namespace herdbook::ui
