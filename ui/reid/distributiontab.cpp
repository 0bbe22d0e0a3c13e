// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/distributiontab.h"

#include "ui/reid/charts/histogrampane.h"
#include "ui/reid/charts/layerlegend.h"
#include "ui/reid/charts/ratepane.h"
#include "ui/reid/charts/sharepane.h"
#include "ui/reid/panels/integritylist.h"
#include "ui/reid/panels/nextstepscard.h"
#include "ui/reid/panels/recommendationcard.h"
#include "ui/reid/panels/summarystrip.h"
#include "ui/reid/panels/sweepcard.h"
#include "ui/widgets/followfocus.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/label.h"

#include <QKeyEvent>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <cmath>

namespace herdbook::ui {

namespace {

constexpr int kSideWidth = 392;
constexpr int kAroundLegend = 50;                        ///< margins and gaps
constexpr int kChartsWidth = 560, kHistogramWidth = 400; ///< at least; the latter where it stands alone

QString scoreTitle()
{
    return DistributionTab::tr("best similarity score among the profiles it may match");
}

} // namespace

DistributionTab::DistributionTab(ThresholdCursor &cursor, QWidget *parent)
    : QWidget(parent), m_cursor(cursor), m_histogram(new HistogramPane(cursor, m_range)),
      m_rate(new RatePane(cursor, m_range)), m_wrong(new WrongSharePane(cursor, m_range)),
      m_rise(new Label({}, TextRole::Label, &ThemeTokens::text2)), m_strip(new SummaryStrip(cursor)),
      m_sweep(new SweepCard(cursor)), m_recommendation(new RecommendationCard), m_side(new QScrollArea),
      m_sideLayout(new QBoxLayout(QBoxLayout::TopToBottom)), m_splitter(new QSplitter(Qt::Horizontal)),
      m_column(new QVBoxLayout), m_chartsCard(new Card), m_chartsTitle(new Label(tr("Best scores"), TextRole::Strong)),
      m_legend(new LayerLegend(*m_histogram)), m_checksCard(new Card(tr("Is the embedding sound?"))),
      m_checks(new IntegrityList), m_next(new NextStepsCard)
{
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);
    m_splitter->addWidget(makeCharts());
    // In a low window the side is scrolled; the window would have to grow otherwise.
    auto *content = new QWidget;
    content->setLayout(m_sideLayout);
    m_side->setWidget(content);
    m_side->setWidgetResizable(true);
    m_side->setFrameShape(QFrame::NoFrame);
    m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_side->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_side->setMinimumWidth(340);
    followFocus(*m_side);
    m_sideLayout->setContentsMargins(0, 0, 0, 0);
    m_sideLayout->setSpacing(12);
    m_sideLayout->addWidget(m_recommendation);
    m_sideLayout->addWidget(m_next, 1);
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
    arrange();
}

QWidget *DistributionTab::side() const
{
    return m_side;
}

QWidget *DistributionTab::makeCharts()
{
    m_chartsCard->setMinimumWidth(kChartsWidth);
    m_chartsCard->installEventFilter(this);
    m_chartsCard->body()->setContentsMargins(0, 4, 0, 6);
    m_chartsCard->body()->setSpacing(0);
    m_chartsCard->body()->addWidget(makeLegend());
    m_histogram->setObjectName(QStringLiteral("histogram"));
    m_histogram->setTitle([] { return tr("Histogram of best scores"); });
    m_rate->setObjectName(QStringLiteral("rate"));
    m_rate->setTitle([] { return tr("Assigned share over the threshold"); });
    m_rate->setPlotMargins({58, 8, 20, 6});
    m_wrong->setObjectName(QStringLiteral("wrongShare"));
    m_wrong->setTitle([] { return tr("Wrong share over the threshold"); });
    m_wrong->setPlotMargins({58, 10, 20, 46});
    m_wrong->setScoreAxis(true, scoreTitle());
    m_wrong->setValueChip(true);
    m_histogram->setMinimumHeight(150);
    m_wrong->setMinimumHeight(110);
    m_chartsCard->body()->addWidget(m_histogram, 292);
    m_chartsCard->body()->addWidget(m_rate, 108);
    m_chartsCard->body()->addWidget(m_wrong, 176);
    m_rise->setObjectName(QStringLiteral("rise"));
    m_rise->setWordWrap(true);
    m_rise->setContentsMargins(16, 2, 16, 2);
    m_chartsCard->body()->addWidget(m_rise);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    m_checks->setContentsMargins(16, 12, 16, 12);
    scroll->setWidget(m_checks);
    scroll->viewport()->setAutoFillBackground(false); // the card shows through
    m_checks->setAutoFillBackground(false);
    m_checksCard->setHeaderLine(true);
    m_checksCard->body()->setContentsMargins(1, 0, 1, 1);
    m_checksCard->body()->addWidget(scroll);
    auto *left = new QWidget;
    left->setLayout(m_column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    m_column->addWidget(m_chartsCard, 5);
    m_column->addWidget(m_checksCard, 4);
    m_column->addWidget(m_strip);

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
    layout->addWidget(m_chartsTitle);
    layout->addStretch(1);
    layout->addWidget(m_legend);
    return row;
}

QList<ChartPane *> DistributionTab::charts() const
{
    return {m_histogram, m_rate, m_wrong};
}

void DistributionTab::setPlace(Place place)
{
    if (m_place == Place::Beside)
        m_attached = m_splitter->saveState();
    m_place = place;
    m_sideLayout->setDirection(place == Place::Away ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    if (place == Place::Beside) {
        m_splitter->addWidget(m_side);
        if (!m_splitter->restoreState(m_attached))
            m_splitter->setSizes({width() - kSideWidth, kSideWidth});
    } else if (place == Place::Under) {
        m_column->insertWidget(m_column->indexOf(m_strip), m_side, 6);
    }
    if (place != Place::Away)
        m_side->show();
    const bool under = place == Place::Under;
    m_chartsCard->setMinimumWidth(under ? kHistogramWidth : kChartsWidth);
    m_legend->setVisible(!under);
    m_strip->setBrief(under);
    arrange();
}

void DistributionTab::save(QSettings &settings) const
{
    settings.setValue(QStringLiteral("reid/layers"), static_cast<int>(m_histogram->layers()));
    settings.setValue(QStringLiteral("reid/logarithmic"), m_histogram->isLogarithmic());
    settings.setValue(QStringLiteral("reid/bins"), m_histogram->binning().bins);
    QStringList added;
    for (const double threshold : m_sweep->model().addedThresholds())
        added << QString::number(threshold, 'g', 15);
    settings.setValue(QStringLiteral("reid/sweep"), added);
    settings.setValue(QStringLiteral("reid/splitter"), m_place == Place::Beside ? m_splitter->saveState() : m_attached);
}

void DistributionTab::restore(const QSettings &settings)
{
    const int layers = settings.value(QStringLiteral("reid/layers"), static_cast<int>(m_histogram->layers())).toInt();
    m_histogram->setLayers(HistogramPane::Layers::fromInt(layers));
    m_histogram->setLogarithmic(settings.value(QStringLiteral("reid/logarithmic")).toBool());
    m_histogram->setBinning({std::clamp(settings.value(QStringLiteral("reid/bins")).toInt(), 0, 400)});
    std::vector<double> added;
    for (const QString &threshold : settings.value(QStringLiteral("reid/sweep")).toStringList()) {
        bool isNumber = false;
        if (const double number = threshold.toDouble(&isNumber); isNumber)
            added.push_back(number);
    }
    m_sweep->model().setAddedThresholds(added);
    m_splitter->restoreState(settings.value(QStringLiteral("reid/splitter")).toByteArray());
}

QList<Figure *> DistributionTab::figures() const
{
    QList<Figure *> shown;
    for (ChartPane *chart : charts()) {
        if (!chart->isHidden())
            shown << chart;
    }
    return shown;
}

void DistributionTab::arrange()
{
    // Below, the rate chart gives its room to the others; above, its share is enough, so it asks for no least height.
    constexpr int lowest = 500;
    constexpr int lowestWithWords = 600; // lower, they are in the chart's tool tip only
    const bool unsound =
        m_analysis && m_analysis->recommendation.status == reid::Status::Abstain &&
        std::ranges::count(m_analysis->integrity, reid::Check::Outcome::Fail, &reid::Check::outcome) > 0;
    const bool under = m_place == Place::Under;
    const bool alone = unsound || under;
    m_rate->setVisible(!alone && height() >= lowest);
    m_wrong->setVisible(!alone);
    m_rise->setVisible(!alone && height() >= lowestWithWords && !m_rise->text().isEmpty());
    m_checksCard->setVisible(unsound && !under);
    m_sweep->setVisible(!alone);
    m_next->setVisible(m_analysis && !m_analysis->recommendation.threshold && !m_analysis->recommendation.next.empty());
    m_histogram->setPlotMargins({58, 34, 20, alone ? 46 : 24});
    m_histogram->setScoreAxis(true, alone ? scoreTitle() : QString());
    m_histogram->setValueChip(alone);
}

bool DistributionTab::eventFilter(QObject *watched, QEvent *event)
{
    // The legend says what is drawn; where only one of them has room, the title gives way.
    if (watched == m_chartsCard && event->type() == QEvent::Resize)
        m_chartsTitle->setVisible(m_place == Place::Under ||
                                  m_legend->sizeHint().width() + m_chartsTitle->sizeHint().width() + kAroundLegend <=
                                      m_chartsCard->width());
    return QWidget::eventFilter(watched, event);
}

void DistributionTab::resizeEvent(QResizeEvent *event)
{
    arrange();
    QWidget::resizeEvent(event);
}

void DistributionTab::placeMarks()
{
    std::vector<double> anchors;
    for (int row = 0; row < m_sweep->model().rowCount(); ++row)
        anchors.push_back(m_sweep->model().threshold(row));
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
    m_rise->setText(m_analysis ? boundSentence(*m_analysis) : QString());
    m_strip->setAnalysis(m_analysis);
    m_sweep->setAnalysis(m_analysis);
    m_recommendation->setAnalysis(m_analysis);
    m_checks->setAnalysis(m_analysis);
    m_next->setAnalysis(m_analysis);
    arrange();
    placeMarks();
}

} // namespace herdbook::ui
