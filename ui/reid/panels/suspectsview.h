// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/gallery/gallerysets.h"

#include <QTimeZone>
#include <QWidget>

class QPushButton;

namespace herdbook {
class Label;
class SegmentedControl;
} // namespace herdbook

namespace herdbook::ui {

class CropLoader;
class GalleryActions;
class GalleryView;

/// What looks suspicious, with pictures: profiles that may be one animal, detections that look like the other sex, one deer twice in a
/// photo, and bursts of one animal with several deer. One kind at a time; a sentence says what the current pair is about. It
/// can be done with the pairs what can be done in a gallery, and all of a kind can be shown there.
class SuspectsView : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { LookAlikes, WrongSexes, Contradictions, Bursts };
    static constexpr int kKinds = 4;

    /// @param which of the kinds there is something of is chosen at first: 0 the first.
    explicit SuspectsView(qsizetype which = 0, QWidget *parent = nullptr);

    void setAnalysis(const SharedAnalysis &analysis);
    /// Whether there is something of that kind; else it shows the first one, or why there is none.
    bool hasItsOwn() const { return m_hasItsOwn; }
    /// The galleries of the analysis; without them there are no pictures.
    void setSets(std::shared_ptr<const GallerySets> sets);
    /// See GalleryView.
    void setLoader(CropLoader *loader);
    void setSiteTimeZone(const QTimeZone &zone);

    static std::size_t count(const reid::Analysis &analysis, Kind kind);
    /// What one suspect is about, in words.
    QString sentence(Kind kind, std::size_t at) const;
    GalleryView *gallery() const { return m_gallery; }
    /// The pairs seen large, copied, put into a ZIP.
    GalleryActions *actions() const { return m_actions; }
    /// Enlarges the first pair of a kind; false where none can be shown, by number or for want of photos.
    bool showPairs(Kind kind);
    SegmentedControl *kinds() const { return m_kinds; }

Q_SIGNALS:
    /// Those of a kind are to be shown in the gallery.
    void allAsked(const herdbook::ui::GallerySet &rows);

private:
    GallerySet rowsOf(Kind kind) const;
    void show(Kind kind);
    void showAllButton();
    void showSentence();
    Kind kind() const;

    const qsizetype m_which;
    bool m_hasItsOwn = false;
    SharedAnalysis m_analysis;
    std::shared_ptr<const GallerySets> m_sets;
    SegmentedControl *m_kinds;
    GalleryView *m_gallery;
    GalleryActions *m_actions;
    QPushButton *m_all;
    Label *m_sentence;
};

} // namespace herdbook::ui
