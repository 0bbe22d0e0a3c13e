// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/report/section.h"

#include "core/base/sitemoment.h"
#include "core/render/report/words.h"

namespace herdbook::render {

using exports::ExportRequest;
using exports::ReportType;

namespace {

using Maker = std::unique_ptr<Section> (*)();

/// Every section by the name a definition or a custom report calls it.
const QHash<QString, Maker> &knownMakers()
{
    static const QHash<QString, Maker> makers = {{QStringLiteral("cover"), makeCover},
                                                 {QStringLiteral("key_figures"), makeKeyFigures},
                                                 {QStringLiteral("findings"), makeFindings},
                                                 {QStringLiteral("timeline"), makeTimeline},
                                                 {QStringLiteral("hours"), makeHours},
                                                 {QStringLiteral("locations"), makeLocations},
                                                 {QStringLiteral("individuals"), makeIndividuals},
                                                 {QStringLiteral("moon_phase"), makeMoonPhase},
                                                 {QStringLiteral("tables"), makeTables},
                                                 {QStringLiteral("data_quality"), makeDataQuality},
                                                 {QStringLiteral("compared_figures"), makeComparedFigures},
                                                 {QStringLiteral("compared_charts"), makeComparedCharts},
                                                 {QStringLiteral("compared_tables"), makeComparedTables},
                                                 {QStringLiteral("compared_individuals"), makeComparedIndividuals}};
    return makers;
}

QStringList definitionOf(const ExportRequest &request)
{
    switch (request.reportType) {
    case ReportType::SeasonalActivity:
        return {QStringLiteral("cover"),       QStringLiteral("key_figures"), QStringLiteral("findings"),
                QStringLiteral("timeline"),    QStringLiteral("hours"),       QStringLiteral("locations"),
                QStringLiteral("individuals"), QStringLiteral("tables"),      QStringLiteral("data_quality")};
    case ReportType::Comparison:
        return {QStringLiteral("cover"),
                QStringLiteral("compared_figures"),
                QStringLiteral("findings"),
                QStringLiteral("compared_charts"),
                QStringLiteral("compared_individuals"),
                QStringLiteral("compared_tables"),
                QStringLiteral("data_quality")};
    case ReportType::Custom:
        return QStringList(QStringLiteral("cover")) + request.sections;
    }
    return {};
}

bool isIncluded(Section::Part part, const ExportRequest &request)
{
    switch (part) {
    case Section::Part::Always:
        return true;
    case Section::Part::Charts:
        return request.includeCharts;
    case Section::Part::Tables:
        return request.includeTables;
    case Section::Part::Insights:
        return request.includeInsights;
    }
    return true;
}

} // namespace

std::vector<std::unique_ptr<Section>> sectionsOf(const ExportRequest &request)
{
    std::vector<std::unique_ptr<Section>> sections;
    for (const QString &name : definitionOf(request)) {
        const Maker make = knownMakers().value(name);
        std::unique_ptr<Section> section = make != nullptr ? make() : nullptr;
        if (section && isIncluded(section->part(), request))
            sections.push_back(std::move(section));
    }
    return sections;
}

namespace {

layout::Document composed(const ReportData &data, bool tight)
{
    const auto page = data.request.pageSize == exports::PageSize::Letter ? QPageSize::Letter : QPageSize::A4;
    layout::DocumentInfo info;
    info.title = data.title();
    info.subject = QStringLiteral("%1, %2").arg(kindName(data.request.reportType), data.periodText());
    info.headerLeft = data.title();
    info.headerRight = data.periodText();
    info.footer = QStringLiteral("Herdbook \u00b7 made ") + siteMoment(data.made, data.zone);
    if (!data.request.letterhead.footer.isEmpty())
        info.footer = QStringLiteral("%1 \u00b7 %2").arg(data.request.letterhead.footer, info.footer);
    info.made = data.made;
    info.tight = tight;
    layout::Document document(QPageSize(page), info);
    for (const std::unique_ptr<Section> &section : sectionsOf(data.request)) {
        if (section->applies(data))
            section->add(document, data);
    }
    return document;
}

} // namespace

layout::Document composeReport(const ReportData &data)
{
    constexpr qreal NearlyEmpty = 0.25;
    layout::Document document = composed(data, false);
    if (document.pageCount() < 2 || document.lastPageFilled() > NearlyEmpty)
        return document;
    layout::Document tight = composed(data, true);
    return tight.pageCount() < document.pageCount() ? tight : document;
}

} // namespace herdbook::render
