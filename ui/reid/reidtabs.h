// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/distributiontab.h"
#include "ui/reid/thresholdcursor.h"
#include "ui/widgets/screen.h"

#include <QTabBar>

class QStackedWidget;

namespace herdbook::ui {

class BySexTab;
class DiagnosisTab;
class Figure;
class ReportTab;
class TradeoffTab;

/// The tabs of an analysis, and what each of them shows.
class ReidTabs : public QTabBar
{
    Q_OBJECT

public:
    explicit ReidTabs(ThresholdCursor &cursor, QWidget *parent = nullptr);

    /// What the tabs are of, to be put under them.
    QStackedWidget *content() const { return m_content; }
    DistributionTab *distribution() const { return m_distribution; }
    TradeoffTab *tradeoff() const { return m_tradeoff; }
    BySexTab *bySex() const { return m_bySex; }
    DiagnosisTab *diagnosis() const { return m_diagnosis; }
    ReportTab *report() const { return m_report; }

    bool showsDistribution() const;
    /// Shows the tab of this id, if there is one.
    void open(const QString &id);
    QString openId() const { return tabData(currentIndex()).toString(); }
    /// Says at the tab how many checks went wrong.
    void showTroubles(const SharedAnalysis &analysis);
    /// @returns whether what had the focus went out of sight by that.
    bool placeSide(DistributionTab::Place place);
    /// Whether tabs come and go by themselves.
    bool isPlacing() const { return m_placing; }
    /// What the tab shows, for export.
    QList<Figure *> figures() const;
    /// The chart shown that has the threshold in it; null for a tab without one.
    QWidget *chart() const;
    /// For F1.
    QList<KeyHelp> keys() const;

private:
    void addContent(const QString &name, QWidget *tab, const QString &id);
    /// A tab that isn't shown asks for no width: beside the gallery the histogram needs little.
    void askForShownTabOnly();

    QStackedWidget *m_content;
    DistributionTab *m_distribution;
    TradeoffTab *m_tradeoff;
    BySexTab *m_bySex;
    DiagnosisTab *m_diagnosis;
    ReportTab *m_report;
    bool m_placing = false;
};

} // namespace herdbook::ui
