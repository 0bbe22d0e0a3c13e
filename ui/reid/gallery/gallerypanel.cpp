// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/gallery/gallerypanel.h"

#include "ui/reid/gallery/galleryview.h"
#include "ui/reid/gallery/pairview.h"
#include "ui/reid/gallery/pictureindex.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/coretexts.h"
#include "ui/widgets/label.h"
#include "ui/widgets/placeholders.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/texts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>

namespace herdbook::dashboard {

GalleryPanel::GalleryPanel(ThresholdCursor &cursor, QWidget *parent)
    : Card(tr("Gallery"), parent), m_cursor(cursor), m_view(new GalleryView), m_empty(new EmptyState({})),
      m_count(new Label({}, TextRole::Label, &ThemeTokens::text2)),
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
    connect(m_view, &GalleryView::enlargeAsked, this, &GalleryPanel::enlarge);
    connect(m_view, &GalleryView::selectionChanged, this, &GalleryPanel::showSelection);
    connect(m_view, &GalleryView::currentChanged, this, &GalleryPanel::showSelection);
    connect(&m_cursor, &ThresholdCursor::moved, this, [this](double threshold) {
        if (m_following && isVisible())
            open(sets()->unassigned(threshold, 1.0001), true);
    });
    showSelection();
    hide();
}

PairView *GalleryPanel::pair() const
{
    return m_pair;
}

QWidget *GalleryPanel::makeFooter()
{
    auto *footer = new Ground(&ThemeTokens::sunken);
    auto *column = new QVBoxLayout(footer);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_chosen = new Label({}, TextRole::Label, &ThemeTokens::text2);
    m_zip = new QPushButton(themeIcon(Icon::Archive, &ThemeTokens::text), tr("Export as ZIP"));
    m_copy = new QPushButton(themeIcon(Icon::Copy, &ThemeTokens::text), tr("Copy ids"));
    m_enlarge = new QPushButton(themeIcon(Icon::Zoom, &ThemeTokens::text), tr("Enlarge"));
    m_enlarge->setToolTip(tr("Enlarge the pair (Space)"));
    column->addWidget(m_chosen);
    column->addLayout(row);
    for (QPushButton *button : {m_zip, m_copy, m_enlarge}) {
        setCompact(button);
        row->addWidget(button);
    }
    row->addStretch(1);
    connect(m_zip, &QPushButton::clicked, this,
            [this] { Q_EMIT zipAsked(m_view->idsText().split(u'\n', Qt::SkipEmptyParts)); });
    connect(m_copy, &QPushButton::clicked, this, [this] { copyText(m_view->idsText(), m_copy); });
    connect(m_enlarge, &QPushButton::clicked, this, [this] { enlarge(std::max(0, m_view->current())); });
    return footer;
}

void GalleryPanel::setPhotos(PictureIndex *pictures, const QString &imageFolder, QWidget *page)
{
    m_pictures = pictures;
    m_imageFolder = imageFolder;
    m_page = page;
    connect(pictures, &PictureIndex::changed, this, &GalleryPanel::arrange);
    connect(pictures, &PictureIndex::renewed, this, &GalleryPanel::renew);
    if (m_analysis)
        m_pictures->look(m_analysis->data.detections);
}

void GalleryPanel::setSiteTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_view->setSiteTimeZone(zone);
}

void GalleryPanel::setExportable(bool exportable)
{
    m_exportable = exportable;
    showSelection();
}

void GalleryPanel::setAnalysis(const SharedAnalysis &analysis)
{
    m_analysis = analysis;
    m_sets.reset();
    m_view->setSets({});
    m_all = {};
    m_following = false;
    delete m_pair;
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
    showSelection();
}

void GalleryPanel::showSelection()
{
    const std::size_t chosen = m_view->selectedCount();
    m_chosen->setText(chosen == 0 && m_view->count() > 0
                          ? tr("Enter selects, Space enlarges")
                          : tr("%1 selected").arg(QLocale().toString(static_cast<qulonglong>(chosen))));
    const bool any = chosen > 0 || m_view->current() >= 0;
    m_zip->setVisible(m_exportable);
    m_zip->setEnabled(any);
    m_copy->setEnabled(any);
    m_enlarge->setEnabled(m_view->count() > 0 && m_page != nullptr);
}

void GalleryPanel::enlarge(int at)
{
    if (!m_page || !m_sets || m_pictures == nullptr || at < 0 || static_cast<std::size_t>(at) >= m_view->count())
        return;
    delete m_pair;
    m_pair = new PairView(*m_view, *m_pictures, m_imageFolder, m_zone, m_page);
    connect(m_pair, &PairView::left, this, [this](int last) {
        m_view->setCurrent(last);
        m_view->setFocus(Qt::OtherFocusReason);
    });
    m_pair->showRow(at);
}

void GalleryPanel::showScores(double from, double to)
{
    if (const GallerySets *galleries = sets())
        open(galleries->unassigned(from, to), to > 1);
}

void GalleryPanel::showStep(const QString &step)
{
    if (const GallerySets *galleries = sets())
        open(galleries->lostAt(step, m_cursor.value()), false);
}

void GalleryPanel::showPair(std::int32_t first, std::int32_t second)
{
    if (const GallerySets *galleries = sets())
        open(galleries->profiles(first, second), false);
}

std::shared_ptr<const GallerySets> GalleryPanel::sharedSets()
{
    sets();
    return m_sets;
}

} // namespace herdbook::dashboard
