// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/gallery/galleryactions.h"

#include "ui/reid/gallery/galleryview.h"
#include "ui/reid/gallery/pairview.h"
#include "ui/reid/gallery/pictureindex.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/icons.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/texts.h"

#include <QAction>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace herdbook::ui {

GalleryActions::GalleryActions(GalleryView &view, QWidget *parent)
    : QWidget(parent), m_view(view), m_chosen(new Label({}, TextRole::Label, &ThemeTokens::text2)),
      m_zip(new QPushButton(themeIcon(Icon::Archive, &ThemeTokens::text), tr("Export as ZIP"))),
      m_copy(new QPushButton(themeIcon(Icon::Copy, &ThemeTokens::text), tr("Copy ids"))),
      m_enlarge(new QPushButton(themeIcon(Icon::Zoom, &ThemeTokens::text),
                                view.isInPage() ? tr("Show the pairs") : tr("Enlarge"))),
      m_zipAction(new QAction(tr("Export as ZIP"), this)), m_copyAction(new QAction(tr("Copy ids"), this)),
      m_enlargeAction(new QAction(tr("Enlarge"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_chosen);
    auto *row = new FlowLayout(8);
    column->addLayout(row);
    m_enlarge->setToolTip(view.isInPage() ? tr("Enlarge the pair (Space or Enter)") : tr("Enlarge the pair (Space)"));
    const QList<QPushButton *> buttons =
        view.isInPage() ? QList{m_enlarge, m_copy, m_zip} : QList{m_zip, m_copy, m_enlarge};
    for (QPushButton *button : buttons) {
        setCompact(button);
        row->addWidget(button);
    }
    m_view.setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view.addActions({m_enlargeAction, m_copyAction, m_zipAction});
    connect(m_zip, &QPushButton::clicked, this, &GalleryActions::askForZip);
    connect(m_zipAction, &QAction::triggered, this, &GalleryActions::askForZip);
    connect(m_copy, &QPushButton::clicked, this, [this] { m_view.copyIds(m_copy); });
    connect(m_copyAction, &QAction::triggered, this, [this] { m_view.copyIds(&m_view); });
    connect(m_enlarge, &QPushButton::clicked, this, &GalleryActions::enlargeCurrent);
    connect(m_enlargeAction, &QAction::triggered, this, &GalleryActions::enlargeCurrent);
    connect(&m_view, &GalleryView::enlargeAsked, this, &GalleryActions::enlarge);
    connect(&m_view, &GalleryView::idsCopied, this,
            [this](qsizetype ids) { m_chosen->setText(countText(ids, tr("1 id copied"), tr("%1 ids copied"))); });
    connect(&m_view, &GalleryView::selectionChanged, this, &GalleryActions::refresh);
    connect(&m_view, &GalleryView::currentChanged, this, &GalleryActions::refresh);
    refresh();
}

PairView *GalleryActions::pair() const
{
    return m_pair;
}

void GalleryActions::setPhotos(const PictureIndex *pictures, const QString &imageFolder, QWidget *page)
{
    m_pictures = pictures;
    m_imageFolder = imageFolder;
    m_page = page;
    refresh();
}

void GalleryActions::setExportable(bool exportable)
{
    m_exportable = exportable;
    refresh();
}

void GalleryActions::addButton(QPushButton *button)
{
    setCompact(button);
    layout()->itemAt(1)->layout()->addWidget(button);
}

void GalleryActions::askForZip()
{
    Q_EMIT zipAsked(m_view.idsText().split(u'\n', Qt::SkipEmptyParts));
}

void GalleryActions::enlargeCurrent()
{
    enlarge(std::max(0, m_view.current()));
}

void GalleryActions::refresh()
{
    const std::size_t chosen = m_view.selectedCount();
    m_chosen->setText(chosen > 0 || m_view.count() == 0 ? tr("%1 selected").arg(countText(static_cast<qint64>(chosen)))
                      : m_view.isInPage()               ? tr("Enter enlarges, Ctrl+click selects")
                                                        : tr("Enter selects, Space enlarges"));
    const bool any = chosen > 0 || m_view.current() >= 0;
    m_zip->setVisible(m_exportable);
    m_zipAction->setVisible(m_exportable);
    m_zip->setEnabled(any);
    m_zipAction->setEnabled(any);
    m_copy->setEnabled(any);
    m_copyAction->setEnabled(any);
    m_enlarge->setEnabled(m_view.count() > 0 && m_page != nullptr);
    m_enlargeAction->setEnabled(m_enlarge->isEnabled() && m_view.current() >= 0);
}

void GalleryActions::closePair()
{
    delete m_pair;
}

void GalleryActions::enlarge(int at)
{
    if (!m_page || !m_view.sets() || m_pictures == nullptr || at < 0 || static_cast<std::size_t>(at) >= m_view.count())
        return;
    delete m_pair;
    m_pair = new PairView(m_view, *m_pictures, m_imageFolder, m_zone, m_page);
    connect(m_pair, &PairView::left, this, [this](int last) {
        m_view.setFocus(Qt::OtherFocusReason); // a page follows the tile only of who has the keys
        m_view.setCurrent(last);
    });
    m_pair->showRow(at);
}

} // namespace herdbook::ui
