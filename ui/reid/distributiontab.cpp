// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/distributiontab.h"

#include "ui/reid/charts/histogrampane.h"
#include "ui/reid/charts/layerlegend.h"
#include "ui/reid/charts/ratepane.h"
#include "ui/reid/panels/recommendationcard.h"
#include "ui/reid/panels/summarystrip.h"
#include "ui/reid/panels/sweepcard.h"
#include "ui/widgets/label.h"

#include <QKeyEvent>
#include <QResizeEvent>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <cmath>

namespace herdbook::dashboard {

namespace {

constexpr int kSideWidth = 392;

} // namespace

DistributionTab::DistributionTab(ThresholdCursor &cursor, QWidget *parent)
    : QWidget(parent), m_cursor(cursor), m_histogram(new HistogramPane(cursor, m_range)),
      m_rate(new RatePane(cursor, m_range)), m_wrong(new WrongSharePane(cursor, m_range)),
      m_strip(new SummaryStrip(cursor)), m_sweep(new SweepCard(cursor)), m_recommendation(new RecommendationCard),
      m_side(new QWidget), m_sideLayout(new QBoxLayout(QBoxLayout::TopToBottom, m_side)),
      m_splitter(new QSplitter(Qt::Horizontal))
{
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);
    m_splitter->addWidget(makeCharts());
    m_side->setMinimumWidth(340);
    m_sideLayout->setContentsMargins(0, 0, 0, 0);
    m_sideLayout->setSpacing(12);
    m_sideLayout->addWidget(m_recommendation);
    m_sideLayout->addWidget(m_sweep, 1);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(16);
    m_splitter->setSizes({940, kSideWidth});

    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_sweep->model(), changed, this, &DistributionTab::placeMarks);
    connect(m_strip, &SummaryStrip::addToSweep, m_sweep, &SweepCard::addThreshold);
    connect(m_strip, &SummaryStrip::showDetections, this, [this] {
        const auto brush = m_histogram->brush();
        Q_EMIT detectionsAsked(brush ? brush->first : m_cursor.value(), brush ? brush->second : 1.0001);
    });
    connect(m_sweep, &SweepCard::differenceAsked, this, &DistributionTab::detectionsAsked);
    connect(m_histogram, &ChartPane::brushed, this, [this](double from, double to) {
        m_strip->setBrush(from, to);
        if (from < to)
            Q_EMIT detectionsAsked(from, to);
    });
    connect(m_histogram, &ChartPane::clicked, this, [this](double score) {
        const auto [from, to] = m_histogram->binAt(score);
        Q_EMIT detectionsAsked(from, to);
    });
}

QWidget *DistributionTab::makeCharts()
{
    auto *card = new Card;
    card->setMinimumWidth(560);
    card->body()->setContentsMargins(0, 4, 0, 6);
    card->body()->setSpacing(0);
    card->body()->addWidget(makeLegend());
    m_histogram->setObjectName(QStringLiteral("histogram"));
    m_histogram->setAccessibleName(tr("Histogram of best scores"));
    m_histogram->setPlotMargins({58, 34, 14, 24});
    m_rate->setObjectName(QStringLiteral("rate"));
    m_rate->setAccessibleName(tr("Assigned share over the threshold"));
    m_rate->setPlotMargins({58, 8, 14, 6});
    m_wrong->setObjectName(QStringLiteral("wrongShare"));
    m_wrong->setAccessibleName(tr("Wrong share over the threshold"));
    m_wrong->setPlotMargins({58, 10, 14, 46});
    m_histogram->setScoreAxis(true);
    m_wrong->setScoreAxis(true, tr("best similarity score among the profiles it may match (cosine)"));
    m_wrong->setValueChip(true);
    m_histogram->setMinimumHeight(150);
    m_rate->setMinimumHeight(64);
    m_wrong->setMinimumHeight(110);
    card->body()->addWidget(m_histogram, 292);
    card->body()->addWidget(m_rate, 108);
    card->body()->addWidget(m_wrong, 176);
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(card, 1);
    column->addWidget(m_strip);

    const auto key = [&](const QKeySequence &keys, auto action) {
        auto *shortcut = new QShortcut(keys, left);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    key(Qt::Key_Home, [this] { m_cursor.setValue(m_analysis ? m_analysis->options.current : m_cursor.value()); });
    key(Qt::Key_End, [this] {
        if (m_analysis && m_analysis->recommendation.threshold)
            m_cursor.setValue(*m_analysis->recommendation.threshold);
    });
    key(Qt::Key_L, [this] { m_histogram->setLogarithmic(!m_histogram->isLogarithmic()); });
    return left;
}

QWidget *DistributionTab::makeLegend()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(14, 2, 12, 0);
    layout->setSpacing(10);
    layout->addWidget(new Label(tr("Best scores"), TextRole::Strong));
    layout->addWidget(new ElidedLabel(tr("% of each layer per 0.01"), TextRole::Label, &ThemeTokens::text2));
    layout->addStretch(1);
    layout->addWidget(new LayerLegend(*m_histogram));
    return row;
}

QList<ChartPane *> DistributionTab::charts() const
{
    return {m_histogram, m_rate, m_wrong};
}

void DistributionTab::detachSide()
{
    m_sideDetached = true;
    m_sideLayout->setDirection(QBoxLayout::LeftToRight);
}

void DistributionTab::attachSide()
{
    m_sideDetached = false;
    m_sideLayout->setDirection(QBoxLayout::TopToBottom);
    m_splitter->addWidget(m_side);
    m_splitter->setSizes({width() - kSideWidth, kSideWidth});
    m_side->show();
}

void DistributionTab::save(QSettings &settings) const
{
    settings.setValue(QStringLiteral("reid/layers"), static_cast<int>(m_histogram->layers()));
    settings.setValue(QStringLiteral("reid/logarithmic"), m_histogram->isLogarithmic());
    settings.setValue(QStringLiteral("reid/bins"), m_histogram->binning().bins);
    if (!m_sideDetached)
        settings.setValue(QStringLiteral("reid/splitter"), m_splitter->saveState());
}

void DistributionTab::restore(const QSettings &settings)
{
    const int layers = settings.value(QStringLiteral("reid/layers"), static_cast<int>(m_histogram->layers())).toInt();
    m_histogram->setLayers(HistogramPane::Layers::fromInt(layers));
    m_histogram->setLogarithmic(settings.value(QStringLiteral("reid/logarithmic")).toBool());
    m_histogram->setBinning({std::clamp(settings.value(QStringLiteral("reid/bins")).toInt(), 0, 400)});
    m_splitter->restoreState(settings.value(QStringLiteral("reid/splitter")).toByteArray());
}

void DistributionTab::resizeEvent(QResizeEvent *event)
{
    constexpr int lowest = 500; // below, the rate chart gives its room to the others
    m_rate->setVisible(event->size().height() >= lowest);
    QWidget::resizeEvent(event);
}

void DistributionTab::placeMarks()
{
    std::vector<double> anchors = m_sweep->model().thresholds();
    if (m_analysis) {
        anchors.push_back(m_analysis->options.current);
        if (m_analysis->recommendation.threshold)
            anchors.push_back(*m_analysis->recommendation.threshold);
    }
    m_cursor.setAnchors(std::move(anchors));
}

void DistributionTab::setAnalysis(SharedAnalysis analysis)
{
    m_analysis = std::move(analysis);
    if (m_analysis)
        m_range.setHome(lowestShown(*m_analysis), 1.0);
    m_histogram->setAnalysis(m_analysis);
    m_rate->setAnalysis(m_analysis);
    m_wrong->setAnalysis(m_analysis);
    m_strip->setAnalysis(m_analysis);
    m_sweep->setAnalysis(m_analysis);
    m_recommendation->setAnalysis(m_analysis);
    placeMarks();
}

} // namespace herdbook::dashboard
