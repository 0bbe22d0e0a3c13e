// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layout/figurefile.h"

#include "core/base/atomicfile.h"
#include "core/base/version.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace herdbook::layout {

Result<void> writeFigurePdf(const QString &path, const QSizeF &size, const QString &title, const Draw &draw)
{
    QByteArray bytes;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(72);
        writer.setPageLayout(QPageLayout(QPageSize(size, QPageSize::Point, {}, QPageSize::ExactMatch),
                                         QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Herdbook ") + version());
        QPainter painter(&writer);
        draw(painter, QRectF(QPointF(0, 0), size));
    }
    return AtomicFile::write(path, bytes);
}

Result<void> writeFigureSvg(const QString &path, const QSizeF &size, const QString &title, const Draw &draw)
{
    QByteArray bytes;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setResolution(72);
        generator.setViewBox(QRectF(QPointF(0, 0), size));
        generator.setSize(size.toSize());
        generator.setTitle(title);
        QPainter painter(&generator);
        painter.fillRect(QRectF(QPointF(0, 0), size), Qt::white);
        draw(painter, QRectF(QPointF(0, 0), size));
    }
    return AtomicFile::write(path, bytes);
}

Result<void> writeFigurePng(const QString &path, const QSizeF &size, qreal dotsPerInch, const Draw &draw)
{
    const qreal scale = dotsPerInch / 72;
    QImage image((size * scale).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(2835); // text is measured at 72 dots per inch
    image.setDotsPerMeterY(2835);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
        painter.scale(scale, scale);
        draw(painter, QRectF(QPointF(0, 0), size));
    }
    image.setDotsPerMeterX(qRound(dotsPerInch / 0.0254));
    image.setDotsPerMeterY(qRound(dotsPerInch / 0.0254));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return Error{ErrorKind::Internal, QStringLiteral("The picture can't be encoded")};
    return AtomicFile::write(path, bytes);
}

} // namespace herdbook::layout
