// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style/typeface.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>

namespace herdbook {

namespace {

bool digitsHaveOneWidth(const QString &family)
{
    for (const QFont::Weight weight : {QFont::Normal, QFont::DemiBold}) {
        QFont font(family);
        font.setPointSizeF(10);
        font.setWeight(weight);
        const QFontMetricsF metrics(font);
        const qreal width = metrics.horizontalAdvance(QLatin1Char('0'));
        for (char digit = '1'; digit <= '9'; ++digit) {
            if (qAbs(metrics.horizontalAdvance(QLatin1Char(digit)) - width) > 0.01)
                return false;
        }
    }
    return true;
}

} // namespace

QString tabularFamily(const QStringList &candidates)
{
    for (const QString &family : candidates) {
        if (QFontInfo(QFont(family)).family() == family && digitsHaveOneWidth(family))
            return family;
    }
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

QString sansFamily()
{
    static const QString family = tabularFamily({QStringLiteral("Open Sans"), QStringLiteral("Noto Sans"),
                                                 QStringLiteral("Roboto"), QStringLiteral("DejaVu Sans")});
    return family;
}

QString monoFamily()
{
    static const QString family = [] {
        const QString wanted = QStringLiteral("DejaVu Sans Mono");
        return QFontInfo(QFont(wanted)).family() == wanted
                   ? wanted
                   : QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    }();
    return family;
}

QFont textFont(TextRole role)
{
    struct Face
    {
        qreal points;
        QFont::Weight weight;
    };
    const auto face = [role]() -> Face {
        switch (role) {
        case TextRole::Display:
            return {28, QFont::DemiBold};
        case TextRole::Figure:
            return {18, QFont::DemiBold};
        case TextRole::PageTitle:
            return {13, QFont::DemiBold};
        case TextRole::Sentence:
            return {11.5, QFont::DemiBold};
        case TextRole::Strong:
            return {10, QFont::DemiBold};
        case TextRole::Label:
            return {9, QFont::Normal};
        case TextRole::LabelStrong:
            return {9, QFont::DemiBold};
        case TextRole::Mono:
            return {8.5, QFont::Normal};
        case TextRole::Body:
            break;
        }
        return {10, QFont::Normal};
    }();
    QFont font(role == TextRole::Mono ? monoFamily() : sansFamily());
    font.setPointSizeF(face.points);
    font.setWeight(face.weight);
    return font;
}

} // namespace herdbook
