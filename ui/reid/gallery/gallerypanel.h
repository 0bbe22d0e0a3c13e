// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/gallery/gallerysets.h"
#include "ui/reid/thresholdcursor.h"
#include "ui/widgets/card.h"

namespace herdbook {
class ElidedLabel;
class Label;
} // namespace herdbook

namespace herdbook::dashboard {

class GalleryView;

/// The gallery beside the charts, with its title and the way to close it. A gallery of all from the cursor on follows the cursor.
class GalleryPanel : public Card
{
    Q_OBJECT

public:
    explicit GalleryPanel(ThresholdCursor &cursor, QWidget *parent = nullptr);

    /// Empties the gallery; what is shown next is of this analysis.
    void setAnalysis(const SharedAnalysis &analysis);
    /// The unassigned in [from, to); `to` over 1: all from the cursor on, wherever it goes.
    void showScores(double from, double to);
    void showStep(const QString &step);
    void showPair(std::int32_t first, std::int32_t second);
    /// Made with the first gallery that is asked for; null without an analysis.
    std::shared_ptr<const GallerySets> sharedSets();

    GalleryView *view() const { return m_view; }

private:
    void open(const GallerySet &rows, bool following);
    const GallerySets *sets();

    ThresholdCursor &m_cursor;
    SharedAnalysis m_analysis;
    std::shared_ptr<const GallerySets> m_sets; ///< made with the first gallery
    GalleryView *m_view;
    Label *m_count;
    ElidedLabel *m_title;
    bool m_following = false;
};

} // namespace herdbook::dashboard
