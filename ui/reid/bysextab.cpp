// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/bysextab.h"

#include "ui/reid/charts/histogrampane.h"
#include "ui/reid/charts/similaritymap.h"
#include "ui/reid/panels/summarystrip.h"
#include "ui/reid/words.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/text/coretexts.h"

#include <QHBoxLayout>

#include <algorithm>

namespace herdbook::ui {

namespace {

QString titleOf(reid::Sex sex)
{
    switch (sex) {
    case reid::Sex::Buck:
        return BySexTab::tr("Bucks");
    case reid::Sex::Doe:
        return BySexTab::tr("Does");
    case reid::Sex::Fawn:
        return BySexTab::tr("Fawns");
    case reid::Sex::Unknown:
        break;
    }
    return BySexTab::tr("Unknown");
}

} // namespace

BySexTab::BySexTab(ThresholdCursor &cursor, QWidget *parent)
    : QWidget(parent), m_cursor(cursor), m_map(new SimilarityMap)
{
    auto *scores = new Card(tr("Best scores by sex"));
    scores->body()->setContentsMargins(0, 0, 0, 6);
    scores->body()->setSpacing(0);
    for (const reid::Sex sex : reid::kAllSexes) {
        m_rows[static_cast<std::size_t>(sex)] = makeRow(sex);
        scores->body()->addWidget(m_rows[static_cast<std::size_t>(sex)].widget, 1);
    }
    auto *likeness = new Card(tr("Likeness of the profiles"));
    likeness->body()->addWidget(m_map);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(scores, 3);
    row->addWidget(likeness, 2);
    connect(&m_cursor, &ThresholdCursor::moved, this, [this] {
        if (isVisible())
            refresh();
    });
}

BySexTab::Row BySexTab::makeRow(reid::Sex sex)
{
    auto *widget = new QWidget;
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(16, 4, 14, 0);
    line->setSpacing(8);
    line->addWidget(new SexMark(sexClass(sex)));
    line->addWidget(new Label(titleOf(sex), TextRole::Strong));
    auto *sentence = new Label({}, TextRole::Label, &ThemeTokens::text2);
    sentence->setWordWrap(true);
    line->addWidget(sentence, 1);
    column->addLayout(line);
    auto *histogram = new HistogramPane(m_cursor, m_range);
    histogram->setSex(sex);
    histogram->setTitle([sex] { return tr("Histogram of best scores, %1").arg(titleOf(sex)); });
    histogram->setPlotMargins({58, 32, 20, 24});
    histogram->setScoreAxis(true);
    histogram->setMinimumHeight(76);
    column->addWidget(histogram, 1);
    return {widget, histogram, sentence};
}

void BySexTab::setAnalysis(const SharedAnalysis &analysis)
{
    m_analysis = analysis;
    if (m_analysis)
        m_range.setHome(lowestShown(*m_analysis), 1.0);
    for (const reid::Sex sex : reid::kAllSexes) {
        const Row &row = m_rows[static_cast<std::size_t>(sex)];
        row.histogram->setAnalysis(m_analysis);
        const bool any = m_analysis && (m_analysis->bySex[static_cast<std::size_t>(sex)].profiles > 0 ||
                                        !m_analysis->bySex[static_cast<std::size_t>(sex)].layers.unassigned.empty());
        row.widget->setVisible(any || (!m_analysis && sex <= reid::Sex::Doe));
    }
    // Before it is first shown, what was asked for with every row would be asked for still.
    m_rows.front().widget->parentWidget()->layout()->activate();
    m_map->setAnalysis(m_analysis);
    refresh();
}

QString BySexTab::sentence(reid::Sex sex) const
{
    if (!m_analysis)
        return tr("Nothing is analyzed yet");
    const reid::SexResult &result = m_analysis->bySex[static_cast<std::size_t>(sex)];
    QString words = result.profiles == 1 ? tr("1 profile") : tr("%1 profiles").arg(result.profiles);
    const std::vector<reid::SexAdvice> &advice = m_analysis->recommendation.sexes;
    const auto found = std::ranges::find(advice, sex, &reid::SexAdvice::sex);
    if (found != advice.end())
        words += QStringLiteral("; ") + (found->strength == reid::Strength::Strong ? tr("strong evidence")
                                         : found->strength == reid::Strength::Weak ? tr("weak evidence: ")
                                                                                   : tr("no evidence: "));
    if (found != advice.end() && found->strength != reid::Strength::Strong)
        words += coreText(found->words);
    return words + tr("; at %1: %2").arg(m_cursor.text(), summaryOf(result.curves.at(m_cursor.value())));
}

void BySexTab::refresh()
{
    for (const reid::Sex sex : reid::kAllSexes)
        m_rows[static_cast<std::size_t>(sex)].sentence->setText(sentence(sex));
}

void BySexTab::showEvent(QShowEvent *event)
{
    refresh();
    QWidget::showEvent(event);
}

QList<ChartPane *> BySexTab::charts() const
{
    QList<ChartPane *> shown;
    for (const Row &row : m_rows) {
        if (!row.widget->isHidden())
            shown << row.histogram;
    }
    return shown;
}

QList<Figure *> BySexTab::figures() const
{
    QList<Figure *> all;
    for (ChartPane *chart : charts())
        all << chart;
    all << m_map;
    return all;
}

} // namespace herdbook::ui
