// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/analysisrunner.h"
#include "ui/reid/distributiontab.h"
#include "ui/reid/thresholdcursor.h"
#include "ui/widgets/screen.h"

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

class QPushButton;
class QSettings;
class QSplitter;
class QStackedWidget;
class QTabBar;

namespace herdbook {
class Banner;
} // namespace herdbook

namespace herdbook::ui {

class BySexTab;
class DiagnosisTab;
class Figure;
class FigureRow;
class GalleryPanel;
class PageHeader;
class PairView;
class ReportTab;
class SuspectsView;
class TradeoffTab;

/// The Re-ID screen: figures, charts around one threshold cursor, the sweep, the recommendation and the diagnosis. While an analysis
/// runs or when it fails, the last result stays, marked with its time.
class ReidPage : public QWidget, public Screen
{
    Q_OBJECT

public:
    /// @param settings remembers tab, cursor and splitter; must outlive the page, as must `runner`.
    ReidPage(AnalysisRunner &runner, QSettings &settings, QWidget *parent = nullptr);
    ~ReidPage() override;

    void setAnalysis(const SharedAnalysis &analysis);
    /// Shows a result of another day, marked as such, until it is known whether it still holds.
    void setRemembered(const SharedAnalysis &analysis);
    /// Where the gallery's pictures come from; without it the gallery shows scores only.
    void setPhotos(const PostgresSettings &postgres, const QString &imageFolder);
    /// Whose analyses are compared with each other and whose cursor it is, over restarts too: deploymentKey(). Before the first analysis.
    void setSource(const QString &source);
    /// What times on the screen are told in; the machine's own until then.
    void setSiteTimeZone(const QTimeZone &zone);
    /// Whether a ZIP of selected detections may be asked for.
    void setExportable(bool exportable);
    GalleryPanel *gallery() const { return m_gallery; }
    SharedAnalysis analysis() const { return m_analysis; }
    ThresholdCursor &cursor() { return m_cursor; }
    DistributionTab *distribution() const { return m_distribution; }

    void refresh() override;
    QList<QWidget *> panes() const override;
    QList<KeyHelp> keys() const override;

public Q_SLOTS:
    /// Something outside the data may have changed what can be said of them: asks, at once or when the page is shown next.
    void checkAgain();
    /// What the database holds was changed: what is shown is marked as out of date, and read anew even while the page is hidden.
    void noticeChange();

Q_SIGNALS:
    /// The administrator wants to try a threshold on a sample.
    void trialAsked(const herdbook::ui::SharedAnalysis &analysis, double candidate);
    /// The database lets nobody in: what is wrong there is to be put right.
    void connectionAsked();
    /// None of the photos is found: where they are is to be set.
    void photosAsked();
    /// A ZIP of these detections is asked for.
    void zipAsked(const QStringList &detectionIds);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void present(const SharedAnalysis &analysis, const QString &comparison);
    void connectExports();
    void connectGallery();
    void showFullReason();
    void listenToRunner();
    void showTroubles();
    void showRunning();
    void showContent(bool shown);
    /// What the tab shows, for export.
    QList<Figure *> figures() const;
    void showSaved(const QString &path, const Result<void> &result);
    /// Gives way to the size the page is about to have.
    void fit(QSize size);
    QString cursorKey() const { return QStringLiteral("reid/cursors/") + m_source; }
    QList<SuspectsView *> suspects() const;
    /// The enlarged pair of the gallery or of what looks suspicious; null while none is shown.
    PairView *pair() const;
    /// The chart that has the threshold in it gets the keys, as the tab or the page is shown; not from somebody who types, nor from the tabs.
    void focusChart();
    /// The page or its content has come: as focusChart(), unless the focus is outside the page.
    void arrive();
    void placeSide(DistributionTab::Place place);
    /// Opened or closed: figures, charts and recommendation give way or come back.
    void followGallery();
    void shareRoomWithGallery();
    void keepShares();
    /// A tab that isn't shown asks for no width: beside the gallery the histogram needs little.
    void askForShownTabOnly();
    void addTab(const QString &name, QWidget *tab, const QString &id);

    AnalysisRunner &m_runner;
    QSettings &m_settings;
    ThresholdCursor m_cursor;
    SharedAnalysis m_analysis;
    QString m_source;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    PageHeader *m_header;
    QTimer m_retry; ///< after a fault that may be over by itself
    QWidget *m_bar; ///< holds the banner and the room under it
    Banner *m_banner;
    QTimer m_bannerTime; ///< until good news goes
    QTimer m_lookTime;   ///< until a look whether anything has changed is worth saying
    QPushButton *m_cancel;
    QPushButton *m_connection;
    FigureRow *m_figures;
    QTabBar *m_tabs;
    QSplitter *m_beside; ///< what the tab shows, and the gallery
    QStackedWidget *m_stack;
    DistributionTab *m_distribution;
    TradeoffTab *m_tradeoff;
    BySexTab *m_bySex;
    DiagnosisTab *m_diagnosis;
    ReportTab *m_report;
    GalleryPanel *m_gallery;
    QList<QWidget *> m_content; ///< all but the header and the banner
    int m_besideGallery = 448;  ///< how wide the histogram is beside the gallery
    int m_galleryWidth = 424;   ///< beside the other tabs
    bool m_contentShown = true;
    bool m_placing = false;    ///< tabs come and go by themselves
    bool m_asked = false;      ///< for an analysis, by somebody who is told, too, that nothing has changed
    bool m_checkAgain = false; ///< when the page is shown next
    bool m_unchecked = false;  ///< nobody knows whether what is shown still holds: of another day, or analyzing failed
};

} // namespace herdbook::ui
