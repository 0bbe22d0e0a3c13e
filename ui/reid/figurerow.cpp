// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/figurerow.h"

#include "ui/widgets/figurecell.h"

#include <QHBoxLayout>
#include <QLocale>

namespace herdbook::dashboard {

namespace {

QString count(std::uint64_t number)
{
    return QLocale().toString(static_cast<qulonglong>(number));
}

} // namespace

FigureRow::FigureRow(QWidget *parent)
    : Card({}, parent), m_detections(new FigureCell(tr("Detections"))), m_assigned(new FigureCell(tr("Assigned"))),
      m_inForce(new FigureCell(tr("Threshold in force"))), m_wrong(new FigureCell(tr("Wrong share there"))),
      m_recommended(new FigureCell(tr("Recommended")))
{
    setObjectName(QStringLiteral("figures"));
    body()->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    const int stretches[] = {18, 21, 21, 23, 25};
    for (qsizetype at = 0; at < cells().size(); ++at) {
        if (at > 0)
            row->addWidget(new Divider(Qt::Vertical));
        row->addWidget(cells().at(at), stretches[at]);
    }
    body()->addLayout(row);
    setAnalysis({});
}

void FigureRow::setCompact(bool compact)
{
    for (FigureCell *cell : cells())
        cell->setCompact(compact);
}

void FigureRow::setAnalysis(const SharedAnalysis &analysis)
{
    if (!analysis || analysis->counts.detections == 0) {
        for (FigureCell *cell : cells()) {
            cell->setFigure(analysis ? tr("none") : QStringLiteral("–"), {}, true);
            cell->setNote(analysis ? QString() : tr("not analyzed yet"));
            cell->setPill(Tone::Neutral, {});
        }
        return;
    }
    const reid::Counts &counts = analysis->counts;
    const reid::Evaluation inForce = analysis->inForce();
    m_detections->setFigure(count(counts.detections));
    m_detections->setNote(tr("%1 eligible, unassigned").arg(count(counts.unassignedEligible)));
    m_assigned->setFigure(
        count(counts.assigned),
        QStringLiteral("%1%").arg(100.0 * static_cast<double>(counts.assigned) / static_cast<double>(counts.detections),
                                  0, 'f', 1));
    m_assigned->setNote(tr("of %1 detections").arg(count(counts.detections)));
    m_inForce->setFigure(QString::number(analysis->options.current, 'f', 2));
    m_inForce->setNote(tr("REID_THRESHOLD"));
    m_wrong->setFigure(inForce.fdr ? shareText(inForce.fdr) : tr("not known"), {}, !inForce.fdr);
    m_wrong->setNote(inForce.fdrUpper
                         ? tr("at most %1 of the %2 assigned").arg(shareText(inForce.fdrUpper), count(counts.assigned))
                         : tr("there is no evidence of impostor scores"));

    const reid::Recommendation &recommendation = analysis->recommendation;
    m_recommended->setFigure(recommendation.threshold ? QString::number(*recommendation.threshold, 'f', 3) : tr("none"),
                             {}, !recommendation.threshold);
    switch (recommendation.status) {
    case reid::Status::Recommend:
        m_recommended->setPill(Tone::Ok, tr("Meets the goals"));
        m_recommended->setNote(tr("a trial can certify it"));
        break;
    case reid::Status::TrialOnly:
        m_recommended->setPill(Tone::Info, tr("Try it first"));
        m_recommended->setNote(tr("not certified yet; a trial can do that"));
        break;
    default:
        m_recommended->setPill(Tone::Warn, tr("Abstained"));
        m_recommended->setNote(tr("the card says what is missing"));
    }
}

} // namespace herdbook::dashboard
