// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobtexts.h"

#include "core/base/language.h"
#include "ui/jobs/details/croptexts.h"
#include "ui/jobs/details/mendingtexts.h"
#include "ui/widgets/text/coretexts.h"

#include <QCoreApplication>

namespace herdbook::ui {

using jobs::Contradiction;
using jobs::JobRow;
using jobs::RowState;

namespace {

const QString Dash = QStringLiteral("–");

QString tr(const char *text)
{
    return QCoreApplication::translate("herdbook::ui", text);
}

bool isFileTrouble(Contradiction contradiction)
{
    return contradiction == Contradiction::FileGone || contradiction == Contradiction::FileDiffers ||
           contradiction == Contradiction::NoFileNamed;
}

} // namespace

StateLook stateLook(const JobRow &row)
{
    if (row.state == RowState::Lost)
        return {Icon::Lost, &ThemeTokens::warn};
    if (isFileTrouble(row.contradiction))
        return {Icon::FileGone, &ThemeTokens::warn};
    if (row.contradiction != Contradiction::None)
        return {Icon::Warning, &ThemeTokens::warn};
    switch (row.state) {
    case RowState::Queued:
        return {Icon::Queued, &ThemeTokens::text2};
    case RowState::Running:
        return {Icon::Running, &ThemeTokens::accent};
    case RowState::Completed:
        if (isIncomplete(row))
            return {Icon::Warning, &ThemeTokens::warn};
        if (isUncounted(row))
            return {Icon::Completed, &ThemeTokens::text2};
        return {Icon::Completed, &ThemeTokens::ok};
    case RowState::Failed:
        return {Icon::Failed, &ThemeTokens::error};
    case RowState::Cancelled:
        return {Icon::Cancelled, &ThemeTokens::text2};
    case RowState::Unreadable:
        return {Icon::Warning, &ThemeTokens::warn};
    case RowState::Expired:
    case RowState::Removed:
    case RowState::Lost:
    case RowState::Gone:
        break;
    }
    return {Icon::Expired, &ThemeTokens::disabled};
}

QString stateWord(RowState state)
{
    switch (state) {
    case RowState::Queued:
        return tr("Queued");
    case RowState::Running:
        return tr("Running");
    case RowState::Completed:
        return tr("Completed");
    case RowState::Failed:
        return tr("Failed");
    case RowState::Cancelled:
        return tr("Cancelled");
    case RowState::Unreadable:
        return tr("Unreadable status");
    case RowState::Expired:
        return tr("Expired");
    case RowState::Removed:
        return tr("Removed by someone else");
    case RowState::Lost:
        return tr("Lost by Redis");
    case RowState::Gone:
        return tr("No longer in Redis");
    }
    return {};
}

QString stateText(const JobRow &row)
{
    if (row.contradiction != Contradiction::None)
        return contradictionLead(row.contradiction);
    QString word = stateWord(row.state);
    if (row.isWaitingOrRunning() && row.cancelRequested)
        return tr("Cancelling…");
    switch (row.state) {
    case RowState::Queued:
        return row.queuePosition > 0
                   ? tr("%1, %2 of %3")
                         .arg(word, ordinal(row.queuePosition), countText(qMax(row.queueLength, row.queuePosition)))
                   : word;
    case RowState::Running: {
        if (!row.waitingFor.isEmpty())
            return tr("Waiting for %1").arg(coreText(row.waitingFor));
        const bool told = !row.stage.isEmpty() && row.stage != QLatin1String("queued");
        return told ? coreText(row.stage.left(1).toUpper() + row.stage.mid(1)) : word;
    }
    case RowState::Completed:
        return isIncomplete(row) || isUncounted(row) ? tr("%1, %2").arg(word, lackText(row)) : word;
    case RowState::Failed:
        return row.error.isEmpty() ? word : tr("%1: %2").arg(word, coreText(row.error));
    case RowState::Expired:
        return tr("Job not found or expired");
    case RowState::Gone:
        return tr("No longer in Redis; what became of it isn’t known");
    default:
        return word;
    }
}

QString kindText(const JobRow &row)
{
    if (!row.kind)
        return Dash;
    return *row.kind == exports::ExportKind::Pdf ? QStringLiteral("PDF") : QStringLiteral("ZIP");
}

QString reportText(const JobRow &row)
{
    const QString type = row.request.value(QLatin1String("report_type")).toString();
    if (!row.kind)
        return tr("Export");
    if (*row.kind == exports::ExportKind::Zip)
        return tr("ZIP dataset");
    if (type == QLatin1String("comparison"))
        return tr("Comparison PDF");
    return type == QLatin1String("custom") ? tr("Custom PDF") : tr("Seasonal PDF");
}

QString titleText(const JobRow &row)
{
    if (!row.title.isEmpty())
        return row.title;
    return row.kind ? reportText(row) : tr("Job %1").arg(row.id.left(13));
}

QString rangeText(const QDate &start, const QDate &end)
{
    if (!start.isValid() || !end.isValid())
        return Dash;
    const auto text = [](const QDate &date, const char *format) { return shownDate(date, QLatin1String(format)); };
    const QString last = text(end, "d MMM yyyy");
    if (start.year() != end.year())
        return text(start, "d MMM yyyy") + QStringLiteral(" – ") + last;
    const bool sameMonth = start.month() == end.month();
    return text(start, sameMonth ? "d" : "d MMM") + QStringLiteral(" – ") + last;
}

QString shortRangeText(const JobRow &row, const QDate &today)
{
    const QString text = rangeText(row);
    const QString year = QStringLiteral(" %1").arg(today.year());
    const bool thisYear = row.periods == 0 && row.end.year() == today.year() && text.endsWith(year);
    return thisYear && row.start.year() == row.end.year() ? text.chopped(year.size()) : text;
}

QString rangeText(const JobRow &row)
{
    if (row.periods > 0)
        return tr("%1 periods").arg(countText(row.periods));
    if (row.start.isValid())
        return rangeText(row.start, row.end);
    return row.detectionIds > 0 ? countText(row.detectionIds, tr("1 detection"), tr("%1 detections")) : Dash;
}

QString durationText(int seconds)
{
    if (seconds < 60)
        return tr("%1 s").arg(seconds < 10 ? seconds : (seconds + 2) / 5 * 5);
    const int minutes = (seconds + 30) / 60;
    return minutes < 90 ? tr("%1 min").arg(minutes) : tr("%1 h").arg((minutes + 30) / 60);
}

QString ageText(const QDateTime &since, const QDateTime &now)
{
    if (!since.isValid())
        return Dash;
    const qint64 seconds = std::max<qint64>(0, since.secsTo(now));
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min").arg(seconds / 60);
    if (seconds < qint64{48} * 3600)
        return tr("%1 h").arg(seconds / 3600);
    return tr("%1 d").arg(seconds / 86400);
}

QString expiryText(const JobRow &row, const QDateTime &now, bool stale)
{
    if (row.isPast())
        return row.state == RowState::Expired ? tr("expired") : Dash;
    const bool stuck = row.state == RowState::Running && row.contradiction != Contradiction::None;
    if (!row.expiresAt.isValid() || (row.isWaitingOrRunning() && !stuck))
        return Dash;
    const qint64 left = std::max<qint64>(0, now.secsTo(row.expiresAt));
    if (stale)
        return tr("≈ %1 min").arg((left + 30) / 60);
    return QStringLiteral("%1:%2").arg(left / 60).arg(left % 60, 2, 10, QLatin1Char('0'));
}

bool expiresSoon(const JobRow &row, const QDateTime &now)
{
    return row.state == RowState::Completed && row.expiresAt.isValid() && now.secsTo(row.expiresAt) < 300;
}

QString sizeText(qint64 bytes)
{
    if (bytes < 0)
        return Dash;
    if (bytes < 1000)
        return tr("%1 B").arg(bytes);
    double value = static_cast<double>(bytes) / 1000;
    const char *unit = "kB";
    for (const char *next : {"MB", "GB", "TB"}) {
        if (value < 999.5)
            break;
        value /= 1000;
        unit = next;
    }
    return shownNumber(value, value < 9.95 ? 1 : 0) + u' ' + QLatin1String(unit);
}

QString speedText(const JobRow &row)
{
    if (row.itemsPerSecond <= 0.05)
        return {};
    const QString speed = shownNumber(row.itemsPerSecond, row.itemsPerSecond < 10 ? 1 : 0);
    return row.secondsLeft < 0 ? tr("%1/s").arg(speed) : tr("%1/s, %2 left").arg(speed, durationText(row.secondsLeft));
}

QString errorsText(const QStringList &errors)
{
    const QString last = coreText(errors.last());
    return errors.size() == 1 ? last : tr("%1 (and %2 more)").arg(last, countText(errors.size() - 1));
}

QString ordinal(int number)
{
    const QLocale::Language language = shownLocale().language();
    if (language == QLocale::German)
        return countText(number) + u'.';
    if (language == QLocale::Spanish)
        return countText(number) + QStringLiteral(".º");
    const int tens = number % 100;
    const bool teen = tens >= 11 && tens <= 13;
    const char *ending = teen               ? "th"
                         : number % 10 == 1 ? "st"
                         : number % 10 == 2 ? "nd"
                         : number % 10 == 3 ? "rd"
                                            : "th";
    return countText(number) + QLatin1String(ending);
}

QString askedByText(const JobRow &row)
{
    if (row.mine)
        return tr("you");
    return row.requestedBy.isEmpty() ? Dash : row.requestedBy.section(u'@', 0, 0);
}

QString notKeptText(const JobRow &row)
{
    QStringList words;
    for (const QString &name : row.notKept)
        words << (name == QLatin1String("logo")            ? tr("its logo")
                  : name == QLatin1String("detection_ids") ? tr("its list of detections")
                                                           : name);
    return words.join(tr(" and "));
}

QString workerText(const QString &worker)
{
    return worker.section(u':', 0, 0);
}

QStringList columnTitles()
{
    return {tr("Kind"),    tr("Title"),   tr("Range"), tr("State"), tr("Asked by"),
            tr("Created"), tr("Expires"), tr("Size"),  tr("Job id")};
}

QStringList columnsOf(const JobRow &row, const QDateTime &now, const QTimeZone &zone)
{
    Q_UNUSED(now)
    const auto time = [&zone](const QDateTime &moment) {
        return moment.isValid() ? moment.toTimeZone(zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) : QString();
    };
    const QString size = row.fileSize >= 0 ? QString::number(row.fileSize) : QString();
    return {kindText(row),       titleText(row),      rangeText(row), stateText(row), row.requestedBy,
            time(row.createdAt), time(row.expiresAt), size,           row.id};
}

} // namespace herdbook::ui
