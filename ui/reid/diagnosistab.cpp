// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/diagnosistab.h"

#include "core/reid/report/textreport.h"
#include "ui/reid/panels/checklist.h"
#include "ui/reid/panels/funnelview.h"
#include "ui/reid/panels/suspectsview.h"
#include "ui/widgets/card.h"
#include "ui/widgets/coretexts.h"
#include "ui/widgets/label.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace herdbook::dashboard {

DiagnosisTab::DiagnosisTab(ThresholdCursor &cursor, QWidget *parent)
    : QWidget(parent), m_cursor(cursor), m_funnel(new FunnelView),
      m_sentence(new Label({}, TextRole::Label, &ThemeTokens::text2)), m_checks(new CheckList),
      m_suspects(new SuspectsView)
{
    auto *content = new QWidget;
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 4, 0);
    row->setSpacing(16);

    auto *funnelCard = new Card(tr("Why are only so few assigned?"));
    funnelCard->setHeaderLine(true);
    funnelCard->body()->setContentsMargins(0, 4, 0, 12);
    funnelCard->body()->addWidget(m_funnel);
    m_sentence->setWordWrap(true);
    m_sentence->setContentsMargins(16, 8, 16, 0);
    funnelCard->body()->addWidget(m_sentence);
    auto *suspectCard = new Card(tr("What looks suspicious"));
    suspectCard->setHeaderLine(true);
    suspectCard->body()->addWidget(m_suspects);
    auto *left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(funnelCard);
    left->addWidget(suspectCard);
    left->addStretch(1);

    auto *checkCard = new Card(tr("Is the data sound?"));
    checkCard->setHeaderLine(true);
    checkCard->body()->addWidget(m_checks);
    auto *right = new QVBoxLayout;
    right->addWidget(checkCard);
    right->addStretch(1);
    row->addLayout(left, 11);
    row->addLayout(right, 9);

    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connect(&m_cursor, &ThresholdCursor::moved, this, [this] {
        if (isVisible())
            refreshFunnel();
    });
    connect(m_funnel, &FunnelView::stepChosen, this, &DiagnosisTab::stepChosen);
}

void DiagnosisTab::setAnalysis(const SharedAnalysis &analysis)
{
    m_analysis = analysis;
    countFunnel();
    refreshFunnel();
    m_checks->setAnalysis(m_analysis);
    m_suspects->setAnalysis(m_analysis);
    if (isVisible())
        Q_EMIT picturesWanted();
}

void DiagnosisTab::showEvent(QShowEvent *event)
{
    refreshFunnel();
    Q_EMIT picturesWanted();
    QWidget::showEvent(event);
}

void DiagnosisTab::countFunnel()
{
    m_reaching = {};
    m_reachingAssigned = {};
    m_steps = m_analysis ? m_analysis->funnel(0) : std::vector<reid::FunnelStep>();
    for (std::size_t at = 0; m_analysis && at < m_analysis->data.detections.size(); ++at) {
        const reid::Detection &detection = m_analysis->data.detections[at];
        if (!m_analysis->eligible(at) || !reid::isUsable(detection.vector))
            continue;
        m_reaching.add(m_analysis->data.matches[at].best);
        if (detection.assigned())
            m_reachingAssigned.add(m_analysis->data.matches[at].best);
    }
}

void DiagnosisTab::refreshFunnel()
{
    if (!m_analysis) {
        m_funnel->setSteps({});
        m_sentence->setText(tr("Nothing is analyzed yet."));
        return;
    }
    if (m_steps.size() >= 3) {
        reid::FunnelStep &reaching = m_steps[m_steps.size() - 2];
        reid::FunnelStep &assigned = m_steps.back();
        reaching.remaining = m_reaching.atOrAbove(m_cursor.ticks());
        assigned.remaining = m_reachingAssigned.atOrAbove(m_cursor.ticks());
        reaching.lost = m_steps[m_steps.size() - 3].remaining - reaching.remaining;
        assigned.lost = reaching.remaining - assigned.remaining;
    }
    m_funnel->setSteps(m_steps);
    QString sentence =
        tr("At a threshold of %1. Each step shows the detections that are left; the dotted part is lost there.")
            .arg(m_cursor.text());
    const std::uint64_t through = m_steps.empty() ? 0 : m_steps.back().remaining;
    if (const QString outside = reid::assignedOutsideFunnel(*m_analysis, through); !outside.isEmpty())
        sentence += u' ' + coreText(outside);
    m_sentence->setText(sentence);
}

} // namespace herdbook::dashboard
