// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/logocheck.h"

#include <QSet>
#include <QXmlStreamReader>
#include <QtEndian>
#include <boost/crc.hpp>

namespace herdbook::exports {

namespace {

QString pngFault(const QByteArray &data)
{
    constexpr qsizetype HeaderSize = 33; // signature and IHDR
    if (data.size() < HeaderSize || data.mid(12, 4) != "IHDR")
        return QStringLiteral("the PNG is cut off");
    const quint32 width = qFromBigEndian<quint32>(data.constData() + 16);
    const quint32 height = qFromBigEndian<quint32>(data.constData() + 20);
    if (width == 0 || height == 0 || width > MaximumLogoPixels || height > MaximumLogoPixels)
        return QStringLiteral("it may have at most %1 pixels a side").arg(MaximumLogoPixels);
    constexpr qsizetype AroundContent = 12; // length, type and checksum
    bool hasPixels = false;
    for (qsizetype at = 8;;) {
        const qsizetype left = data.size() - at - AroundContent;
        const qsizetype size = left < 0 ? 0 : qsizetype{qFromBigEndian<quint32>(data.constData() + at)};
        if (size > left)
            return QStringLiteral("the PNG is cut off");
        const char *type = data.constData() + at + 4;
        boost::crc_32_type sum;
        sum.process_bytes(type, static_cast<std::size_t>(size) + 4);
        if (sum.checksum() != qFromBigEndian<quint32>(type + 4 + size))
            return QStringLiteral("the PNG is damaged");
        const QByteArrayView name(type, 4);
        hasPixels = hasPixels || name == "IDAT";
        if (name == "IEND")
            return hasPixels ? QString() : QStringLiteral("the PNG has no pixels");
        at += AroundContent + size;
    }
}

/// Whether a value refers to anything but an element of the same drawing.
bool refersOutside(QString value)
{
    value = value.simplified().remove(u' ').toLower();
    if (value.contains(u'\\') || value.contains(QLatin1String("@import")))
        return true;
    for (qsizetype at = value.indexOf(QLatin1String("url(")); at >= 0;
         at = value.indexOf(QLatin1String("url("), at + 4)) {
        QStringView target = QStringView(value).mid(at + 4);
        if (target.startsWith(u'"') || target.startsWith(u'\''))
            target = target.mid(1);
        if (!target.startsWith(u'#'))
            return true;
    }
    return false;
}

QString svgFault(const QByteArray &data)
{
    static const QSet<QString> forbidden = {
        QStringLiteral("script"),        QStringLiteral("image"),  QStringLiteral("feimage"),
        QStringLiteral("foreignobject"), QStringLiteral("iframe"), QStringLiteral("audio"),
        QStringLiteral("video"),         QStringLiteral("a"),      QStringLiteral("use")};
    static const QSet<QString> drawing = {
        QStringLiteral("path"),    QStringLiteral("rect"), QStringLiteral("circle"),
        QStringLiteral("ellipse"), QStringLiteral("line"), QStringLiteral("polyline"),
        QStringLiteral("polygon"), QStringLiteral("text"), QStringLiteral("textarea")};
    QString outside = QStringLiteral("the SVG refers to something outside of itself");
    QXmlStreamReader reader(data);
    bool first = true;
    bool draws = false;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD:
            return QStringLiteral("the SVG has a DOCTYPE");
        case QXmlStreamReader::EntityReference:
        case QXmlStreamReader::ProcessingInstruction:
            return outside;
        case QXmlStreamReader::Characters:
            if (refersOutside(reader.text().toString()))
                return outside;
            break;
        case QXmlStreamReader::StartElement: {
            const QString name = reader.name().toString().toLower();
            if (first && name != QLatin1String("svg"))
                return QStringLiteral("it is neither");
            first = false;
            if (forbidden.contains(name))
                return QStringLiteral("the SVG has an element <%1>").arg(name);
            draws = draws || drawing.contains(name);
            for (const QXmlStreamAttribute &attribute : reader.attributes()) {
                const QString key = attribute.name().toString().toLower();
                const QString value = attribute.value().toString();
                const bool link = key == QLatin1String("href") || key == QLatin1String("src");
                if (key.startsWith(QLatin1String("on")) || (link && !value.trimmed().startsWith(u'#')) ||
                    refersOutside(value))
                    return outside;
            }
            break;
        }
        default:
            break;
        }
    }
    if (reader.hasError())
        return first ? QStringLiteral("it is neither")
                     : QStringLiteral("the SVG is broken: %1").arg(reader.errorString());
    return draws ? QString() : QStringLiteral("the SVG draws nothing");
}

} // namespace

bool isPng(const QByteArray &data)
{
    return data.startsWith("\x89PNG\r\n\x1a\n");
}

QString logoFault(const QByteArray &data)
{
    if (data.size() > MaximumLogoBytes)
        return QStringLiteral("it may have at most %1 kB").arg(MaximumLogoBytes / 1024);
    return isPng(data) ? pngFault(data) : svgFault(data);
}

} // namespace herdbook::exports
