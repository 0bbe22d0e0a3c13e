// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"
#include "ui/reid/panels/suspectsview.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace herdbook {
class Card;
class Label;
} // namespace herdbook

namespace herdbook::ui {

class IntegrityList;
class FunnelView;

/// Why so few are assigned: the funnel at the threshold in force, the integrity checks with what mends them, and what looks suspicious.
class DiagnosisTab : public QWidget
{
    Q_OBJECT

public:
    explicit DiagnosisTab(QWidget *parent = nullptr);

    void setAnalysis(const SharedAnalysis &analysis);
    FunnelView *funnel() const { return m_funnel; }
    IntegrityList *checks() const { return m_checks; }
    SuspectsView *suspects() const { return m_suspects; }
    /// Another kind beside it, in a wide window.
    SuspectsView *moreSuspects() const { return m_moreSuspects; }

Q_SIGNALS:
    void stepChosen(const QString &id);
    /// The tab is shown: its suspects want the galleries of the analysis.
    void picturesWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void arrange();
    /// The current pair of `suspects` is where it can be seen, unless it was chosen by pointing at it.
    void follow(const SuspectsView &suspects);
    /// Large, or at least what is said of them.
    void showPairs(SuspectsView::Kind kind);
    void showFunnel();

    SharedAnalysis m_analysis;
    FunnelView *m_funnel;
    Label *m_sentence;
    IntegrityList *m_checks;
    SuspectsView *m_suspects;
    SuspectsView *m_moreSuspects;
    Card *m_moreCard;
    QVBoxLayout *m_left, *m_right;
    QScrollArea *m_scroll; ///< over all of it
};

} // namespace herdbook::ui
