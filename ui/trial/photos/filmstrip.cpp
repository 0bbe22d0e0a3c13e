// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/photos/filmstrip.h"

#include "ui/trial/clearlayout.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/icons.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/texts.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace herdbook::trial {

namespace {

constexpr int kCaption = 18;

} // namespace

FrameButton::FrameButton(PhotoLoader &loader, Still frame, QWidget *parent)
    : QAbstractButton(parent), m_loader(loader), m_frame(std::move(frame))
{
    setLayoutDirection(Qt::LeftToRight); // in every language
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumSize(48, 40);
    setFocusPolicy(Qt::StrongFocus);
    setCheckable(true);
    setAccessibleName(m_frame.caption);
    setToolTip(plainTip(m_frame.caption));
    connect(&loader, &PhotoLoader::loaded, this, [this](const QString &path) {
        if (path == m_frame.picture.path)
            update();
    });
}

QSize FrameButton::photoSize() const
{
    return QSize(width(), qMax(20, height() - (height() >= 70 ? kCaption : 0)));
}

void FrameButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeTokens &tokens = themeTokens(this);
    const QRectF area(QPointF(0, 0), photoSize());
    QPainterPath frame;
    frame.addRoundedRect(area, 3, 3);
    painter.save();
    painter.setClipPath(frame);
    painter.fillRect(area, tokens.hover);
    const QSize pixels = (area.size() * devicePixelRatioF()).toSize();
    const QImage image = m_loader.thumbnail(m_frame.picture, pixels);
    if (!image.isNull())
        painter.drawImage(area, image);
    else if (m_loader.isMissing(m_frame.picture))
        paintIcon(painter, area, Icon::ImageMissing, tokens.disabled);
    painter.restore();
    if (isChecked() || hasFocus() || underMouse()) {
        painter.setPen(QPen(isChecked() ? tokens.accent : hasFocus() ? tokens.focus : tokens.borderStrong, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 3, 3);
    }
    if (height() < 70)
        return;
    painter.setFont(textFont(TextRole::Label));
    painter.setPen(isChecked() ? tokens.text : tokens.text2);
    const QRectF caption(0, area.bottom(), width(), kCaption);
    painter.drawText(caption, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(m_frame.caption, Qt::ElideRight, width()));
}

Filmstrip::Filmstrip(PhotoLoader &loader, QWidget *parent)
    : QWidget(parent), m_loader(loader), m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(16);
}

void Filmstrip::setGroups(const std::vector<FrameGroup> &groups)
{
    m_frames.clear();
    clearLayout(*m_layout);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const FrameGroup &group = groups[g];
        if (g > 0)
            m_layout->addWidget(new Divider(Qt::Vertical));
        auto *box = new QWidget;
        auto *column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
        auto *title = new ElidedLabel(group.title, TextRole::Label, &ThemeTokens::text2);
        column->addWidget(title);
        auto *row = new QHBoxLayout;
        row->setSpacing(12);
        for (const Still &still : group.frames) {
            auto *button = new FrameButton(m_loader, still, box);
            connect(button, &QAbstractButton::clicked, this, [this, button] { Q_EMIT chosen(button->picture()); });
            row->addWidget(button, 1);
            m_frames.push_back(button);
        }
        const int missing = group.columns - static_cast<int>(group.frames.size());
        if (missing > 0)
            row->addStretch(missing);
        column->addLayout(row, 1);
        m_layout->addWidget(box, group.columns);
    }
}

void Filmstrip::setShown(const QUuid &detection)
{
    for (FrameButton *frame : m_frames)
        frame->setChecked(frame->picture().detection == detection);
}

} // namespace herdbook::trial
