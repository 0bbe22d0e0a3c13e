// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/reidpage.h"

#include "ui/reid/bysextab.h"
#include "ui/reid/charts/chartexport.h"
#include "ui/reid/charts/histogrampane.h"
#include "ui/reid/charts/similaritymap.h"
#include "ui/reid/diagnosistab.h"
#include "ui/reid/distributiontab.h"
#include "ui/reid/figurerow.h"
#include "ui/reid/gallery/gallerypanel.h"
#include "ui/reid/gallery/galleryview.h"
#include "ui/reid/panels/recommendationcard.h"
#include "ui/reid/panels/sweepcard.h"
#include "ui/reid/reporttab.h"
#include "ui/reid/tradeofftab.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/style/style.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QResizeEvent>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>

namespace herdbook::dashboard {

namespace {

QString madeAt(const reid::Analysis &analysis)
{
    const QDateTime at = QDateTime::fromString(QString::fromStdString(analysis.madeAt), Qt::ISODate);
    return QLocale().toString(at.toLocalTime(), QLocale::ShortFormat);
}

QString signedCount(qint64 number)
{
    return (number < 0 ? QString() : QStringLiteral("+")) + QLocale().toString(number);
}

constexpr int CompactHeight = 700;
constexpr int NarrowWidth = 1048; ///< below, recommendation and sweep are a tab of their own

} // namespace

ReidPage::ReidPage(AnalysisRunner &runner, QSettings &settings, QWidget *parent)
    : QWidget(parent), m_runner(runner), m_settings(settings),
      m_meta(new ElidedLabel({}, TextRole::Label, &ThemeTokens::text2)), m_stale(new Pill),
      m_analyze(new QPushButton(themeIcon(Icon::Refresh), tr("Analyze"))),
      m_banner(new Banner(Tone::Info, Icon::Running)), m_cancel(m_banner->addButton(tr("Cancel"))),
      m_figures(new FigureRow), m_tabs(new QTabBar), m_stack(new QStackedWidget),
      m_distribution(new DistributionTab(m_cursor)), m_tradeoff(new TradeoffTab(m_cursor)),
      m_bySex(new BySexTab(m_cursor)), m_diagnosis(new DiagnosisTab(m_cursor)), m_report(new ReportTab(m_cursor)),
      m_gallery(new GalleryPanel(m_cursor))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 0, 16, 12);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_banner);
    column->addWidget(m_figures);
    column->addSpacing(6);
    column->addWidget(m_tabs);
    column->addSpacing(12);
    auto *beside = new QSplitter(Qt::Horizontal);
    beside->addWidget(m_stack);
    beside->addWidget(m_gallery);
    beside->setStretchFactor(0, 1);
    beside->setStretchFactor(1, 0);
    beside->setChildrenCollapsible(false);
    beside->setHandleWidth(16);
    beside->setSizes({900, 424});
    column->addWidget(beside, 1);
    m_stack->installEventFilter(this);
    m_banner->hide();
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    addTab(tr("Distribution"), m_distribution, QStringLiteral("distribution"));
    addTab(tr("Trade-off"), m_tradeoff, QStringLiteral("tradeoff"));
    addTab(tr("By sex"), m_bySex, QStringLiteral("bysex"));
    addTab(tr("Diagnosis"), m_diagnosis, QStringLiteral("diagnosis"));
    addTab(tr("Report"), m_report, QStringLiteral("report"));
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_distribution->restore(m_settings);
    for (int at = 0; at < m_tabs->count(); ++at) {
        if (m_tabs->tabData(at) == m_settings.value(QStringLiteral("reid/tab")))
            m_tabs->setCurrentIndex(at);
    }
    m_cursor.setValue(m_settings.value(QStringLiteral("reid/cursor"), 0.70).toDouble());
    connect(m_distribution->recommendation(), &RecommendationCard::tryOnSample, this,
            [this](double candidate) { Q_EMIT trialAsked(m_analysis, candidate); });
    connect(m_analyze, &QPushButton::clicked, &m_runner, &AnalysisRunner::start);
    connect(m_cancel, &QPushButton::clicked, &m_runner, &AnalysisRunner::cancel);
    connect(m_distribution->recommendation(), &RecommendationCard::fullReasonAsked, this, &ReidPage::showFullReason);
    for (ChartPane *chart : findChildren<ChartPane *>())
        addChartMenu(chart);
    connectGallery();
    listenToRunner();
    showMeta();
}

ReidPage::~ReidPage()
{
    m_settings.setValue(QStringLiteral("reid/tab"), m_tabs->tabData(m_tabs->currentIndex()));
    m_distribution->save(m_settings);
    m_settings.setValue(QStringLiteral("reid/cursor"), m_cursor.value());
}

void ReidPage::addTab(const QString &name, QWidget *tab, const QString &id)
{
    const int at = m_tabs->addTab(name);
    m_tabs->setTabData(at, id);
    m_stack->addWidget(tab);
}

void ReidPage::setNarrow(bool narrow)
{
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    constexpr int place = 1; // beside the charts
    QWidget *side = m_distribution->side();
    if (narrow) {
        m_distribution->detachSide();
        m_stack->insertWidget(place, side);
        m_tabs->insertTab(place, tr("Recommendation"));
        m_tabs->setTabData(place, QStringLiteral("recommendation"));
    } else {
        m_tabs->removeTab(place);
        m_stack->removeWidget(side);
        m_distribution->attachSide();
    }
    m_stack->setCurrentIndex(m_tabs->currentIndex());
}

QWidget *ReidPage::makeHeader()
{
    auto *header = new QWidget;
    header->setFixedHeight(52);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(new Label(tr("Re-ID"), TextRole::PageTitle));
    row->addWidget(m_meta, 1);
    row->addWidget(m_stale);
    m_stale->hide();
    row->addWidget(m_analyze);
    auto *exports = new QPushButton(tr("Export"));
    auto *menu = new QMenu(exports);
    for (const char *format : {"png", "svg", "csv"}) {
        const QString name = QString::fromLatin1(format);
        menu->addAction(tr("Charts as %1…").arg(name.toUpper()), this, [this, name] { exportChart(name); });
    }
    menu->addSeparator();
    menu->addAction(themeIcon(Icon::Copy), tr("Copy the charts"), this,
                    [this] { copyCharts(m_distribution->charts()); });
    menu->addAction(themeIcon(Icon::Copy), tr("Copy the settings line"), this, &ReidPage::copySnippet);
    exports->setMenu(menu);
    row->addWidget(exports);
    return header;
}

void ReidPage::setPhotos(const PostgresSettings &postgres, const QString &imageFolder)
{
    m_gallery->view()->setLoader(new CropLoader(postgres, imageFolder, this));
}

void ReidPage::showFullReason()
{
    if (!m_analysis)
        return;
    auto *box = new QMessageBox(QMessageBox::Information, tr("Full reason"), {}, QMessageBox::Ok, this);
    box->setTextFormat(Qt::PlainText);
    box->setText(fullReason(*m_analysis));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void ReidPage::connectGallery()
{
    connect(m_distribution, &DistributionTab::detectionsAsked, m_gallery, &GalleryPanel::showScores);
    connect(m_diagnosis, &DiagnosisTab::stepChosen, m_gallery, &GalleryPanel::showStep);
    connect(m_diagnosis, &DiagnosisTab::suspectsAsked, m_gallery, &GalleryPanel::showSuspects);
    connect(m_bySex->map(), &SimilarityMap::pairChosen, m_gallery, &GalleryPanel::showPair);
}

bool ReidPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_stack && event->type() == QEvent::Resize)
        setNarrow(static_cast<QResizeEvent *>(event)->size().width() < NarrowWidth);
    return QWidget::eventFilter(watched, event);
}

void ReidPage::listenToRunner()
{
    connect(&m_runner, &AnalysisRunner::started, this, [this] {
        m_analyze->setEnabled(false);
        m_banner->setTone(Tone::Info, Icon::Running);
        m_banner->setTexts(tr("Analyzing."), {});
        m_banner->show();
        m_cancel->show();
        if (m_analysis)
            m_stale->setState(Tone::Stale, tr("the result of %1").arg(madeAt(*m_analysis)), Icon::Queued);
        m_stale->setVisible(m_analysis != nullptr);
    });
    connect(&m_runner, &AnalysisRunner::progress, this, [this](const QString &stage, qint64 done, qint64 total) {
        const QLocale locale;
        m_banner->setTexts(tr("Analyzing."),
                           total > 0 ? tr("%1: %2 of %3").arg(stage, locale.toString(done), locale.toString(total))
                                     : stage);
    });
    const auto ended = [this] {
        m_analyze->setEnabled(true);
        m_banner->hide();
        m_stale->hide();
    };
    connect(&m_runner, &AnalysisRunner::finished, this, [this, ended](const SharedAnalysis &analysis) {
        ended();
        setAnalysis(analysis);
    });
    connect(&m_runner, &AnalysisRunner::cancelled, this, ended);
    connect(&m_runner, &AnalysisRunner::failed, this, [this, ended](const Error &error) {
        ended();
        m_cancel->hide();
        m_banner->setTone(Tone::Error, Icon::Failed);
        m_banner->setTexts(tr("The analysis failed."), error.message);
        m_banner->show();
        m_stale->setVisible(m_analysis != nullptr);
    });
}

void ReidPage::setAnalysis(const SharedAnalysis &analysis)
{
    const SharedAnalysis before = std::exchange(m_analysis, analysis);
    m_comparison.clear();
    if (before && before->fingerprint == analysis->fingerprint) {
        m_comparison = tr("nothing has changed since the one before");
    } else if (before && before->counts.detections > 0 && analysis->counts.detections > 0) {
        const auto rate = [](const reid::Analysis &of) {
            return 100.0 * static_cast<double>(of.counts.assigned) / static_cast<double>(of.counts.detections);
        };
        m_comparison = tr("since %1: %2 detections, rate %3% → %4%")
                           .arg(madeAt(*before))
                           .arg(signedCount(static_cast<qint64>(analysis->counts.detections) -
                                            static_cast<qint64>(before->counts.detections)))
                           .arg(rate(*before), 0, 'f', 1)
                           .arg(rate(*analysis), 0, 'f', 1);
    }
    m_figures->setAnalysis(m_analysis);
    m_distribution->setAnalysis(m_analysis);
    m_gallery->setAnalysis(m_analysis);
    m_tradeoff->setAnalysis(m_analysis);
    m_bySex->setAnalysis(m_analysis);
    m_diagnosis->setAnalysis(m_analysis);
    m_report->setAnalysis(m_analysis);
    if (!before && m_analysis && m_analysis->recommendation.threshold &&
        !m_settings.contains(QStringLiteral("reid/cursor")))
        m_cursor.setValue(*m_analysis->recommendation.threshold);
    m_analyze->setText(tr("Analyze again"));
    showMeta();
}

void ReidPage::showMeta()
{
    if (!m_analysis) {
        m_meta->setText(tr("Analyze to see how well the automatic re-identification does."));
        return;
    }
    QString text = tr("%n profiles", nullptr, static_cast<int>(m_analysis->counts.profiles)) +
                   tr(", analyzed %1 in %2 s").arg(madeAt(*m_analysis)).arg(m_analysis->seconds, 0, 'f', 1);
    if (!m_comparison.isEmpty())
        text += QStringLiteral("; ") + m_comparison;
    m_meta->setText(text);
}

void ReidPage::exportChart(const QString &format)
{
    saveCharts(m_distribution->charts(), format, this);
}

void ReidPage::copySnippet()
{
    QGuiApplication::clipboard()->setText(m_report->settingsLine());
}

QList<QWidget *> ReidPage::panes() const
{
    return {m_analyze, m_tabs, m_distribution->histogram(), m_distribution->sweep()->table()};
}

QList<KeyHelp> ReidPage::keys() const
{
    return {{QStringLiteral("F5"), tr("Analyze")},
            {tr("Left / Right"), tr("Move the threshold by 0.005 (Shift 0.0005, Ctrl 0.05)")},
            {QStringLiteral("Home / End"), tr("To the threshold in force / recommended")},
            {QStringLiteral("L"), tr("Logarithmic scale")},
            {tr("Shift+drag"), tr("Brush a range of scores; Esc clears it")},
            {tr("Ctrl+wheel / Ctrl+drag"), tr("Zoom; double click shows all again")},
            {QStringLiteral("Del"), tr("Take an added threshold out of the sweep")}};
}

void ReidPage::resizeEvent(QResizeEvent *event)
{
    m_figures->setCompact(event->size().height() < CompactHeight);
    QWidget::resizeEvent(event);
}

void ReidPage::showEvent(QShowEvent *event)
{
    if (!m_analysis)
        m_runner.start();
    QWidget::showEvent(event);
}

} // namespace herdbook::dashboard
