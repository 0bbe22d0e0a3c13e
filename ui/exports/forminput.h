// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/exportvalidation.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace herdbook::ui {

enum class FormKind { SeasonalPdf, ComparisonPdf, ZipDataset };

/// What stands in the form, as typed; nothing in here has to be valid.
struct FormInput
{
    struct PeriodInput
    {
        QString label, start, end;
        bool named = false; ///< by a person; else the label follows the dates
        bool operator==(const PeriodInput &other) const
        {
            return label == other.label && start == other.start && end == other.end;
        }
    };

    FormKind kind = FormKind::SeasonalPdf;
    QString start, end;
    exports::GroupBy groupBy = exports::GroupBy::Month;
    bool groupChosen = false; ///< else by the length of the period
    QStringList classes;      ///< those checked, in the order of deerClassifications()
    QString title;
    bool charts = true, tables = true, insights = true; ///< PDF
    bool crops = true, metadata = true;                 ///< ZIP
    bool camtrap = false, forExcel = false;             ///< ZIP
    QString cropSize;
    QList<PeriodInput> periods; ///< comparison
    QStringList locationIds;    ///< empty: all
    exports::PageSize pageSize = exports::PageSize::A4;
    bool paperChosen = false; ///< else by the site
    QString language; ///< PDF: as a request named it that is edited; empty: none, and the form has no field for it
    bool allowEmpty = false; ///< PDF: as `language`, but of that job only
    QString siteTimeZone;    ///< as `allowEmpty`; empty: the site's
    QStringList sections;    ///< of a report of one's own, in their order; empty: the usual one
    QString detectionIds;    ///< ZIP, as pasted; empty: by dates
    bool operator==(const FormInput &) const = default;

    /// The ids in a pasted text: by lines, blanks, commas or semicolons, without quotes.
    static QStringList idsOf(const QString &text);
    /// Whether ids alone decide what is exported: period, classes and locations say nothing then.
    bool isByIds() const { return kind == FormKind::ZipDataset && !idsOf(detectionIds).isEmpty(); }
    /// The text of a field that is typed into, by its name in the request ("start_date", "comparison_periods[1].label"); null for others.
    QString *textOf(const QString &field);
    /// The same, as it stands there; empty for others.
    QString valueOf(const QString &field) const;
    /// As the HTTP API takes it.
    /// @param defaultTitle for a report that is given none.
    QJsonObject toRequest(const exports::Letterhead &letterhead, const QString &defaultTitle) const;
    /// To be remembered: without what is of an edited job only, which the next session knows nothing of.
    QJsonObject toJson() const;
    static FormInput fromJson(const QJsonObject &json, const FormInput &fallback);
    /// The form that asks for what a request asked for; nothing when the form has no such fields (ids that were not remembered, other animals).
    static std::optional<FormInput> fromRequest(exports::ExportKind kind, const QJsonObject &request,
                                                const FormInput &fallback);
};

} // namespace herdbook::ui
