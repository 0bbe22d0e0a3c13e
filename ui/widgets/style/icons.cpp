// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPaintDevice>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <cmath>

static void loadIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace herdbook {

namespace {

// clang-format off
constexpr const char *names[] = {
    "queued", "running", "completed", "failed", "cancelled", "warning", "filegone", "expired", "lost",
    "info", "unplugged", "lock", "key", "shield", "bell",
    "open", "folder", "save", "putback", "link", "retry", "refresh", "edit", "remove", "copy", "undo", "pause", "play", "search",
    "filter", "zoom", "calendar", "columns", "more", "eye", "eyeoff", "keyboard",
    "plus", "minus", "close", "check", "arrowleft", "arrowright", "chevrondown", "chevronup", "chevronleft", "chevronright",
    "database", "file", "report", "archive", "image", "imagemissing", "queue", "worker", "chart", "flag", "sun", "moon", "screen",
    "railexports", "railreid", "railtrial", "railconnection"
};
// clang-format on
static_assert(std::size(names) == iconCount);

/// The icon at exactly `pixels` device pixels, ratio 1.
QPixmap renderIcon(Icon icon, const QColor &color, int pixels)
{
    const QString key = QStringLiteral("herdbook/%1/%2/%3").arg(static_cast<int>(icon)).arg(color.rgba()).arg(pixels);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(iconPath(icon));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("#000", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class ThemeIconEngine : public QIconEngine
{
public:
    ThemeIconEngine(Icon icon, ColorToken token, ColorToken checked) : m_icon(icon), m_token(token), m_checked(checked)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        paintIcon(*painter, rect, m_icon, color(mode, state), std::min(rect.width(), rect.height()));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return renderIcon(m_icon, color(mode, state), std::min(size.width(), size.height()));
    }

    QIconEngine *clone() const override { return new ThemeIconEngine(*this); }
    bool isNull() override { return false; }

private:
    QColor color(QIcon::Mode mode, QIcon::State state) const
    {
        const ThemeTokens &tokens = themeTokens();
        if (mode == QIcon::Disabled)
            return tokens.disabled;
        return tokens.*(state == QIcon::On && m_checked ? m_checked : m_token);
    }

    Icon m_icon;
    ColorToken m_token;
    ColorToken m_checked;
};

} // namespace

QString iconPath(Icon icon)
{
    loadIcons();
    return QStringLiteral(":/icons/%1.svg").arg(QLatin1String(names[static_cast<int>(icon)]));
}

QIcon themeIcon(Icon icon, ColorToken token, ColorToken checked)
{
    return QIcon(new ThemeIconEngine(icon, token, checked));
}

QPixmap iconPixmap(Icon icon, const QColor &color, int size, qreal devicePixelRatio)
{
    QPixmap pixmap = renderIcon(icon, color, static_cast<int>(std::lround(size * devicePixelRatio)));
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &color, int size)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QPointF topLeft(rect.center().x() - size / 2.0, rect.center().y() - size / 2.0);
    // On whole device pixels: half a pixel off would blur every line.
    const QPointF snapped(std::round(topLeft.x() * ratio) / ratio, std::round(topLeft.y() * ratio) / ratio);
    painter.drawPixmap(snapped, iconPixmap(icon, color, size, ratio));
}

QIcon applicationIcon()
{
    loadIcons();
    // Drawn here: as a file it would need Qt's SVG icon plug-in, which is a package of its own since Debian 13.
    QSvgRenderer renderer(QStringLiteral(":/icons/herdbook.svg"));
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64, 96, 128, 256}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace herdbook
