// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/report/words.h"

#include <cmath>

namespace herdbook::render {

using layout::Fill;
using season::Animal;

QString number(qint64 value)
{
    return QLocale(QLocale::English).toString(value);
}

QString decimal(double value, int digits)
{
    const double least = std::pow(10, -digits);
    if (value > 0 && value < least / 2)
        return u'<' + decimal(least, digits);
    return QLocale(QLocale::English).toString(value, 'f', digits);
}

QString daysText(double days)
{
    return decimal(days, std::abs(days - std::round(days)) < 0.05 ? 0 : 1);
}

QString percent(double fraction)
{
    if (fraction >= 0.995 && fraction < 1)
        return QStringLiteral(">99%");
    return decimal(100 * fraction, fraction > 0 && fraction < 0.0995 ? 1 : 0) + u'%';
}

QString percentOf(qint64 part, qint64 whole)
{
    return whole > 0 ? percent(static_cast<double>(part) / static_cast<double>(whole)) : noValue();
}

QString noValue()
{
    return QStringLiteral("\u2013");
}

QString ratioText(const std::optional<season::RateRatio> &ratio)
{
    if (!ratio || ratio->hasZero)
        return noValue();
    if (!ratio->hasInterval)
        return decimal(ratio->ratio, 2);
    return QStringLiteral("%1 (%2 to %3)")
        .arg(decimal(ratio->ratio, 2), decimal(ratio->low, 2), decimal(ratio->high, 2));
}

QString rateText(const season::Rate &rate)
{
    if (rate.days <= 0)
        return rate.isUnread ? QStringLiteral("not read") : QStringLiteral("no camera");
    if (!rate.value)
        return QStringLiteral("too short");
    return rate.atMost ? QStringLiteral("none (\u2264 %1)").arg(decimal(*rate.atMost, 1)) : decimal(*rate.value, 1);
}

QString rateFigure(const season::Rate &rate)
{
    return !rate.value ? noValue() : rate.count <= 0 ? QStringLiteral("none") : decimal(*rate.value, 1);
}

QString knownDeerText(qint64 individuals, bool hasMisdated)
{
    return individuals == 0 && hasMisdated ? noValue() : number(individuals);
}

QString camerasText(qsizetype count)
{
    return count == 1 ? QStringLiteral("1 camera") : QStringLiteral("%1 cameras").arg(count);
}

QString imagesTitle(const season::SeasonStatistics &season)
{
    return season.classes == exports::deerClassifications() ? QStringLiteral("Images with deer")
                                                            : QStringLiteral("Images with these animals");
}

QString limitNote()
{
    return QStringLiteral(" Beside none stands the highest rate that this leaves likely.");
}

QString rateNote(const season::Rate &rate)
{
    if (rate.days <= 0)
        return rate.isUnread ? QStringLiteral("photos not read yet") : QStringLiteral("no camera worked");
    if (!rate.value)
        return QStringLiteral("under 7 camera-days: no rate");
    if (rate.atMost)
        return QStringLiteral("upper limit %1 per 100").arg(decimal(*rate.atMost, 1));
    if (!rate.low)
        return QStringLiteral("too few weeks for an interval");
    return QStringLiteral("95% interval %1 to %2").arg(decimal(*rate.low, 1), decimal(*rate.high, 1));
}

Fill fillOf(Animal animal)
{
    switch (animal) {
    case Animal::Buck:
        return {QColor(layout::ink::buck), Fill::Pattern::Solid};
    case Animal::Doe:
        return {QColor(layout::ink::doe), Fill::Pattern::Dots};
    case Animal::Fawn:
        return {QColor(layout::ink::fawn), Fill::Pattern::Hatch};
    case Animal::Unknown:
        return {QColor(layout::ink::unknown), Fill::Pattern::Empty};
    case Animal::Cattle:
        return {QColor(0x2b, 0x6b, 0x4a), Fill::Pattern::Cross};
    case Animal::Pig:
        return {QColor(0xb0, 0x30, 0x7a), Fill::Pattern::Hatch};
    case Animal::Raccoon:
        return {QColor(0x5f, 0x5a, 0x75), Fill::Pattern::Dots};
    }
    return {};
}

Fill fillOfPeriod(std::size_t index)
{
    static const std::array<Fill, 5> fills = {{{QColor(0x0e, 0x6a, 0x70), Fill::Pattern::Solid},
                                               {QColor(0xb4, 0x5b, 0x00), Fill::Pattern::Hatch},
                                               {QColor(0x7a, 0x2e, 0x8e), Fill::Pattern::Dots},
                                               {QColor(0x3e, 0x52, 0x96), Fill::Pattern::Cross},
                                               {QColor(0x6f, 0x77, 0x7b), Fill::Pattern::Empty}}};
    return fills[index % fills.size()];
}

} // namespace herdbook::render
