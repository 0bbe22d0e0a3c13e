// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/shownname.h"

#include "core/exports/exportvalidation.h"

#include <QLocale>
#include <QUrl>

namespace herdbook::exports {

namespace {

constexpr qsizetype MostBytes = 180; // of title and period: a file name may have 255

QString english(const QDate &day, const char *format)
{
    return QLocale::c().toString(day, QString::fromLatin1(format));
}

/// "October 2026", "2026", "2026-10-01 to 2026-11-28"
QString periodPart(const QDate &start, const QDate &end)
{
    if (!start.isValid() || !end.isValid())
        return {};
    const bool whole = start.day() == 1 && end.day() == end.daysInMonth();
    if (whole && start.year() == end.year() && start.month() == end.month())
        return english(start, "MMMM yyyy");
    if (whole && start.year() == end.year() && start.month() == 1 && end.month() == 12)
        return QString::number(start.year());
    return QStringLiteral("%1 to %2").arg(start.toString(Qt::ISODate), end.toString(Qt::ISODate));
}

QString kindPart(const ExportRequest &request)
{
    if (request.kind == ExportKind::Zip)
        return QStringLiteral("detections.zip");
    switch (request.reportType) {
    case ReportType::Comparison:
        return QStringLiteral("comparison.pdf");
    case ReportType::Custom:
        return QStringLiteral("report.pdf");
    case ReportType::SeasonalActivity:
        break;
    }
    return QStringLiteral("seasonal.pdf");
}

} // namespace

QString fileNamePart(const QString &text)
{
    QString part;
    for (const char32_t character : text.normalized(QString::NormalizationForm_C).simplified().toUcs4()) {
        const auto category = QChar::category(character);
        const bool hidden = category == QChar::Other_Control || category == QChar::Other_Format ||
                            category == QChar::Other_Surrogate || category == QChar::Other_NotAssigned;
        const bool refused = character < 128 && QByteArrayView("/\\:*?\"<>|%").contains(static_cast<char>(character));
        const QString one = refused ? QStringLiteral("-") : QString::fromUcs4(&character, 1);
        const bool leads = part.isEmpty() && (one == u"." || one == u"-" || one == u"~" || one == u" ");
        if (hidden || leads)
            continue;
        if ((part + one).toUtf8().size() > MostBytes)
            break;
        part += one;
    }
    return part.trimmed();
}

QString shownFileName(const ExportRequest &request)
{
    const bool byIds =
        request.kind == ExportKind::Zip && !request.detectionIds.isEmpty(); // whatever dates stand beside
    QString period = byIds ? QString() : periodPart(request.start, request.end);
    QStringList years = {QString::number(request.start.year()), QString::number(request.end.year())};
    if (request.reportType == ReportType::Comparison && request.kind == ExportKind::Pdf) {
        QStringList labels;
        years.clear();
        for (const Period &one : request.comparisonPeriods) {
            labels << one.label;
            years << QString::number(one.start.year());
        }
        period = labels.join(QStringLiteral(" against "));
    }
    const QString title = fileNamePart(request.title);
    const bool dated = !period.isEmpty() && std::any_of(years.begin(), years.end(),
                                                        [&](const QString &year) { return title.contains(year); });
    const QString name = title.isEmpty() ? fileNamePart(period) : dated ? title : fileNamePart(title + u' ' + period);
    return (name.isEmpty() ? QStringLiteral("Herdbook") : name) + u' ' + kindPart(request);
}

QString shownFileName(const JobStatus &status)
{
    if (!status.kind || status.request.isEmpty())
        return status.fileName;
    // What was accepted once may lie in the future of a day long past; a long list of ids is not remembered.
    QJsonObject body = status.request;
    const bool hasDates = body.contains(QLatin1String("start_date"));
    const bool hasIds = body.contains(QLatin1String("detection_ids"));
    if (*status.kind == ExportKind::Zip && !hasIds && (!hasDates || !notKept(body).isEmpty()))
        return fileNamePart(body.value(QLatin1String("title")).toString().isEmpty()
                                ? QStringLiteral("Chosen")
                                : body.value(QLatin1String("title")).toString()) +
               QStringLiteral(" detections.zip");
    const Validation validation = validate(*status.kind, body, QDate(9999, 12, 31));
    return validation.request ? shownFileName(*validation.request) : status.fileName;
}

QByteArray contentDisposition(const QString &name)
{
    QByteArray plain;
    for (const QChar character : name)
        plain += character.unicode() < 127 && character.unicode() >= 32 && character != u'"' && character != u'\\'
                     ? character.toLatin1()
                     : '_';
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + QUrl::toPercentEncoding(name);
}

} // namespace herdbook::exports
