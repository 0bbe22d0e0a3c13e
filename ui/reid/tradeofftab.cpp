// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/tradeofftab.h"

#include "ui/reid/charts/detview.h"
#include "ui/reid/charts/sharepane.h"
#include "ui/reid/words.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/text/texts.h"

#include <QHBoxLayout>
#include <QLocale>

#include <algorithm>

namespace herdbook::ui {

TradeoffTab::TradeoffTab(ThresholdCursor &cursor, QWidget *parent)
    : QWidget(parent), m_wrong(new WrongSharePane(cursor, m_range)), m_fpir(new FpirPane(cursor, m_range)),
      m_det(new DetView(cursor)), m_optimistic(new Pill(Tone::Warn, {}, Icon::Warning)),
      m_figures(new Label({}, TextRole::Label, &ThemeTokens::text2)),
      m_rise(new Label({}, TextRole::Label, &ThemeTokens::text2))
{
    auto *curves = new Card(tr("What a looser threshold costs"));
    auto *legend =
        new Label(tr("thick line: estimate; band: up to the 95% bound; thin lines: what each search found by itself"),
                  TextRole::Label, &ThemeTokens::text2);
    legend->setWordWrap(true);
    legend->setContentsMargins(16, 0, 16, 0);
    curves->body()->setContentsMargins(0, 4, 0, 6);
    curves->body()->setSpacing(0);
    m_wrong->setTitle([] { return tr("Wrong share over the threshold"); });
    m_wrong->setPlotMargins({58, SharePane::kHead, 20, 24});
    m_wrong->setScoreAxis(true);
    m_fpir->setTitle([] { return tr("False matches as a share of the unassigned, over the threshold"); });
    m_fpir->setPlotMargins({58, SharePane::kHead, 20, 46});
    m_fpir->setScoreAxis(true, tr("best similarity score among the profiles it may match"));
    m_fpir->setValueChip(true);
    curves->body()->addWidget(legend);
    curves->body()->addWidget(m_wrong, 1);
    curves->body()->addWidget(m_fpir, 1);
    m_rise->setWordWrap(true);
    m_rise->setContentsMargins(16, 4, 16, 6);
    m_rise->hide();
    curves->body()->addWidget(m_rise);

    auto *det = new Card(tr("Missed against wrong"));
    det->setToolTip(tr("Detection error trade-off (DET) curve of the scores"));
    det->header()->addWidget(m_optimistic);
    det->body()->setContentsMargins(0, 4, 0, 12);
    det->body()->addWidget(m_det, 1);
    m_figures->setWordWrap(true);
    m_figures->setContentsMargins(16, 0, 16, 0);
    det->body()->addWidget(m_figures);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(curves, 3);
    row->addWidget(det, 2);
}

void TradeoffTab::setAnalysis(const SharedAnalysis &analysis)
{
    if (analysis)
        m_range.setHome(lowestShown(*analysis), 1.0);
    m_wrong->setAnalysis(analysis);
    m_fpir->setAnalysis(analysis);
    m_det->setAnalysis(analysis);
    m_optimistic->setVisible(analysis && analysis->separation);
    m_figures->clear();
    m_figures->setToolTip({});
    m_rise->setText(analysis ? boundSentence(*analysis) : QString());
    m_rise->setVisible(!m_rise->text().isEmpty());
    if (!analysis || !analysis->separation)
        return;
    const reid::Separation &separation = *analysis->separation;
    m_optimistic->setState(Tone::Warn, tr("optimistic"), Icon::Warning);
    m_optimistic->setToolTip(tr("Right matches were selected at ≥ %1.").arg(shortThreshold(analysis->options.current)));
    const QLocale locale;
    m_figures->setText(
        tr("A right match outscores a wrong one in %1% of pairs. At %2 as large a share of the right ones is missed as "
           "of the wrong ones passes: %3. From %4 right and %5 wrong matches. The right ones are those of assigned "
           "detections, so weak matches are missing among them and all of this flatters.")
            .arg(locale.toString(std::min(100 * separation.auc, separation.auc < 1 ? 99.99 : 100), 'f', 2),
                 thresholdText(separation.equalErrorThreshold), shareText(separation.equalErrorRate),
                 countText(static_cast<qint64>(separation.genuine)),
                 countText(static_cast<qint64>(separation.impostors))));
    m_figures->setToolTip(tr("Genuine against impostor scores: AUC %1, d' %2, equal error rate %3")
                              .arg(locale.toString(separation.auc, 'f', 4), locale.toString(separation.dPrime, 'f', 2),
                                   shareText(separation.equalErrorRate)));
}

ChartPane *TradeoffTab::chart() const
{
    return m_wrong;
}

QList<Figure *> TradeoffTab::figures() const
{
    return {m_wrong, m_fpir, m_det};
}

} // namespace herdbook::ui
