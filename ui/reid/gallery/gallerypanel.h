// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/gallery/galleryorder.h"
#include "ui/reid/thresholdcursor.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/messagelabel.h"

class QCheckBox;
class QComboBox;
class QSettings;
class QSlider;

namespace herdbook {
class DateField;
class ElidedLabel;
class EmptyState;
class Label;
class SegmentedControl;
} // namespace herdbook

namespace herdbook::ui {

class GalleryActions;
class GalleryView;
class PairView;
class PictureIndex;

/// The gallery beside the charts: is this the same deer? With its title and the way to close it, what is left out and how it is arranged, and
/// what can be done with a selection. A gallery of all from the cursor on follows the cursor.
class GalleryPanel : public Card
{
    Q_OBJECT

public:
    explicit GalleryPanel(ThresholdCursor &cursor, QWidget *parent = nullptr);

    /// Where photos are: for leaving out what has none, and for the enlarged pair, which covers `page`. All must outlive the panel.
    void setPhotos(PictureIndex *pictures, const QString &imageFolder, QWidget *page);
    void setSiteTimeZone(const QTimeZone &zone);
    /// Whether a ZIP of a selection may be asked for.
    void setExportable(bool exportable);

    /// Order, groups, size of the tiles, and whether what has no picture is shown.
    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

    /// Empties the gallery; what is shown next is of this analysis.
    void setAnalysis(const SharedAnalysis &analysis);
    /// The unassigned in [from, to); `to` over 1: all from the cursor on, wherever it goes.
    void showScores(double from, double to);
    void showStep(const QString &step);
    void showPair(std::int32_t first, std::int32_t second);
    /// Some of sharedSets().
    void showRows(const GallerySet &rows);
    /// Made with the first gallery that is asked for; null without an analysis.
    std::shared_ptr<const GallerySets> sharedSets();

    /// Photos may have come since it was looked for them.
    void lookForPictures();

    GalleryView *view() const { return m_view; }
    QCheckBox *onlyWithPicture() const { return m_only; }
    QComboBox *orderBox() const { return m_order; }
    QComboBox *groupBox() const { return m_grouping; }
    SegmentedControl *sexControl() const { return m_sex; }
    QComboBox *placeBox() const { return m_place; }
    DateField *fromEdit() const { return m_from; }
    DateField *toEdit() const { return m_to; }
    /// Why what is typed as a day leaves nothing out; empty where it does.
    MessageLabel *dayProblem() const { return m_dayProblem; }
    /// The enlarged pair; null while none is shown.
    PairView *pair() const;

Q_SIGNALS:
    /// A ZIP of these detections is asked for.
    void zipAsked(const QStringList &detectionIds);
    /// Nothing is shown for want of photos: where are they?
    void photosAsked();

private:
    QWidget *makeTools();
    QWidget *makeFooter();
    void open(const GallerySet &rows, bool following);
    void arrange();
    /// arrange() for other pictures than before, which moves nothing that somebody looks at.
    void renew();
    GalleryChoice choice() const;
    void showDayProblem();
    /// In place of the tiles, where there are none: why, and what mends it.
    void showEmpty();
    /// The places and days of the analysis to choose from.
    void fillFilters();
    const GallerySets *sets();

    ThresholdCursor &m_cursor;
    SharedAnalysis m_analysis;
    std::shared_ptr<const GallerySets> m_sets; ///< made with the first gallery
    GallerySet m_all;                          ///< before anything is left out
    PictureIndex *m_pictures = nullptr;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    GalleryView *m_view;
    GalleryActions *m_actions;
    EmptyState *m_empty;
    Label *m_count;
    ElidedLabel *m_title;
    QCheckBox *m_only;
    QSlider *m_size;
    QComboBox *m_order;
    QComboBox *m_grouping;
    QComboBox *m_place = nullptr;
    DateField *m_from = nullptr, *m_to = nullptr; ///< empty: any
    MessageLabel *m_dayProblem = nullptr;
    SegmentedControl *m_sex;
    bool m_following = false;
};

} // namespace herdbook::ui
