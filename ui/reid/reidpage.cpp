// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/reidpage.h"

#include "ui/reid/analysisbanner.h"
#include "ui/reid/bysextab.h"
#include "ui/reid/charts/chartexport.h"
#include "ui/reid/charts/detview.h"
#include "ui/reid/charts/histogrampane.h"
#include "ui/reid/charts/similaritymap.h"
#include "ui/reid/diagnosistab.h"
#include "ui/reid/distributiontab.h"
#include "ui/reid/figurerow.h"
#include "ui/reid/gallery/galleryactions.h"
#include "ui/reid/gallery/gallerypanel.h"
#include "ui/reid/gallery/gallerysplit.h"
#include "ui/reid/gallery/galleryview.h"
#include "ui/reid/gallery/pairview.h"
#include "ui/reid/gallery/pictureindex.h"
#include "ui/reid/pageheader.h"
#include "ui/reid/panels/recommendationcard.h"
#include "ui/reid/panels/summarystrip.h"
#include "ui/reid/panels/suspectsview.h"
#include "ui/reid/panels/sweepcard.h"
#include "ui/reid/previousanalysis.h"
#include "ui/reid/reidtabs.h"
#include "ui/reid/reporttab.h"
#include "ui/reid/tradeofftab.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/keeproom.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QResizeEvent>
#include <QSettings>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace herdbook::ui {

namespace {

constexpr int RetryInterval = 10'000; // ms
constexpr int LookMoment = 400;       // ms; a look that is over by then moves nothing on the page
constexpr int CompactHeight = 700;
constexpr int NarrowWidth = 1048; ///< below, recommendation and sweep are a tab of their own

bool isTypedIn(const QWidget *focused)
{
    const auto *box = qobject_cast<const QComboBox *>(focused);
    return qobject_cast<const QLineEdit *>(focused) != nullptr || (box != nullptr && box->isEditable());
}

} // namespace

ReidPage::ReidPage(AnalysisRunner &runner, QSettings &settings, QWidget *parent)
    : QWidget(parent), m_runner(runner), m_settings(settings), m_header(new PageHeader), m_banner(new AnalysisBanner),
      m_figures(new FigureRow), m_tabs(new ReidTabs(m_cursor)), m_gallery(new GalleryPanel(m_cursor)),
      m_beside(new GallerySplit(*m_tabs, *m_gallery))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 0, 16, 12);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(m_figures);
    column->addSpacing(6);
    column->addWidget(m_tabs);
    column->addSpacing(12);
    column->addWidget(m_beside, 1);
    m_content = {m_figures, m_tabs, m_beside};
    for (QWidget *part : m_content)
        setKeepsRoom(*part, true);
    m_tabs->content()->installEventFilter(this);
    m_gallery->installEventFilter(this);
    m_banner->hide();
    connect(m_tabs->content(), &QStackedWidget::currentChanged, this, [this] {
        m_beside->share();
        if (!m_tabs->isPlacing())
            focusChart();
    });
    m_tabs->distribution()->restore(m_settings);
    m_gallery->restore(m_settings);
    m_beside->restore(m_settings);
    m_tabs->open(m_settings.value(QStringLiteral("reid/tab")).toString());
    setSource({});
    connect(m_tabs->distribution()->recommendation(), &RecommendationCard::tryOnSample, this,
            [this](double candidate) { Q_EMIT trialAsked(m_analysis, candidate); });
    connect(m_figures, &FigureRow::allStepsAsked, this, [this] { m_tabs->open(QStringLiteral("diagnosis")); });
    connect(m_banner->cancelButton(), &QPushButton::clicked, &m_runner, &AnalysisRunner::cancel);
    connect(m_banner, &AnalysisBanner::connectionAsked, this, &ReidPage::connectionAsked);
    connect(m_tabs->distribution()->recommendation(), &RecommendationCard::fullReasonAsked, this,
            &ReidPage::showFullReason);
    setFocusHeirs({m_header, m_banner}, {m_tabs, m_banner->cancelButton()});
    setFocusHeirs({m_tabs}, {m_banner->cancelButton()});
    setFocusHeirs({m_gallery}, {m_gallery->view(), m_tabs});
    connectExports();
    connectGallery();
    listenToRunner();
}

ReidPage::~ReidPage()
{
    m_settings.setValue(QStringLiteral("reid/tab"), m_tabs->openId());
    m_tabs->distribution()->save(m_settings);
    m_gallery->save(m_settings);
    m_beside->save(m_settings);
    // Without an analysis it is nobody's choice.
    if (m_analysis)
        m_settings.setValue(cursorKey(), m_cursor.value());
}

void ReidPage::setSource(const QString &source)
{
    m_source = source.isEmpty() ? QStringLiteral("any") : source;
    m_cursor.setValue(m_settings.value(cursorKey(), 0.70).toDouble());
}

void ReidPage::connectExports()
{
    const Saved saved = [this](const QString &path, const Result<void> &result) {
        if (!m_runner.isRunning()) // else the banner has other news
            m_banner->showSaved(path, result);
    };
    for (ChartPane *chart : findChildren<ChartPane *>())
        addFigureMenu(chart, chart, saved);
    addFigureMenu(m_tabs->tradeoff()->det(), m_tabs->tradeoff()->det(), saved);
    addFigureMenu(m_tabs->bySex()->map(), m_tabs->bySex()->map(), saved);
    connect(m_header, &PageHeader::analyzeAsked, this, &ReidPage::refresh);
    connect(m_header, &PageHeader::exportAsked, this,
            [this, saved](const QString &format) { saveFigures(m_tabs->figures(), format, this, saved); });
    connect(m_header, &PageHeader::copyAsked, this, [this] { copyFigures(m_tabs->figures()); });
    connect(m_header, &PageHeader::copySettingsAsked, this,
            [this] { copyText(m_tabs->report()->settingsLine(), m_header); });
}

void ReidPage::setSiteTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_header->setTimeZone(zone);
    m_gallery->setSiteTimeZone(zone);
    for (SuspectsView *each : suspects())
        each->setSiteTimeZone(zone);
    m_tabs->report()->setSiteTimeZone(zone);
}

void ReidPage::setPhotos(const PostgresSettings &postgres, const QString &imageFolder)
{
    m_gallery->view()->setLoader(new CropLoader(postgres, imageFolder, this));
    auto *pictures = new PictureIndex(postgres, imageFolder, this);
    m_gallery->setPhotos(pictures, imageFolder, this);
    for (SuspectsView *each : suspects()) {
        each->setLoader(new CropLoader(postgres, imageFolder, this)); // each asks for what it shows
        each->actions()->setPhotos(pictures, imageFolder, this);
    }
}

void ReidPage::setExportable(bool exportable)
{
    m_gallery->setExportable(exportable);
    for (SuspectsView *each : suspects())
        each->actions()->setExportable(exportable);
}

QList<SuspectsView *> ReidPage::suspects() const
{
    return {m_tabs->diagnosis()->suspects(), m_tabs->diagnosis()->moreSuspects()};
}

PairView *ReidPage::pair() const
{
    for (const SuspectsView *each : suspects()) {
        if (each->actions()->pair() != nullptr)
            return each->actions()->pair();
    }
    return m_gallery->pair();
}

DistributionTab *ReidPage::distribution() const
{
    return m_tabs->distribution();
}

void ReidPage::placeSide(DistributionTab::Place place)
{
    if (m_tabs->placeSide(place))
        focusChart();
}

void ReidPage::focusChart()
{
    QWidget *chart = m_tabs->chart();
    const QWidget *focused = QApplication::focusWidget();
    if (chart == nullptr || !chart->isVisible() || focused == m_tabs || pair() != nullptr)
        return;
    // Outside the tab somebody may be typing; in one that has just come nobody is.
    if (!m_tabs->content()->isAncestorOf(focused) && isTypedIn(focused))
        return;
    chart->setFocus(Qt::OtherFocusReason);
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
    connect(m_tabs->distribution(), &DistributionTab::detectionsAsked, m_gallery, &GalleryPanel::showScores);
    connect(m_tabs->diagnosis(), &DiagnosisTab::stepChosen, m_gallery, &GalleryPanel::showStep);
    connect(m_tabs->diagnosis(), &DiagnosisTab::picturesWanted, this, [this] {
        for (SuspectsView *each : suspects())
            each->setSets(m_gallery->sharedSets());
    });
    for (const SuspectsView *each : suspects()) {
        connect(each, &SuspectsView::allAsked, m_gallery, &GalleryPanel::showRows);
        connect(each->actions(), &GalleryActions::zipAsked, this, &ReidPage::zipAsked);
    }
    connect(m_gallery, &GalleryPanel::zipAsked, this, &ReidPage::zipAsked);
    connect(m_tabs->bySex()->map(), &SimilarityMap::pairChosen, m_gallery, &GalleryPanel::showPair);
    connect(m_gallery, &GalleryPanel::photosAsked, this, &ReidPage::photosAsked);
}

void ReidPage::fit(QSize size)
{
    const QMargins around = layout()->contentsMargins();
    m_figures->setCompact(size.height() < CompactHeight);
    if (m_gallery->isHidden())
        placeSide(size.width() - around.left() - around.right() < NarrowWidth ? DistributionTab::Place::Away
                                                                              : DistributionTab::Place::Beside);
}

void ReidPage::followGallery()
{
    const bool open = !m_gallery->isHidden();
    const QWidget *focused = QApplication::focusWidget();
    if (open && focused != nullptr && m_tabs->distribution()->strip()->isAncestorOf(focused))
        m_gallery->view()->setFocus(Qt::OtherFocusReason); // its buttons give way
    setKeepsRoom(*m_figures, !open);
    m_figures->setVisible(!open && m_contentShown);
    m_header->setWithFigures(open);
    if (open)
        placeSide(DistributionTab::Place::Under);
    else
        fit(size());
    m_beside->share();
}

bool ReidPage::event(QEvent *event)
{
    // Before it is first shown, no resize event has come: a small page would ask for the room of a large one.
    if (event->type() == QEvent::Polish)
        fit(size());
    return QWidget::event(event);
}

bool ReidPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tabs->content() && event->type() == QEvent::Resize)
        fit(size());
    else if (watched == m_gallery && (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent))
        followGallery();
    return QWidget::eventFilter(watched, event);
}

void ReidPage::showContent(bool shown)
{
    const bool comes = !std::exchange(m_contentShown, shown) && shown;
    for (QWidget *part : m_content)
        part->setVisible(shown && (part != m_figures || m_gallery->isHidden()));
    if (comes)
        QMetaObject::invokeMethod(this, &ReidPage::arrive, Qt::QueuedConnection);
}

void ReidPage::refresh()
{
    m_asked = true;
    m_runner.start();
}

void ReidPage::checkAgain()
{
    if (m_runner.isRunning() || (m_analysis && isVisible()))
        m_runner.startAnew();
    else
        m_checkAgain = true;
}

void ReidPage::noticeChange()
{
    if (m_analysis) {
        m_unchecked = true;
        m_header->setOutdated();
    }
    if (m_analysis || m_runner.isRunning())
        m_runner.startAnew();
}

void ReidPage::showRunning()
{
    m_header->setStale(true);
    m_banner->show();
}

void ReidPage::listenToRunner()
{
    connect(&m_runner, &AnalysisRunner::started, this, [this] {
        // As long as the last result is being read, there is neither that nor nothing.
        if (!m_analysis && m_runner.mayRemember())
            showContent(false);
        m_header->setRunning(true);
        m_banner->setRunning();
        if (!m_lookTime.isActive())
            showRunning();
    });
    m_lookTime.setSingleShot(true);
    m_lookTime.setInterval(LookMoment);
    connect(&m_lookTime, &QTimer::timeout, this, &ReidPage::showRunning);
    connect(&m_runner, &AnalysisRunner::progress, this, [this](const QString &stage, qint64 done, qint64 total) {
        showContent(true);
        m_banner->setStage(stage, done, total);
    });
    m_retry.setSingleShot(true);
    m_retry.setInterval(RetryInterval);
    connect(&m_retry, &QTimer::timeout, &m_runner, &AnalysisRunner::start);
    connect(&m_runner, &AnalysisRunner::started, &m_retry, &QTimer::stop);
    const auto ended = [this] {
        m_lookTime.stop();
        m_checkAgain = !isVisible();
        m_header->setRunning(false);
        m_header->setStale(false);
        m_banner->hide();
        showContent(true);
    };
    connect(&m_runner, &AnalysisRunner::remembered, this, &ReidPage::setRemembered);
    connect(&m_runner, &AnalysisRunner::finished, this, [this, ended](const SharedAnalysis &analysis) {
        ended();
        setAnalysis(analysis);
    });
    connect(&m_runner, &AnalysisRunner::cancelled, this, [this, ended] {
        ended();
        m_asked = false;
        m_header->setStale(m_unchecked);
    });
    connect(&m_runner, &AnalysisRunner::failed, this, [this, ended](const Error &error) {
        ended();
        if (error.passing)
            m_retry.start();
        m_banner->showFailure(error);
        m_unchecked = true;
        m_header->setStale(true);
    });
}

void ReidPage::setAnalysis(const SharedAnalysis &analysis)
{
    m_unchecked = false;
    const bool asked = std::exchange(m_asked, false);
    // Compared with itself, it would tell of nothing.
    if (analysis && analysis == m_analysis && !asked && !m_header->comparison().isEmpty()) {
        present(analysis, m_header->comparison());
        return;
    }
    const auto previous = m_analysis ? PreviousAnalysis::of(*m_analysis) : PreviousAnalysis::load(m_settings, m_source);
    if (analysis)
        PreviousAnalysis::of(*analysis).save(m_settings, m_source);
    present(analysis, analysis && previous ? previous->comparison(*analysis, m_zone) : QString());
}

void ReidPage::setRemembered(const SharedAnalysis &analysis)
{
    showContent(true);
    present(analysis, {});
    m_unchecked = true;
    m_header->setStale(true);
}

void ReidPage::present(const SharedAnalysis &analysis, const QString &comparison)
{
    const SharedAnalysis before = std::exchange(m_analysis, analysis);
    m_header->setAnalysis(m_analysis, comparison);
    if (before == m_analysis && m_analysis)
        return;
    m_tabs->showTroubles(m_analysis);
    m_figures->setAnalysis(m_analysis);
    m_tabs->distribution()->setAnalysis(m_analysis);
    m_gallery->setAnalysis(m_analysis);
    m_tabs->tradeoff()->setAnalysis(m_analysis);
    m_tabs->bySex()->setAnalysis(m_analysis);
    m_tabs->diagnosis()->setAnalysis(m_analysis);
    m_tabs->report()->setAnalysis(m_analysis);
    if (!before && m_analysis && m_analysis->recommendation.threshold && !m_settings.contains(cursorKey()))
        m_cursor.setValue(*m_analysis->recommendation.threshold);
}

QList<QWidget *> ReidPage::panes() const
{
    return {m_header->analyzeButton(),
            m_tabs,
            m_tabs->distribution()->histogram(),
            m_tabs->distribution()->sweep()->table(),
            m_tabs->diagnosis()->suspects()->gallery(),
            m_gallery->view()};
}

QList<KeyHelp> ReidPage::keys() const
{
    if (pair() != nullptr)
        return PairView::keys();
    QList<KeyHelp> keys{{QStringLiteral("F5"), tr("Analyze")}};
    keys << m_tabs->keys();
    if (m_gallery->isVisible())
        keys << GalleryView::keys();
    return keys;
}

void ReidPage::resizeEvent(QResizeEvent *event)
{
    m_figures->setCompact(event->size().height() < CompactHeight);
    QWidget::resizeEvent(event);
}

void ReidPage::showEvent(QShowEvent *event)
{
    const bool check = std::exchange(m_checkAgain, false);
    if (check && m_analysis && !m_unchecked && !m_runner.isRunning())
        m_lookTime.start();
    if (check || !m_analysis)
        m_runner.start();
    QWidget::showEvent(event);
    // Who shows the page moves the focus onto it only after this.
    if (!event->spontaneous())
        QMetaObject::invokeMethod(this, &ReidPage::arrive, Qt::QueuedConnection);
}

void ReidPage::hideEvent(QHideEvent *event)
{
    m_checkAgain = m_checkAgain || !event->spontaneous();
    QWidget::hideEvent(event);
}

void ReidPage::arrive()
{
    // Where somebody walks through the pages by keys, the focus stays elsewhere.
    const QWidget *focused = QApplication::focusWidget();
    if (isVisible() && (focused == nullptr || (isAncestorOf(focused) && !isTypedIn(focused))))
        focusChart();
}

} // namespace herdbook::ui
