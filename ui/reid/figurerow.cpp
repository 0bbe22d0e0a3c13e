// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/figurerow.h"

#include "core/base/language.h"
#include "core/reid/text.h"
#include "ui/reid/words.h"
#include "ui/widgets/labels/figurecell.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <cmath>

namespace herdbook::ui {

namespace {

QString count(std::uint64_t number)
{
    return countText(static_cast<qint64>(number));
}

} // namespace

FigureRow::FigureRow(QWidget *parent)
    : Card({}, parent), m_detections(new FigureCell(tr("Detections"))), m_assigned(new FigureCell(tr("Assigned"))),
      m_inForce(new FigureCell(tr("Threshold in force"))), m_wrong(new FigureCell(tr("Wrong among the assigned"))),
      m_recommended(new FigureCell(tr("Recommended"))), m_why(new LeadText(tr("Why so few?"), {}, TextRole::Label)),
      m_allSteps(new QPushButton(tr("All steps")))
{
    setObjectName(QStringLiteral("figures"));
    body()->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    const int stretches[] = {17, 20, 20, 23, 28};
    for (qsizetype at = 0; at < cells().size(); ++at) {
        if (at > 0)
            row->addWidget(new Divider(Qt::Vertical));
        row->addWidget(cells().at(at), stretches[at]);
    }
    body()->addLayout(row);
    body()->addWidget(makeWhy());
    setAnalysis({});
}

QWidget *FigureRow::makeWhy()
{
    m_why->setObjectName(QStringLiteral("whySoFew"));
    auto *strip = new QWidget;
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(16, 8, 14, 8);
    row->setSpacing(8);
    row->addWidget(m_why, 1);
    m_allSteps->setObjectName(QStringLiteral("allSteps"));
    m_allSteps->setFlat(true);
    row->addWidget(m_allSteps);
    connect(m_allSteps, &QPushButton::clicked, this, &FigureRow::allStepsAsked);
    m_whyStrip = strip;
    return strip;
}

void FigureRow::setCompact(bool compact)
{
    for (FigureCell *cell : cells())
        cell->setCompact(compact);
}

void FigureRow::showInForce(const reid::Analysis &analysis)
{
    m_inForce->setFigure(shortThreshold(analysis.options.current));
    m_inForce->setNote(tr("what new photos are assigned by"));
    m_inForce->setToolTip(tr("REID_THRESHOLD of the deployment"));
}

void FigureRow::setAnalysis(const SharedAnalysis &analysis)
{
    m_whyStrip->setVisible(analysis && !analysis->recommendation.whySoFew.empty());
    if (analysis)
        m_why->setTexts(tr("Why so few?"), coreText(analysis->recommendation.whySoFew));
    if (!analysis || analysis->counts.detections == 0) {
        for (FigureCell *cell : cells()) {
            cell->setFigure(analysis ? tr("none") : QStringLiteral("–"), {}, true);
            cell->setNote(analysis ? QString() : tr("not analyzed yet"));
            cell->setPill(Tone::Neutral, {});
        }
        if (analysis)
            showInForce(*analysis);
        return;
    }
    const reid::Counts &counts = analysis->counts;
    const reid::Evaluation inForce = analysis->inForce();
    m_detections->setFigure(count(counts.detections));
    m_detections->setNote(tr("%1 eligible, unassigned").arg(count(counts.unassignedEligible)));
    m_assigned->setFigure(
        count(counts.assigned),
        shownFigure(reid::text::share(static_cast<double>(counts.assigned) / static_cast<double>(counts.detections))));
    m_assigned->setNote(tr("of %1 detections").arg(count(counts.detections)));
    showInForce(*analysis);
    const bool known = inForce.wrong && inForce.wrongUpper;
    m_wrong->setFigure(known                 ? tr("at most %1").arg(mostText(*inForce.wrongUpper))
                       : counts.assigned > 0 ? tr("not known")
                                             : tr("none assigned"),
                       {}, !known);
    const auto seen = static_cast<std::uint64_t>(inForce.observedWrong.value_or(0));
    m_wrong->setNote(
        known && !analysis->judgesAll() ? tr("of %1 from %2 on; an estimate: %3; of the other %4 nothing is known")
                                              .arg(count(inForce.added), shortThreshold(inForce.threshold),
                                                   aboutText(*inForce.wrong), count(counts.assigned - inForce.added))
        : known                ? tr("of %1; an estimate: %2").arg(count(counts.assigned), aboutText(*inForce.wrong))
        : counts.assigned == 0 ? QString()
        : seen > 0             ? tr("%1 at least: they contradict each other").arg(count(seen))
        : analysis->estimated.lacking == reid::Lacking::SoundData ? tr("the data isn't sound")
        : analysis->unsoundInForce ? tr("%1 is itself unsound").arg(shortThreshold(analysis->options.current))
                                   : tr("too little to judge the assigned by"));
    const reid::Recommendation &recommendation = analysis->recommendation;
    m_recommended->setFigure(recommendation.threshold ? thresholdText(*recommendation.threshold) : tr("none"), {},
                             !recommendation.threshold);
    switch (recommendation.status) {
    case reid::Status::Recommend:
        if (!doubt(recommendation).empty()) {
            m_recommended->setPill(Tone::Warn, tr("In doubt"));
            m_recommended->setNote(tr("certified, but the estimate contradicts it"));
        } else if (recommendation.certified()) {
            m_recommended->setPill(Tone::Ok, tr("Certified"));
            m_recommended->setNote(tr("by the trial of %1").arg(certifiedDay(recommendation)));
        } else {
            m_recommended->setPill(Tone::Info, tr("Estimated"));
            m_recommended->setNote(tr("not certified; a trial may do that"));
        }
        break;
    case reid::Status::TrialOnly:
        m_recommended->setPill(Tone::Info, tr("A trial first"));
        m_recommended->setNote(tr("a candidate; only a trial can certify it"));
        break;
    default:
        m_recommended->setPill(Tone::Warn, tr("No number"));
        m_recommended->setNote(recommendation.candidate ? tr("a trial can still look")
                                                        : tr("the card says what is missing"));
    }
}

} // namespace herdbook::ui
