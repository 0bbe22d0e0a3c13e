// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/gallery/gallerypanel.h"

#include "ui/reid/gallery/galleryview.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QShortcut>
#include <QToolButton>

namespace herdbook::dashboard {

GalleryPanel::GalleryPanel(ThresholdCursor &cursor, QWidget *parent)
    : Card(tr("Detections"), parent), m_cursor(cursor), m_view(new GalleryView),
      m_count(new Label({}, TextRole::LabelStrong)), m_title(new ElidedLabel({}, TextRole::Label, &ThemeTokens::text2))
{
    setMinimumWidth(300);
    auto *close = new QToolButton;
    close->setIcon(themeIcon(Icon::Close));
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close the gallery"));
    header()->addWidget(m_title, 1);
    header()->addWidget(m_count);
    header()->addWidget(close);
    setHeaderLine(true);
    body()->setContentsMargins(1, 0, 1, 1);
    body()->addWidget(m_view);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &QWidget::hide);
    connect(&m_cursor, &ThresholdCursor::moved, this, [this](double threshold) {
        if (m_following && isVisible())
            open(sets()->unassigned(threshold, 1.0001), true);
    });
    hide();
}

void GalleryPanel::setAnalysis(const SharedAnalysis &analysis)
{
    m_analysis = analysis;
    m_sets.reset();
    m_view->setSets({});
    m_following = false;
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
    m_title->setText(rows.title);
    m_count->setText(QLocale().toString(static_cast<qulonglong>(rows.count)));
    m_view->setAccessibleName(tr("%1, %2 detections").arg(rows.title, m_count->text()));
    m_view->setRows(rows);
    show();
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
