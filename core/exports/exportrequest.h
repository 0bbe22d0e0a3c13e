// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTimeZone>
#include <optional>

namespace herdbook::exports {

enum class ExportKind { Pdf, Zip };
enum class ReportType { SeasonalActivity, Comparison, Custom };
enum class GroupBy { Day, Week, Month };
enum class PageSize { A4, Letter };

/// Both days inclusive, in the site's time zone.
struct Period
{
    QString label; ///< 1-80 characters
    QDate start;
    QDate end;
    bool operator==(const Period &) const = default;
};

/// Who a report is for and from, as a profile keeps it.
struct Letterhead
{
    QString client;  ///< below the title; at most 200 characters, plain text
    QString footer;  ///< at the foot of every page; at most 200 characters, plain text
    QByteArray logo; ///< PNG or SVG as logoFault() accepts it; may be empty
    bool operator==(const Letterhead &) const = default;
};

/// What was asked for. Only validation makes one (see exportvalidation.h), so that it always keeps the rules of the HTTP contract.
struct ExportRequest
{
    ExportKind kind = ExportKind::Pdf;
    ReportType reportType = ReportType::SeasonalActivity; ///< PDF only
    QDate start; ///< null where a ZIP is asked for by ids or a comparison has no outer dates
    QDate end;   ///< inclusive; null as `start`
    GroupBy groupBy = GroupBy::Month;
    QStringList classifications; ///< empty: all deer classes
    QStringList locationIds;     ///< distinct lower-case UUIDs; empty: all, and photos without a location
    QString title;               ///< at most 200 characters, plain text; may be empty
    PageSize pageSize = PageSize::A4;
    QString language; ///< PDF only: en, de or es as it was asked for; empty: not given. Reports are written in English
    Letterhead letterhead; ///< PDF only
    bool includeCharts = true;
    bool includeTables = true;
    bool includeInsights = true;
    bool allowEmpty = false;         ///< make a report even when the period has no detections
    QList<Period> comparisonPeriods; ///< 2-5 for a comparison, else empty
    QStringList sections;            ///< of a custom report, from knownSections()
    QStringList detectionIds;        ///< ZIP: distinct lower-case UUIDs in the order given; empty: by dates
    bool includeCrops = true;
    bool includeMetadataCsv = true;
    int cropSize = 300;            ///< longest side in pixels, 128..1024
    bool includeCamtrapDp = false; ///< ZIP: the tables of tdwg/camtrap-dp 1.0 as well
    bool csvForExcel = false;      ///< ZIP: tables begin with a byte order mark
    QString siteTimeZone;          ///< IANA id of the zone in which the producer judged the dates; empty: the maker's
    bool operator==(const ExportRequest &) const = default;
};

/// The request as it travels in messages and over HTTP; the inverse of validation.
QJsonObject toJson(const ExportRequest &request);

/// The same as a job's status keeps it: without a list of over a hundred ids and without the logo, which belong into the
/// message, not into a value that every poll reads; notKept() names them, and their digests stay (`logo_sha256`).
QJsonObject toRememberedJson(const ExportRequest &request);
/// The same of a request as a message holds it, which has been checked by nobody.
QJsonObject withoutLongLists(QJsonObject request);
/// Whether a request as it is remembered now is the one that a status has, which any version may have written.
bool isSameRequest(QJsonObject remembered, const QJsonObject &other);
/// The fields that were asked for and are not in a remembered request, so that it is not the same as was asked for: `detection_ids`, `logo`.
QStringList notKept(const QJsonObject &remembered);

/// Wire names: "pdf", "zip"; "day", "week", "month"; "seasonal_activity", "comparison", "custom"; "A4", "Letter".
QString wireName(ExportKind kind);
QString wireName(GroupBy groupBy);
QString wireName(ReportType type);
QString wireName(PageSize size);
std::optional<ExportKind> exportKindFromString(const QString &text);

/// Classes a request may name: buck, doe, fawn, mature, mid, young, unknown (the deer), cattle, pig, raccoon.
const QStringList &knownClassifications();
const QStringList &deerClassifications();
const QStringList &knownSections();
const QStringList &knownGroupings();

/// The grouping that shows a period of so many days well: days up to a month, weeks up to about half a year, then months.
GroupBy groupingFor(qint64 days);

/// The paper of a site: Letter where its time zone, or else the locale, lies in North America.
PageSize customaryPageSize(const QTimeZone &zone, const QLocale &locale);

/// The classes a request covers: those it names, else all deer classes.
const QStringList &coveredClassifications(const ExportRequest &request);

} // namespace herdbook::exports
