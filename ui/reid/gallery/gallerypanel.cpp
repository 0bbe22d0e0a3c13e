// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/gallery/gallerypanel.h"

#include "ui/reid/gallery/galleryactions.h"
#include "ui/reid/gallery/galleryview.h"
#include "ui/reid/gallery/pictureindex.h"
#include "ui/widgets/fields/segmentedcontrol.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/placeholders.h"
#include "ui/widgets/style/icons.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QSlider>
#include <QToolButton>

namespace herdbook::ui {

GalleryPanel::GalleryPanel(ThresholdCursor &cursor, QWidget *parent)
    : Card(tr("Gallery"), parent), m_cursor(cursor), m_view(new GalleryView), m_actions(new GalleryActions(*m_view)),
      m_empty(new EmptyState({})), m_count(new Label({}, TextRole::Label, &ThemeTokens::text2)),
      m_title(new ElidedLabel({}, TextRole::Label, &ThemeTokens::text2)),
      m_only(new QCheckBox(tr("Only with picture"))), m_size(new QSlider(Qt::Horizontal)), m_order(new QComboBox),
      m_grouping(new QComboBox),
      m_sex(new SegmentedControl(tr("Sex"), {tr("All"), tr("Bucks"), tr("Does"), tr("Fawns"), tr("Unknown")}))
{
    setMinimumWidth(300);
    auto *close = new QToolButton;
    close->setIcon(themeIcon(Icon::Close));
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close the gallery"));
    header()->addWidget(m_title, 1);
    header()->addWidget(m_size);
    header()->addWidget(close);
    setHeaderLine(true);
    body()->setContentsMargins(1, 0, 1, 1);
    body()->setSpacing(0);
    body()->addWidget(makeTools());
    body()->addWidget(m_view, 1);
    body()->addWidget(m_empty, 1);
    m_empty->setObjectName(QStringLiteral("galleryEmpty"));
    m_empty->hide();
    QPushButton *where = m_empty->setAction(tr("Where are the photos?"));
    where->setIcon(themeIcon(Icon::Folder, &ThemeTokens::text));
    connect(where, &QPushButton::clicked, this, &GalleryPanel::photosAsked);
    body()->addWidget(makeFooter());
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &QWidget::hide);
    connect(m_actions, &GalleryActions::zipAsked, this, &GalleryPanel::zipAsked);
    connect(&m_cursor, &ThresholdCursor::moved, this, [this](double threshold) {
        if (m_following && isVisible())
            open(sets()->unassigned(threshold, 1.0001), true);
    });
    hide();
}

PairView *GalleryPanel::pair() const
{
    return m_actions->pair();
}

QWidget *GalleryPanel::makeFooter()
{
    auto *footer = new Ground(&ThemeTokens::sunken);
    auto *column = new QVBoxLayout(footer);
    column->setContentsMargins(12, 8, 12, 8);
    column->addWidget(m_actions);
    return footer;
}

void GalleryPanel::setPhotos(PictureIndex *pictures, const QString &imageFolder, QWidget *page)
{
    m_pictures = pictures;
    m_actions->setPhotos(pictures, imageFolder, page);
    connect(pictures, &PictureIndex::changed, this, &GalleryPanel::arrange);
    connect(pictures, &PictureIndex::renewed, this, &GalleryPanel::renew);
    if (m_analysis)
        m_pictures->look(m_analysis->data.detections);
}

void GalleryPanel::setSiteTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_view->setSiteTimeZone(zone);
    m_actions->setSiteTimeZone(zone);
}

void GalleryPanel::setExportable(bool exportable)
{
    m_actions->setExportable(exportable);
}

void GalleryPanel::setAnalysis(const SharedAnalysis &analysis)
{
    m_analysis = analysis;
    m_sets.reset();
    m_view->setSets({});
    m_all = {};
    m_following = false;
    m_actions->closePair();
    fillFilters();
    if (m_pictures != nullptr && m_analysis)
        m_pictures->look(m_analysis->data.detections);
    hide();
}

const GallerySets *GalleryPanel::sets()
{
    if (!m_sets && m_analysis) {
        m_sets = std::make_shared<const GallerySets>(m_analysis);
        m_view->setSets(m_sets);
    }
    return m_sets.get();
}

void GalleryPanel::open(const GallerySet &rows, bool following)
{
    m_following = following;
    m_all = rows;
    m_title->setText(rows.title);
    arrange();
    show();
}

void GalleryPanel::arrange()
{
    if (!m_sets)
        return;
    const GalleryChoice choice = this->choice();
    const bool filtered = choice.sex || choice.place || choice.from != 0 || choice.to != 0;
    const GallerySet shown = arranged(*m_sets, m_all, choice, m_pictures);
    const auto number = [](std::size_t count) { return QLocale().toString(static_cast<qulonglong>(count)); };
    const bool known = m_pictures != nullptr && m_pictures->isKnown();
    QString count = number(shown.count);
    if (choice.onlyWithPicture && m_pictures != nullptr) {
        if (!known)
            count = m_pictures->problem().isEmpty() ? tr("%1, looking for pictures").arg(number(shown.count))
                                                    : tr("%1, pictures unknown").arg(number(shown.count));
        else if (shown.count == 0 && !filtered && m_pictures->unsure() > 0)
            count = tr("%1, pictures unknown").arg(number(m_all.count)); // not that none of them has one
        else if (shown.count < m_all.count)
            count = filtered ? tr("%1 of %2 shown").arg(number(shown.count), number(m_all.count))
                             : tr("%1 of %2 have a picture").arg(number(shown.count), number(m_all.count));
    } else if (shown.count < m_all.count) {
        count = tr("%1 of %2 shown").arg(number(shown.count), number(m_all.count));
    }
    if (known && m_pictures->unsure() > 0)
        count += tr("; of %1 it isn't known").arg(countText(m_pictures->unsure(), tr("1 photo"), tr("%1 photos")));
    m_count->setText(count);
    m_count->setToolTip(m_pictures != nullptr ? Qt::convertFromPlainText(coreText(m_pictures->problem())) : QString());
    m_view->setAccessibleName(tr("%1, %2 detections").arg(m_all.title, number(shown.count)));
    m_view->setRows(shown, groupsOf(*m_sets, shown, choice, m_zone));
    showEmpty();
    m_actions->refresh();
}

void GalleryPanel::showScores(double from, double to)
{
    if (const GallerySets *galleries = sets())
        open(galleries->unassigned(from, to), to > 1);
}

void GalleryPanel::showStep(const QString &step)
{
    if (const GallerySets *galleries = sets())
        open(galleries->lostAt(step, m_analysis->options.current), false);
}

void GalleryPanel::showPair(std::int32_t first, std::int32_t second)
{
    if (const GallerySets *galleries = sets())
        open(galleries->profiles(first, second), false);
}

void GalleryPanel::showRows(const GallerySet &rows)
{
    if (sets() != nullptr)
        open(rows, false);
}

std::shared_ptr<const GallerySets> GalleryPanel::sharedSets()
{
    sets();
    return m_sets;
}

} // namespace herdbook::ui
