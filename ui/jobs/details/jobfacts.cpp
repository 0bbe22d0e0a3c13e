// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/details/jobfacts.h"

#include "ui/jobs/jobtexts.h"
#include "ui/widgets/text/coretexts.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace herdbook::ui {

using jobs::Contradiction;
using jobs::FileFact;
using jobs::JobRow;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("herdbook::ui", text);
}

} // namespace

QList<FactTable::Fact> systemFacts(const JobRow &job, const QTimeZone &zone, bool stale)
{
    QList<FactTable::Fact> facts;
    const auto add = [&facts, stale](const QString &name, const QString &value, Icon icon, bool worry = false) {
        ColorToken color = worry ? &ThemeTokens::warn : &ThemeTokens::text2;
        facts.append({name, value, icon, stale && worry ? &ThemeTokens::stale : color, {}});
    };
    const bool unreadable = job.contradiction == Contradiction::UnreadableStatus;
    if (unreadable)
        add(tr("Status key"), tr("unreadable"), Icon::Warning, true);
    else if (job.raw.isEmpty())
        add(tr("Status key"), job.isPast() ? tr("gone") : tr("none"), Icon::Cancelled, !job.isPast());
    else if (const auto status = exports::jobStatusFromWire(job.raw, job.id)) {
        QString words = exports::wireName(status->state);
        if (!status->stage.isEmpty() && !status->isFinished())
            words += QStringLiteral(", ") + status->stage.left(1).toLower() + status->stage.mid(1);
        const Icon ended = status->state == exports::JobState::Completed ? Icon::Check : Icon::Close;
        add(tr("Status key"), words, status->isFinished() ? ended : Icon::Running);
    }
    const bool twice =
        job.contradiction == Contradiction::WaitingTwice || job.contradiction == Contradiction::FinishedButQueued;
    if (job.queuePosition > 0)
        add(tr("Queue"), tr("%1 of %2 waiting").arg(ordinal(job.queuePosition), countText(job.queueLength)),
            Icon::Queued, twice);
    else if (job.state == jobs::RowState::Queued)
        add(tr("Queue"), tr("waiting, its place isn't known"), Icon::Queued);
    else
        add(tr("Queue"), tr("not waiting"), Icon::Cancelled);
    const bool unheard = job.contradiction == Contradiction::HolderUnheard;
    const bool adrift = job.contradiction == Contradiction::NobodyHoldsIt;
    if (!job.hand && unheard)
        add(tr("Workers' hands"), tr("no Herdbook worker's"), Icon::Warning, true);
    else if (!job.hand)
        add(tr("Workers' hands"), tr("nobody holds it"), adrift ? Icon::Warning : Icon::Cancelled, adrift);
    else if (job.hand->python)
        add(tr("Workers' hands"), unheard ? tr("a Python worker; none is heard now") : tr("a Python worker"),
            unheard ? Icon::Warning : Icon::Worker, unheard);
    else
        add(tr("Workers' hands"), workerText(job.hand->worker), Icon::Worker, !job.hand->alive);
    if (job.hand && !job.hand->python) {
        const QString since =
            job.hand->lastAlive.isValid()
                ? tr(", ran out %1").arg(job.hand->lastAlive.toTimeZone(zone).toString(QStringLiteral("HH:mm:ss")))
                : tr(", ran out");
        add(tr("Lease"), workerText(job.hand->worker) + (job.hand->alive ? tr(", alive") : since),
            job.hand->alive ? Icon::Check : Icon::Warning, !job.hand->alive);
    } else {
        add(tr("Lease"), tr("none"), Icon::Cancelled);
    }
    switch (job.file) {
    case FileFact::None:
        add(tr("File"), job.isPast() && !job.fileName.isEmpty() ? tr("no longer served") : tr("none yet"),
            Icon::Cancelled);
        break;
    case FileFact::Unknown:
        add(tr("File"), tr("%1 by its status; no folder here tells").arg(sizeText(job.fileSize)), Icon::Info);
        break;
    case FileFact::Silent:
        add(tr("File"), tr("not looked at: the folder doesn't answer"), Icon::Warning, true);
        break;
    case FileFact::Present:
        add(tr("File"), tr("there, %1").arg(sizeText(job.fileSize)), Icon::Check);
        break;
    case FileFact::Gone:
        add(tr("File"), tr("gone"), Icon::FileGone, true);
        break;
    case FileFact::WrongSize:
        add(tr("File"), tr("another size"), Icon::Warning, true);
        break;
    }
    facts.append({tr("Attempts"),
                  job.attempt > 0 ? tr("%1 of 3").arg(job.attempt) : tr("none counted"),
                  {},
                  &ThemeTokens::text,
                  {}});
    return facts;
}

QList<FactTable::Fact> exportFacts(const JobRow &job, const QTimeZone &zone)
{
    QList<FactTable::Fact> facts;
    const auto add = [&facts](const QString &name, const QString &value) {
        if (!value.isEmpty())
            facts.append({name, value, {}, &ThemeTokens::text, {}});
    };
    const StateLook look = stateLook(job);
    facts.append({tr("State"), stateText(job), look.icon, look.color, {}});
    if (job.createdAt.isValid())
        add(tr("Asked for"), momentText(job.createdAt, zone));
    if (job.isFinished() && job.startedAt.isValid() && job.finishedAt.isValid())
        add(tr("Made in"), durationText(static_cast<int>(std::max<qint64>(1, job.startedAt.secsTo(job.finishedAt)))));
    switch (job.file) {
    case FileFact::None:
        add(tr("File"), job.isPast() && !job.fileName.isEmpty() ? tr("no longer served") : QString());
        break;
    case FileFact::Unknown:
        add(tr("File"), tr("%1; no folder here tells whether it is there").arg(sizeText(job.fileSize)));
        break;
    case FileFact::Silent:
        facts.append(
            {tr("File"), tr("not looked at: the folder doesn't answer"), Icon::Warning, &ThemeTokens::warn, {}});
        break;
    case FileFact::Present:
        add(tr("File"), tr("%1, here").arg(sizeText(job.fileSize)));
        break;
    case FileFact::Gone:
        facts.append({tr("File"), tr("gone"), Icon::FileGone, &ThemeTokens::warn, {}});
        break;
    case FileFact::WrongSize:
        facts.append({tr("File"), tr("not the size it was made with"), Icon::Warning, &ThemeTokens::warn, {}});
        break;
    }
    if (job.state == jobs::RowState::Completed && job.expiresAt.isValid())
        add(tr("Kept until"), momentText(job.expiresAt, zone));
    if (job.attempt > 1)
        add(tr("Attempts"), tr("%1 of 3").arg(job.attempt));
    return facts;
}

QList<FactTable::Fact> requestFacts(const JobRow &job)
{
    QList<FactTable::Fact> facts;
    const auto add = [&facts](const QString &name, const QString &value) {
        if (!value.isEmpty())
            facts.append({name, value, {}, &ThemeTokens::text, {}});
    };
    const auto wants = [&job](const char *name) { return job.request.value(QLatin1String(name)).toBool(); };
    add(tr("Report"), reportText(job));
    add(tr("Range"), rangeText(job));
    add(tr("Group by"), coreText(job.request.value(QLatin1String("group_by")).toString()));
    QStringList classes;
    const QJsonArray named = job.request.value(QLatin1String("classifications")).toArray();
    for (const auto &name : named)
        classes << name.toString();
    if (!job.request.isEmpty()) {
        if (classes.isEmpty() || classes.size() > 4)
            add(tr("Classes"), classes.isEmpty() ? tr("all deer") : tr("%1 classes").arg(classes.size()));
        else
            facts.append({tr("Classes"), {}, {}, &ThemeTokens::text, classes});
    }
    if (const qsizetype places = job.request.value(QLatin1String("location_ids")).toArray().size(); places > 0)
        add(tr("Locations"), countText(places, tr("1 chosen"), tr("%1 chosen")));
    if (const qsizetype sections = job.request.value(QLatin1String("sections")).toArray().size(); sections > 0)
        add(tr("Sections"), countText(sections, tr("1 chosen"), tr("%1 chosen")));
    add(tr("Language"), job.request.value(QLatin1String("language")).toString());
    add(tr("For"), job.request.value(QLatin1String("client")).toString());
    QStringList parts;
    for (const auto &[name, words] :
         std::initializer_list<std::pair<const char *, QString>>{{"include_charts", tr("charts")},
                                                                 {"include_tables", tr("tables")},
                                                                 {"include_insights", tr("findings")},
                                                                 {"include_crops", tr("crops")},
                                                                 {"include_metadata_csv", tr("table")},
                                                                 {"include_camtrap_dp", tr("Camtrap DP")}}) {
        if (wants(name))
            parts << words;
    }
    add(tr("Parts"), parts.join(QLatin1String(", ")));
    if (const QString missing = notKeptText(job); !missing.isEmpty())
        facts.append(
            {tr("Retry"), tr("not as it was: %1 isn't kept").arg(missing), Icon::Info, &ThemeTokens::text2, {}});
    add(tr("Asked by"), job.mine ? tr("you (%1)").arg(job.requestedBy) : job.requestedBy);
    if (facts.size() <= 2 && job.request.isEmpty())
        add(tr("Request"), tr("not known any more"));
    return facts;
}

} // namespace herdbook::ui
