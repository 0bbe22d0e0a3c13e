// SPDX-License-Identifier: GPL-3.0-or-later
// Answers questions about effort, one JSON object a line: what compare_effort.py holds against a reference.
#include "core/season/effort/patterns.h"
#include "core/season/effort/ratio.h"
#include "core/season/effort/rhythm.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <iostream>
#include <string>

using namespace herdbook::season;

namespace {

Cells cellsOf(const QJsonValue &rows)
{
    Cells cells;
    for (const QJsonValue &row : rows.toArray())
        cells[{row[0].toInt(), row[1].toInt()}] = {row[2].toDouble(), row[3].toDouble()};
    return cells;
}

std::vector<int> daysOf(const QJsonValue &list)
{
    std::vector<int> days;
    for (const QJsonValue &day : list.toArray())
        days.push_back(day.toInt());
    return days;
}

/// JSON has no infinity: such a figure is a word, as a missing one is null.
QJsonValue figure(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QString::number(value));
}

QJsonArray figures(const std::optional<RateRatio> &ratio)
{
    if (!ratio)
        return {};
    if (!ratio->hasInterval)
        return {figure(ratio->ratio), QJsonValue(), QJsonValue(), QJsonValue()};
    return {figure(ratio->ratio), figure(ratio->low), figure(ratio->high), figure(ratio->pValue)};
}

QJsonArray effortOf(const QJsonObject &question)
{
    const std::vector<int> days = daysOf(question[QLatin1String("days")]);
    const std::vector<Outage> outages = outagesOf(days, question[QLatin1String("heartbeat")].toBool());
    if (question[QLatin1String("ask")] == QLatin1String("effort")) {
        QJsonArray worked;
        for (const double day : workedDays(stretchesOf(days, outages), question[QLatin1String("start")].toInt(),
                                           question[QLatin1String("end")].toInt()))
            worked << day;
        return worked;
    }
    QJsonArray found;
    for (const Outage &outage : outages)
        found << QJsonArray{outage.first, outage.length, outage.expected};
    return found;
}

QJsonArray answer(const QJsonObject &question)
{
    const QString ask = question[QLatin1String("ask")].toString();
    const double alpha = question[QLatin1String("alpha")].toDouble(0.05);
    const Cells one = cellsOf(question[QLatin1String("one")]);
    if (ask == QLatin1String("rate")) {
        const Rate rate = rateOf(one, alpha);
        const auto value = [](const std::optional<double> &some) { return some ? figure(*some) : QJsonValue(); };
        return {value(rate.value), value(rate.low), value(rate.high), value(rate.dispersion)};
    }
    if (ask == QLatin1String("ratio"))
        return figures(stratifiedRatio(one, cellsOf(question[QLatin1String("other")]),
                                       question[QLatin1String("aligned")].toBool(), alpha));
    if (ask == QLatin1String("trend"))
        return figures(trendOf(one, alpha));
    if (ask == QLatin1String("peak")) {
        const std::optional<Peak> peak = peakOf(one, alpha);
        QJsonArray found = figures(peak ? std::optional(peak->ratio) : std::nullopt);
        if (peak)
            found.prepend(peak->block);
        return found;
    }
    if (ask == QLatin1String("matched")) {
        const std::vector<Cells> periods{one, cellsOf(question[QLatin1String("other")])};
        QJsonArray cameras;
        for (const int camera : matchedCameras(periods, daysOf(question[QLatin1String("lengths")])))
            cameras << camera;
        return cameras;
    }
    return effortOf(question);
}

} // namespace

int main()
{
    std::string line;
    while (std::getline(std::cin, line)) {
        const QJsonObject question = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
        std::cout << QJsonDocument(answer(question)).toJson(QJsonDocument::Compact).toStdString() << '\n';
    }
    return 0;
}
