// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/details/croptexts.h"

#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QCoreApplication>

namespace herdbook::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("herdbook::ui", text);
}

QString reasonText(const QString &reason)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("photo_missing"), QT_TRANSLATE_NOOP("herdbook::ui", "No such file")},
        {QStringLiteral("photo_unreadable"), QT_TRANSLATE_NOOP("herdbook::ui", "Can't be read")},
        {QStringLiteral("photo_too_large"), QT_TRANSLATE_NOOP("herdbook::ui", "Too large")},
        {QStringLiteral("photo_damaged"), QT_TRANSLATE_NOOP("herdbook::ui", "Damaged")},
        {QStringLiteral("photo_outside"), QT_TRANSLATE_NOOP("herdbook::ui", "Link leads out")},
        {QStringLiteral("outside_photo"), QT_TRANSLATE_NOOP("herdbook::ui", "Box off the photo")},
        {QStringLiteral("bad_box"), QT_TRANSLATE_NOOP("herdbook::ui", "Box unusable")},
        {QStringLiteral("box_too_small"), QT_TRANSLATE_NOOP("herdbook::ui", "Box too small")},
        {QStringLiteral("photo_unknown"), QT_TRANSLATE_NOOP("herdbook::ui", "No such photo")},
        {QStringLiteral("unknown_id"), QT_TRANSLATE_NOOP("herdbook::ui", "No such detection")}};
    const char *known = words.value(reason);
    return known != nullptr ? tr(known) : reason;
}

bool hasCrops(const jobs::JobRow &job)
{
    return job.request.value(QLatin1String("include_crops")).toBool(true);
}

} // namespace

bool isIncomplete(const jobs::JobRow &job)
{
    return job.state == jobs::RowState::Completed && job.crops && job.crops->total() > 0;
}

bool isUncounted(const jobs::JobRow &job)
{
    return job.state == jobs::RowState::Completed && exports::isUncounted(job.kind, job.request, job.crops);
}

bool lacksPhotos(const jobs::JobRow &job)
{
    return isIncomplete(job) && hasCrops(job) &&
           (job.crops->missing > 0 || job.crops->unreadable > 0 || job.crops->outside > 0);
}

QString lackText(const jobs::JobRow &job)
{
    if (isUncounted(job))
        return tr("not checked for gaps");
    if (!isIncomplete(job))
        return {};
    if (!hasCrops(job))
        return countText(job.crops->withoutCrop(), tr("1 detection missing"), tr("%1 detections missing"));
    QStringList parts;
    if (const int missing = job.crops->withoutCrop(); missing > 0)
        parts << countText(missing, tr("1 crop missing"), tr("%1 crops missing"));
    if (const int damaged = job.crops->withCrop; damaged > 0) {
        if (!parts.isEmpty())
            parts << tr("%1 damaged").arg(countText(damaged));
        else
            parts << countText(damaged, tr("1 crop damaged"), tr("%1 crops damaged"));
    }
    return parts.join(QStringLiteral(", "));
}

QString lackLead(const jobs::JobRow &job)
{
    if (isUncounted(job))
        return tr("Whether this archive is complete isn't known");
    if (!isIncomplete(job))
        return {};
    const int without = job.crops->withoutCrop();
    if (!hasCrops(job) && job.total < without)
        return countText(without, tr("The archive lacks one detection"), tr("The archive lacks %1 detections"));
    if (!hasCrops(job))
        return tr("The archive lacks %1 of %2 detections").arg(countText(without), countText(job.total));
    if (without == 0)
        return countText(job.crops->withCrop, tr("One crop is of a damaged photo"),
                         tr("%1 crops are of damaged photos"));
    if (job.total < without)
        return countText(without, tr("For one detection there is no crop"), tr("For %1 detections there is no crop"));
    return tr("For %1 of %2 detections there is no crop").arg(countText(without), countText(job.total));
}

QString lackRest(const jobs::JobRow &job)
{
    if (isUncounted(job))
        return tr(
            "The worker that made it doesn't say what it left out. A Herdbook worker does: let one make it again.");
    if (!isIncomplete(job))
        return {};
    if (!hasCrops(job))
        return tr("missing.csv in it lists each, with its reason.");
    QStringList sentences;
    if (const int without = job.crops->withoutCrop(); without > 0)
        sentences << (job.total > without ? tr("The archive holds crops of the other %1, and missing.csv lists each "
                                               "that is missing, with its reason.")
                                                .arg(countText(job.total - without))
                                          : tr("missing.csv in the archive lists each, with its reason."));
    if (const int damaged = job.crops->withCrop; damaged > 0)
        sentences << countText(damaged, tr("The crop of a damaged photo is flagged in the tables."),
                               tr("The %1 crops of damaged photos are flagged in the tables."));
    return sentences.join(u' ');
}

QList<FactTable::Fact> lackFacts(const jobs::JobRow &job)
{
    QList<FactTable::Fact> facts;
    if (!isIncomplete(job))
        return facts;
    for (auto at = job.crops->reasons.begin(); at != job.crops->reasons.end(); ++at) {
        QString value = countText(at->detections, tr("1 detection"), tr("%1 detections"));
        if (at->photos > 0)
            value += QStringLiteral(", ") + (countText(at->photos, tr("1 photo"), tr("%1 photos")));
        facts.append({reasonText(at.key()), value, Icon::Warning, &ThemeTokens::warn, {}});
    }
    for (const QString &why : job.crops->whys)
        facts.append({{}, coreText(why), {}, &ThemeTokens::text, {}});
    if (!job.crops->names.isEmpty())
        facts.append({tr("The first"), tr("of these photos"), {}, &ThemeTokens::text, {}});
    for (const QString &name : job.crops->names)
        facts.append({{}, name, {}, &ThemeTokens::text, {}});
    return facts;
}

} // namespace herdbook::ui
