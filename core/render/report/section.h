// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/layout/document.h"
#include "core/render/report/reportdata.h"

namespace herdbook::render {

/// One part of a report. To add one: write a class, give it a name in section.cpp's register and list it in a
/// definition there.
class Section
{
public:
    enum class Part { Always, Charts, Tables, Insights }; ///< which of the request's include_ switches it obeys

    virtual ~Section() = default;
    virtual Part part() const { return Part::Always; }
    /// Whether there is something to show; an empty report consists of the sections that say yes.
    virtual bool applies(const ReportData &data) const { return !data.isEmpty(); }
    virtual void add(layout::Document &document, const ReportData &data) const = 0;
};

/// The sections of a request, in order.
std::vector<std::unique_ptr<Section>> sectionsOf(const exports::ExportRequest &request);

/// Lays the report out. Needs a QGuiApplication, any thread.
layout::Document composeReport(const ReportData &data);

std::unique_ptr<Section> makeCover();
std::unique_ptr<Section> makeKeyFigures();
std::unique_ptr<Section> makeFindings();
std::unique_ptr<Section> makeTimeline();
std::unique_ptr<Section> makeHours();
std::unique_ptr<Section> makeLocations();
std::unique_ptr<Section> makeIndividuals();
std::unique_ptr<Section> makeMoonPhase();
std::unique_ptr<Section> makeTables();
std::unique_ptr<Section> makeDataQuality();
std::unique_ptr<Section> makeComparedFigures();
std::unique_ptr<Section> makeComparedCharts();
std::unique_ptr<Section> makeComparedTables();
std::unique_ptr<Section> makeComparedIndividuals();

} // namespace herdbook::render
