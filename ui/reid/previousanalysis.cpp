// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/previousanalysis.h"

#include "core/base/language.h"
#include "core/reid/text.h"
#include "ui/reid/words.h"
#include "ui/widgets/text/texts.h"

#include <QObject>
#include <QSettings>
#include <QUrl>

namespace herdbook::ui {

namespace {

/// A source's name may hold anything; a settings key may not.
QString keyOf(const QString &source)
{
    return QStringLiteral("reid/previous/") + QString::fromLatin1(QUrl::toPercentEncoding(source));
}

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QString signedCount(std::uint64_t before, std::uint64_t now)
{
    const auto difference = static_cast<qint64>(now) - static_cast<qint64>(before);
    return (difference < 0 ? QString() : QStringLiteral("+")) + countText(difference);
}

QString rateOf(std::uint64_t assigned, std::uint64_t detections)
{
    return detections == 0
               ? QObject::tr("none")
               : shownFigure(reid::text::share(static_cast<double>(assigned) / static_cast<double>(detections)));
}

/// The day, or the time where it was the same day.
QString since(const QDateTime &before, const QDateTime &now, const QTimeZone &zone)
{
    const QDateTime local = before.toTimeZone(zone);
    const QDate today = now.toTimeZone(zone).date();
    return local.date() == today ? clockText(before, zone) : dateText(local.date());
}

} // namespace

PreviousAnalysis PreviousAnalysis::of(const reid::Analysis &analysis)
{
    return {QDateTime::fromString(text(analysis.madeAt), Qt::ISODate), analysis.fingerprint,
            analysis.recommendation.threshold};
}

std::optional<PreviousAnalysis> PreviousAnalysis::load(const QSettings &settings, const QString &source)
{
    const QVariantMap map = settings.value(keyOf(source)).toMap();
    PreviousAnalysis previous;
    previous.madeAt = QDateTime::fromString(map.value(QStringLiteral("made_at")).toString(), Qt::ISODate);
    if (!previous.madeAt.isValid())
        return std::nullopt;
    const auto number = [&](const char *key) -> std::uint64_t { return map.value(QLatin1String(key)).toULongLong(); };
    const auto words = [&](const char *key) { return map.value(QLatin1String(key)).toString().toStdString(); };
    previous.fingerprint = {number("detections"),        number("assigned"),        number("profiles"),
                            number("score_rows"),        words("newest_detection"), words("newest_calculated_at"),
                            words("embedding_versions"), words("row_versions")};
    if (const QVariant threshold = map.value(QStringLiteral("threshold")); threshold.isValid())
        previous.threshold = threshold.toDouble();
    return previous;
}

void PreviousAnalysis::save(QSettings &settings, const QString &source) const
{
    QVariantMap map{{QStringLiteral("made_at"), madeAt.toString(Qt::ISODateWithMs)},
                    {QStringLiteral("detections"), static_cast<qulonglong>(fingerprint.detections)},
                    {QStringLiteral("assigned"), static_cast<qulonglong>(fingerprint.assigned)},
                    {QStringLiteral("profiles"), static_cast<qulonglong>(fingerprint.profiles)},
                    {QStringLiteral("score_rows"), static_cast<qulonglong>(fingerprint.scoreRows)},
                    {QStringLiteral("newest_detection"), text(fingerprint.newestDetection)},
                    {QStringLiteral("newest_calculated_at"), text(fingerprint.newestCalculatedAt)},
                    {QStringLiteral("embedding_versions"), text(fingerprint.embeddingVersions)},
                    {QStringLiteral("row_versions"), text(fingerprint.rowVersions)}};
    if (threshold)
        map.insert(QStringLiteral("threshold"), *threshold);
    settings.setValue(keyOf(source), map);
}

QString PreviousAnalysis::comparison(const reid::Analysis &now, const QTimeZone &zone, const QDateTime &asked) const
{
    const QString day = since(madeAt, QDateTime::fromString(text(now.madeAt), Qt::ISODate), zone);
    const bool sameCounts =
        fingerprint.detections == now.fingerprint.detections && fingerprint.assigned == now.fingerprint.assigned;
    QString result = fingerprint.sameData(now.fingerprint)
                         ? QObject::tr("the data hadn’t changed by %1").arg(clockText(asked, zone))
                     : fingerprint == now.fingerprint ? QObject::tr("since %1: the same counts").arg(day)
                     : sameCounts ? QObject::tr("since %1: the same counts, but other rows").arg(day)
                                  : QObject::tr("since %1: %2 detections, rate %3 → %4")
                                        .arg(day, signedCount(fingerprint.detections, now.fingerprint.detections),
                                             rateOf(fingerprint.assigned, fingerprint.detections),
                                             rateOf(now.fingerprint.assigned, now.fingerprint.detections));
    if (fingerprint.profiles != now.fingerprint.profiles)
        result += QObject::tr(", %1 profiles").arg(signedCount(fingerprint.profiles, now.fingerprint.profiles));
    const auto word = [](std::optional<double> recommended) {
        return recommended ? thresholdText(*recommended) : QObject::tr("none");
    };
    // A trial moves it without a change of the data.
    if (threshold != now.recommendation.threshold)
        result += QObject::tr(", recommended %1 → %2").arg(word(threshold), word(now.recommendation.threshold));
    return result;
}

} // namespace herdbook::ui
