// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"
#include "ui/reid/thresholdcursor.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace herdbook {
class Card;
class Label;
} // namespace herdbook

namespace herdbook::dashboard {

class FunnelView;

/// Why so few are assigned: the funnel at the cursor, the integrity checks with what mends them, and what looks suspicious.
class DiagnosisTab : public QWidget
{
    Q_OBJECT

public:
    explicit DiagnosisTab(ThresholdCursor &cursor, QWidget *parent = nullptr);

    void setAnalysis(const SharedAnalysis &analysis);
    FunnelView *funnel() const { return m_funnel; }

Q_SIGNALS:
    void stepChosen(const QString &id);
    /// The photos of "duplicates", "mislabeled" or "contradictions" are wanted.
    void suspectsAsked(const QString &kind);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void countFunnel();
    void refreshFunnel();
    void showChecks();
    void showSuspects();

    ThresholdCursor &m_cursor;
    SharedAnalysis m_analysis;
    std::vector<reid::FunnelStep> m_steps; ///< the last two follow the cursor
    reid::ScoreCounts m_reaching;          ///< best scores of what passes all steps before them
    reid::ScoreCounts m_reachingAssigned;  ///< of these, the assigned ones
    FunnelView *m_funnel;
    Label *m_sentence;
    QVBoxLayout *m_checks;
    QVBoxLayout *m_suspects;
    QList<QPushButton *> m_photos;
};

} // namespace herdbook::dashboard
