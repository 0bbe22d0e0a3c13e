// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/panels/suspectsview.h"

#include "core/reid/output/textreport.h"
#include "ui/reid/gallery/galleryactions.h"
#include "ui/reid/gallery/galleryview.h"
#include "ui/reid/words.h"
#include "ui/widgets/fields/segmentedcontrol.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/icons.h"
#include "ui/widgets/text/coretexts.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace herdbook::ui {

namespace {

constexpr int kLeastHeight = 330; ///< of the gallery
constexpr int kMostLines = 3;     ///< of its tiles, unless there is room for more

/// In a page of its own height; what it isn't high enough for is shown in the gallery.
GalleryView *makeGallery()
{
    auto *gallery = new GalleryView;
    gallery->setInPage(kMostLines);
    gallery->setMinimumHeight(kLeastHeight);
    gallery->setAccessibleName(SuspectsView::tr("Suspicious pairs"));
    return gallery;
}

} // namespace

SuspectsView::SuspectsView(qsizetype which, QWidget *parent)
    : QWidget(parent), m_which(which),
      m_kinds(new SegmentedControl(tr("Kind of suspicion"),
                                   {tr("Look-alikes"), tr("Wrong sexes"), tr("Contradictions"), tr("Bursts")})),
      m_gallery(makeGallery()), m_actions(new GalleryActions(*m_gallery)),
      m_all(new QPushButton(themeIcon(Icon::Columns, &ThemeTokens::text), tr("Show all"))),
      m_sentence(new Label({}, TextRole::Body))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_kinds, 0, Qt::AlignLeft);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_sentence);
    m_actions->addButton(m_all);
    m_all->setToolTip(tr("Show all pairs of this kind in the gallery"));
    m_all->hide();
    setFocusHeirs({m_all}, {m_gallery});
    column->addWidget(m_actions);
    column->addWidget(m_gallery);
    connect(m_kinds, &SegmentedControl::currentChanged, this, [this] { show(kind()); });
    connect(m_gallery, &GalleryView::currentChanged, this, &SuspectsView::showSentence);
    connect(m_gallery, &GalleryView::laidOut, this, &SuspectsView::showAllButton);
    connect(m_all, &QPushButton::clicked, this, [this] { Q_EMIT allAsked(m_gallery->rows()); });
}

std::size_t SuspectsView::count(const reid::Analysis &analysis, Kind kind)
{
    const auto asked = [&](const auto &conflicts) {
        return static_cast<std::size_t>(std::ranges::count_if(
            conflicts, [&](const auto &conflict) { return conflict.level >= analysis.loosestAsked(); }));
    };
    switch (kind) {
    case Kind::LookAlikes:
        return analysis.duplicateProfiles.size();
    case Kind::WrongSexes:
        return analysis.mislabeled.size();
    case Kind::Contradictions:
        return asked(analysis.contradictions);
    case Kind::Bursts:
        break;
    }
    return asked(analysis.burstConflicts);
}

SuspectsView::Kind SuspectsView::kind() const
{
    return static_cast<Kind>(std::max(0, m_kinds->currentIndex()));
}

void SuspectsView::setAnalysis(const SharedAnalysis &analysis)
{
    m_analysis = analysis;
    m_sets.reset();
    const bool looking = m_actions->pair() != nullptr;
    m_actions->closePair(); // it is of the analysis before
    m_gallery->setSets({});
    QList<int> kinds;
    const reid::LookedFor looked = m_analysis ? m_analysis->lookedFor() : reid::LookedFor();
    const bool known[] = {looked.duplicates, looked.wrongSexes, looked.contradictions, looked.burstConflicts};
    const QStringList names{tr("Look-alikes"), tr("Wrong sexes"), tr("Contradictions"), tr("Bursts")};
    for (int at = 0; at < kKinds; ++at) {
        const std::size_t found = m_analysis ? count(*m_analysis, static_cast<Kind>(at)) : 0;
        const bool told = found > 0 || known[at];
        m_kinds->setSegmentText(
            at, QStringLiteral("%1 %2").arg(names.at(at), told ? QLocale().toString(static_cast<qulonglong>(found))
                                                               : QStringLiteral("–")));
        m_kinds->setSegmentEnabled(at, found > 0,
                                   told ? tr("There are none.") : tr("This data doesn't show whether there are any."));
        if (found > 0)
            kinds << at;
    }
    m_hasItsOwn = kinds.size() > m_which;
    m_gallery->setVisible(!kinds.isEmpty());
    m_actions->setVisible(!kinds.isEmpty());
    m_kinds->setCurrentIndex(kinds.value(m_hasItsOwn ? m_which : 0));
    show(kind());
    if (looking && m_gallery->isVisible())
        m_gallery->setFocus(Qt::OtherFocusReason);
}

void SuspectsView::setSets(std::shared_ptr<const GallerySets> sets)
{
    if (sets == m_sets)
        return;
    m_sets = std::move(sets);
    m_actions->closePair();
    m_gallery->setSets(m_sets);
    show(kind());
}

void SuspectsView::setLoader(CropLoader *loader)
{
    m_gallery->setLoader(loader);
}

void SuspectsView::setSiteTimeZone(const QTimeZone &zone)
{
    m_gallery->setSiteTimeZone(zone);
    m_actions->setSiteTimeZone(zone);
}

GallerySet SuspectsView::rowsOf(Kind kind) const
{
    switch (kind) {
    case Kind::LookAlikes:
        return m_sets->duplicates();
    case Kind::WrongSexes:
        return m_sets->mislabeled();
    case Kind::Contradictions:
        return m_sets->contradictions();
    case Kind::Bursts:
        break;
    }
    return m_sets->bursts();
}

void SuspectsView::show(Kind kind)
{
    if (m_sets)
        m_gallery->setRows(rowsOf(kind));
    m_actions->refresh();
    showSentence();
}

void SuspectsView::showAllButton()
{
    m_all->setVisible(m_gallery->isCut());
}

bool SuspectsView::showPairs(Kind kind)
{
    m_kinds->setCurrentIndex(static_cast<int>(kind));
    if (this->kind() == kind)
        m_actions->enlarge(0);
    return m_actions->pair() != nullptr;
}

void SuspectsView::showSentence()
{
    if (!m_analysis) {
        m_sentence->setText(tr("Nothing is analyzed yet."));
        return;
    }
    if (count(*m_analysis, kind()) == 0) {
        m_sentence->setText(coreText(reid::suspects(*m_analysis)));
        return;
    }
    m_sentence->setText(sentence(kind(), static_cast<std::size_t>(std::max(0, m_gallery->current()))));
}

QString SuspectsView::sentence(Kind kind, std::size_t at) const
{
    const auto nameOfProfile = [this](std::int32_t profile) {
        return profile < 0 ? tr("a deer without a profile")
                           : nameOf(m_analysis->data.profiles[static_cast<std::size_t>(profile)]);
    };
    switch (kind) {
    case Kind::LookAlikes: {
        const std::vector<std::size_t> shown = m_sets ? m_sets->shownDuplicates() : std::vector<std::size_t>();
        const reid::DuplicatePair &pair = m_analysis->duplicateProfiles[at < shown.size() ? shown[at] : at];
        const std::size_t all = m_analysis->duplicateProfiles.size();
        const QString few = !m_sets || shown.size() == all ? QString()
                            : shown.empty()                ? tr(" No pair has a photo.")
                            : shown.size() == 1            ? tr(" 1 of %L1 pairs has a photo.").arg(all)
                                                : tr(" %L1 of %L2 pairs have a photo.").arg(shown.size()).arg(all);
        return (pair.linked ? tr("%1 and %2 may be one animal: over half of one's detections match the other, too.")
                            : tr("%1 and %2 may be one animal: their profiles are as alike as a match, %3.")
                                  .arg(QStringLiteral("%1"), QStringLiteral("%2"), scoreText(pair.cosine)))
                   .arg(nameOfProfile(pair.first), nameOfProfile(pair.second)) +
               few;
    }
    case Kind::WrongSexes: {
        const reid::MislabelSuspect &suspect = m_analysis->mislabeled[at];
        return tr("Detection %1 may have the wrong sex: %2 with %3, only %4 with the closest deer of its own sex.")
            .arg(shortId(m_analysis->data.detections[suspect.detection].id), scoreText(suspect.cross),
                 nameOfProfile(suspect.crossProfile), scoreText(suspect.best));
    }
    case Kind::Contradictions: {
        const reid::Contradiction &pair = m_analysis->contradictions[at];
        const QString name = pair.profile >= 0 ? nameOfProfile(pair.profile) : shortId(pair.deer);
        return pair.level > reid::kTicksPerUnit ? tr("%1 was given to two animals of one photo.").arg(name)
                                                : tr("%1 would be given to two animals of one photo, from %2 down.")
                                                      .arg(name, scoreText(pair.level));
    }
    case Kind::Bursts:
        break;
    }
    const reid::BurstConflict &conflict = m_analysis->burstConflicts[at];
    const QString first = nameOfDeer(*m_analysis, conflict.first);
    const QString second = nameOfDeer(*m_analysis, conflict.second);
    return conflict.level > reid::kTicksPerUnit
               ? tr("One burst of one animal has two deer: %1 and %2.").arg(first, second)
               : tr("One burst of one animal would have two deer, %1 and %2, from %3 down.")
                     .arg(first, second, scoreText(conflict.level));
}

} // namespace herdbook::ui
