// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/reidpage.h"

#include "core/base/faults.h"
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
#include "ui/reid/gallery/galleryview.h"
#include "ui/reid/gallery/pairview.h"
#include "ui/reid/gallery/pictureindex.h"
#include "ui/reid/pageheader.h"
#include "ui/reid/panels/integritylist.h"
#include "ui/reid/panels/recommendationcard.h"
#include "ui/reid/panels/summarystrip.h"
#include "ui/reid/panels/suspectsview.h"
#include "ui/reid/panels/sweepcard.h"
#include "ui/reid/previousanalysis.h"
#include "ui/reid/reporttab.h"
#include "ui/reid/tradeofftab.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/banner.h"
#include "ui/widgets/style/icons.h"
#include "ui/widgets/text/coretexts.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QResizeEvent>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
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
    : QWidget(parent), m_runner(runner), m_settings(settings), m_header(new PageHeader), m_bar(new QWidget),
      m_banner(new Banner(Tone::Info, Icon::Running)), m_cancel(m_banner->addButton(tr("Cancel"))),
      m_connection(m_banner->addButton(tr("Connection…"))), m_figures(new FigureRow), m_tabs(new QTabBar),
      m_stack(new QStackedWidget), m_distribution(new DistributionTab(m_cursor)), m_tradeoff(new TradeoffTab(m_cursor)),
      m_bySex(new BySexTab(m_cursor)), m_diagnosis(new DiagnosisTab), m_report(new ReportTab(m_cursor)),
      m_gallery(new GalleryPanel(m_cursor))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 0, 16, 12);
    column->setSpacing(0);
    column->addWidget(m_header);
    auto *bar = new QVBoxLayout(m_bar);
    bar->setContentsMargins(0, 0, 0, 8);
    bar->addWidget(m_banner);
    column->addWidget(m_bar);
    column->addWidget(m_figures);
    column->addSpacing(6);
    column->addWidget(m_tabs);
    column->addSpacing(12);
    auto *beside = new QSplitter(Qt::Horizontal);
    beside->addWidget(m_stack);
    beside->addWidget(m_gallery);
    beside->setChildrenCollapsible(false);
    beside->setHandleWidth(16);
    m_beside = beside;
    column->addWidget(beside, 1);
    m_content = {m_figures, m_tabs, beside};
    for (QWidget *part : m_content) {
        QSizePolicy policy = part->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        part->setSizePolicy(policy);
    }
    m_stack->installEventFilter(this);
    m_gallery->installEventFilter(this);
    m_bar->hide();
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    addTab(tr("Distribution"), m_distribution, QStringLiteral("distribution"));
    addTab(tr("Trade-off"), m_tradeoff, QStringLiteral("tradeoff"));
    addTab(tr("By sex"), m_bySex, QStringLiteral("bysex"));
    addTab(tr("Diagnosis"), m_diagnosis, QStringLiteral("diagnosis"));
    addTab(tr("Report"), m_report, QStringLiteral("report"));
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_stack, &QStackedWidget::currentChanged, this, [this] {
        askForShownTabOnly();
        shareRoomWithGallery();
        if (!m_placing)
            focusChart();
    });
    askForShownTabOnly();
    m_distribution->restore(m_settings);
    m_gallery->restore(m_settings);
    m_besideGallery = m_settings.value(QStringLiteral("reid/gallery/beside"), m_besideGallery).toInt();
    m_galleryWidth = m_settings.value(QStringLiteral("reid/gallery/width"), m_galleryWidth).toInt();
    for (int at = 0; at < m_tabs->count(); ++at) {
        if (m_tabs->tabData(at) == m_settings.value(QStringLiteral("reid/tab")))
            m_tabs->setCurrentIndex(at);
    }
    setSource({});
    connect(m_distribution->recommendation(), &RecommendationCard::tryOnSample, this,
            [this](double candidate) { Q_EMIT trialAsked(m_analysis, candidate); });
    connect(m_figures, &FigureRow::allStepsAsked, this, [this] {
        for (int at = 0; at < m_tabs->count(); ++at) {
            if (m_tabs->tabData(at) == QLatin1String("diagnosis"))
                m_tabs->setCurrentIndex(at);
        }
    });
    connect(m_cancel, &QPushButton::clicked, &m_runner, &AnalysisRunner::cancel);
    m_connection->hide();
    connect(m_connection, &QPushButton::clicked, this, &ReidPage::connectionAsked);
    m_bannerTime.setSingleShot(true);
    m_bannerTime.setInterval(6000);
    connect(&m_bannerTime, &QTimer::timeout, m_bar, &QWidget::hide);
    connect(m_distribution->recommendation(), &RecommendationCard::fullReasonAsked, this, &ReidPage::showFullReason);
    setFocusHeirs({m_header, m_bar}, {m_tabs, m_cancel});
    setFocusHeirs({m_tabs}, {m_cancel});
    setFocusHeirs({m_gallery}, {m_gallery->view(), m_tabs});
    connectExports();
    connectGallery();
    listenToRunner();
}

ReidPage::~ReidPage()
{
    m_settings.setValue(QStringLiteral("reid/tab"), m_tabs->tabData(m_tabs->currentIndex()));
    m_distribution->save(m_settings);
    m_gallery->save(m_settings);
    m_settings.setValue(QStringLiteral("reid/gallery/beside"), m_besideGallery);
    m_settings.setValue(QStringLiteral("reid/gallery/width"), m_galleryWidth);
    // Without an analysis it is nobody's choice.
    if (m_analysis)
        m_settings.setValue(cursorKey(), m_cursor.value());
}

void ReidPage::setSource(const QString &source)
{
    m_source = source.isEmpty() ? QStringLiteral("any") : source;
    m_cursor.setValue(m_settings.value(cursorKey(), 0.70).toDouble());
}

void ReidPage::addTab(const QString &name, QWidget *tab, const QString &id)
{
    const int at = m_tabs->addTab(name);
    m_tabs->setTabData(at, id);
    m_stack->addWidget(tab);
}

void ReidPage::placeSide(DistributionTab::Place place)
{
    using Place = DistributionTab::Place;
    const Place before = m_distribution->place();
    if (place == before)
        return;
    constexpr int at = 1; // beside the charts
    QWidget *side = m_distribution->side();
    QWidget *const focused = QApplication::focusWidget();
    const bool inside = focused != nullptr && m_stack->isAncestorOf(focused);
    m_placing = true;
    if (before == Place::Away) {
        if (m_tabs->currentIndex() == at)
            m_tabs->setCurrentIndex(0); // there it is now
        m_tabs->removeTab(at);
        m_stack->removeWidget(side);
    }
    m_distribution->setPlace(place);
    if (place == Place::Away) {
        m_stack->insertWidget(at, side);
        m_tabs->insertTab(at, tr("Recommendation"));
        m_tabs->setTabData(at, QStringLiteral("recommendation"));
    }
    m_stack->setCurrentIndex(m_tabs->currentIndex());
    m_placing = false;
    if (inside && focused->isVisible())
        focused->setFocus(Qt::OtherFocusReason);
    else if (inside)
        focusChart();
}

void ReidPage::connectExports()
{
    const Saved saved = [this](const QString &path, const Result<void> &result) { showSaved(path, result); };
    for (ChartPane *chart : findChildren<ChartPane *>())
        addFigureMenu(chart, chart, saved);
    addFigureMenu(m_tradeoff->det(), m_tradeoff->det(), saved);
    addFigureMenu(m_bySex->map(), m_bySex->map(), saved);
    connect(m_header, &PageHeader::analyzeAsked, this, &ReidPage::refresh);
    connect(m_header, &PageHeader::exportAsked, this,
            [this, saved](const QString &format) { saveFigures(figures(), format, this, saved); });
    connect(m_header, &PageHeader::copyAsked, this, [this] { copyFigures(figures()); });
    connect(m_header, &PageHeader::copySettingsAsked, this, [this] { copyText(m_report->settingsLine(), m_header); });
}

QList<Figure *> ReidPage::figures() const
{
    QWidget *shown = m_stack->currentWidget();
    return shown == m_tradeoff ? m_tradeoff->figures()
           : shown == m_bySex  ? m_bySex->figures()
                               : m_distribution->figures();
}

void ReidPage::showSaved(const QString &path, const Result<void> &result)
{
    if (m_runner.isRunning())
        return; // the banner has other news
    m_cancel->hide();
    m_connection->hide();
    m_banner->setTone(result ? Tone::Ok : Tone::Error, result ? Icon::Completed : Icon::Failed);
    m_banner->setTexts(result ? tr("Saved.") : tr("Not saved."), result ? path : result.error().message);
    m_bar->show();
    if (result)
        m_bannerTime.start();
}

void ReidPage::setSiteTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_header->setTimeZone(zone);
    m_gallery->setSiteTimeZone(zone);
    for (SuspectsView *each : suspects())
        each->setSiteTimeZone(zone);
    m_report->setSiteTimeZone(zone);
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
    return {m_diagnosis->suspects(), m_diagnosis->moreSuspects()};
}

PairView *ReidPage::pair() const
{
    for (const SuspectsView *each : suspects()) {
        if (each->actions()->pair() != nullptr)
            return each->actions()->pair();
    }
    return m_gallery->pair();
}

void ReidPage::focusChart()
{
    const QWidget *shown = m_stack->currentWidget();
    QWidget *chart = shown == m_distribution ? m_distribution->histogram()
                     : shown == m_tradeoff   ? m_tradeoff->chart()
                     : shown == m_bySex      ? m_bySex->charts().value(0)
                                             : nullptr;
    const QWidget *focused = QApplication::focusWidget();
    if (chart == nullptr || !chart->isVisible() || focused == m_tabs || pair() != nullptr)
        return;
    // Outside the tab somebody may be typing; in one that has just come nobody is.
    if (!m_stack->isAncestorOf(focused) && isTypedIn(focused))
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
    connect(m_distribution, &DistributionTab::detectionsAsked, m_gallery, &GalleryPanel::showScores);
    connect(m_diagnosis, &DiagnosisTab::stepChosen, m_gallery, &GalleryPanel::showStep);
    connect(m_diagnosis, &DiagnosisTab::picturesWanted, this, [this] {
        for (SuspectsView *each : suspects())
            each->setSets(m_gallery->sharedSets());
    });
    for (const SuspectsView *each : suspects()) {
        connect(each, &SuspectsView::allAsked, m_gallery, &GalleryPanel::showRows);
        connect(each->actions(), &GalleryActions::zipAsked, this, &ReidPage::zipAsked);
    }
    connect(m_gallery, &GalleryPanel::zipAsked, this, &ReidPage::zipAsked);
    connect(m_bySex->map(), &SimilarityMap::pairChosen, m_gallery, &GalleryPanel::showPair);
    connect(m_gallery, &GalleryPanel::photosAsked, this, &ReidPage::photosAsked);
    connect(m_beside, &QSplitter::splitterMoved, this, &ReidPage::keepShares);
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
    if (open && focused != nullptr && m_distribution->strip()->isAncestorOf(focused))
        m_gallery->view()->setFocus(Qt::OtherFocusReason); // its buttons give way
    QSizePolicy policy = m_figures->sizePolicy();
    policy.setRetainSizeWhenHidden(!open);
    m_figures->setSizePolicy(policy);
    m_figures->setVisible(!open && m_contentShown);
    m_header->setWithFigures(open);
    if (open)
        placeSide(DistributionTab::Place::Under);
    else
        fit(size());
    shareRoomWithGallery();
}

void ReidPage::shareRoomWithGallery()
{
    if (m_gallery->isHidden())
        return;
    const bool histogram = m_stack->currentWidget() == m_distribution;
    m_beside->setStretchFactor(0, histogram ? 0 : 1);
    m_beside->setStretchFactor(1, histogram ? 1 : 0);
    const int room = m_beside->width() - m_beside->handleWidth();
    const int gallery = histogram ? room - m_besideGallery : m_galleryWidth;
    m_beside->setSizes({room - gallery, gallery});
}

void ReidPage::keepShares()
{
    const bool histogram = m_stack->currentWidget() == m_distribution;
    (histogram ? m_besideGallery : m_galleryWidth) = m_beside->sizes().value(histogram ? 0 : 1);
}

void ReidPage::askForShownTabOnly()
{
    for (QWidget *tab : std::initializer_list<QWidget *>{m_distribution, m_tradeoff, m_bySex, m_diagnosis, m_report}) {
        QSizePolicy policy = tab->sizePolicy();
        policy.setHorizontalPolicy(tab == m_stack->currentWidget() ? QSizePolicy::Preferred : QSizePolicy::Ignored);
        tab->setSizePolicy(policy);
    }
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
    if (watched == m_stack && event->type() == QEvent::Resize)
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
    m_bar->show();
}

void ReidPage::listenToRunner()
{
    connect(&m_runner, &AnalysisRunner::started, this, [this] {
        // As long as the last result is being read, there is neither that nor nothing.
        if (!m_analysis && m_runner.mayRemember())
            showContent(false);
        m_header->setRunning(true);
        m_bannerTime.stop();
        m_banner->setTone(Tone::Info, Icon::Running);
        m_banner->setTexts(tr("Analyzing."), {});
        m_cancel->show();
        m_connection->hide();
        if (!m_lookTime.isActive())
            showRunning();
    });
    m_lookTime.setSingleShot(true);
    m_lookTime.setInterval(LookMoment);
    connect(&m_lookTime, &QTimer::timeout, this, &ReidPage::showRunning);
    connect(&m_runner, &AnalysisRunner::progress, this, [this](const QString &stage, qint64 done, qint64 total) {
        showContent(true);
        const QLocale locale;
        m_banner->setTexts(
            tr("Analyzing."),
            total > 0 ? tr("%1: %2 of %3").arg(coreText(stage), locale.toString(done), locale.toString(total)) : stage);
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
        m_bar->hide();
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
        m_cancel->hide();
        m_banner->setTone(Tone::Error, Icon::Failed);
        m_connection->setVisible(error.kind == ErrorKind::Denied);
        m_banner->setTexts(tellsOfMissingPassword(error.message) ? tr("Please enter this profile’s password.")
                                                                 : tr("The analysis failed."),
                           error.passing ? tr("%1. It is tried again by itself.").arg(coreText(error.message))
                                         : error.message);
        if (error.passing)
            m_retry.start();
        m_bar->show();
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
    showTroubles();
    m_figures->setAnalysis(m_analysis);
    m_distribution->setAnalysis(m_analysis);
    m_gallery->setAnalysis(m_analysis);
    m_tradeoff->setAnalysis(m_analysis);
    m_bySex->setAnalysis(m_analysis);
    m_diagnosis->setAnalysis(m_analysis);
    m_report->setAnalysis(m_analysis);
    if (!before && m_analysis && m_analysis->recommendation.threshold && !m_settings.contains(cursorKey()))
        m_cursor.setValue(*m_analysis->recommendation.threshold);
}

void ReidPage::showTroubles()
{
    const int troubles = m_analysis ? IntegrityList::troubles(*m_analysis) : 0;
    for (int at = 0; at < m_tabs->count(); ++at) {
        if (m_tabs->tabData(at) != QLatin1String("diagnosis"))
            continue;
        m_tabs->setTabText(at, troubles > 0 ? tr("Diagnosis (%1)").arg(troubles) : tr("Diagnosis"));
        m_tabs->setTabToolTip(at, troubles > 0 ? tr("Checks with a warning or failure: %1").arg(troubles) : QString());
    }
}

QList<QWidget *> ReidPage::panes() const
{
    return {m_header->analyzeButton(),          m_tabs,
            m_distribution->histogram(),        m_distribution->sweep()->table(),
            m_diagnosis->suspects()->gallery(), m_gallery->view()};
}

QList<KeyHelp> ReidPage::keys() const
{
    if (pair() != nullptr)
        return PairView::keys();
    QList<KeyHelp> keys{{QStringLiteral("F5"), tr("Analyze")},
                        {tr("Left / Right"), tr("Move the threshold by 0.005 (Shift 0.0005, Ctrl 0.05)")},
                        {QStringLiteral("Home / End"), tr("To the threshold in force / recommended")},
                        {QStringLiteral("L"), tr("Logarithmic scale")},
                        {tr("Shift+drag"), tr("Brush a range of scores; Esc clears it")},
                        {tr("Ctrl+wheel / Ctrl+drag"), tr("Zoom; double click shows all again")},
                        {QStringLiteral("Del"), tr("Take an added threshold out of the sweep")}};
    const QWidget *shown = m_stack->currentWidget();
    if (shown == m_bySex)
        keys << KeyHelp{tr("Left / Right / Up / Down"), tr("In the likeness map: another two profiles")}
             << KeyHelp{tr("Enter"), tr("In the likeness map: show their photos")};
    if (shown == m_diagnosis)
        keys << KeyHelp{tr("Up / Down"), tr("In the funnel: another step")}
             << KeyHelp{tr("Enter"), tr("In the funnel: show what the step lost")}
             << KeyHelp{tr("Enter"), tr("In what looks suspicious: enlarge the pair (also Space)")}
             << KeyHelp{tr("Ctrl+C"), tr("In what looks suspicious: copy the ids")};
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
