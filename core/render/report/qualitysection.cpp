// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layout/table.h"
#include "core/render/report/section.h"
#include "core/render/report/words.h"
#include "core/render/report/workcalendar.h"
#include "core/season/effort/words.h"

namespace herdbook::render {

using layout::Document;
using layout::Role;
using layout::Table;
using season::SeasonStatistics;

namespace {

/// What the figures rest on, what was left out and how they are made.
class DataQuality : public Section
{
public:
    bool applies(const ReportData &) const override { return true; }
    void add(Document &document, const ReportData &data) const override;
};

/// Why photos couldn't be used for the portraits, in a sentence.
QString photoTrouble(const ReportData &data)
{
    static const QHash<QString, QString> words = {
        {QStringLiteral("photo_missing"), QStringLiteral("missing")},
        {QStringLiteral("photo_unreadable"), QStringLiteral("unreadable")},
        {QStringLiteral("photo_damaged"), QStringLiteral("damaged")},
        {QStringLiteral("photo_too_large"), QStringLiteral("too large")},
        {QStringLiteral("photo_outside"), QStringLiteral("outside the image folder")},
        {QStringLiteral("outside_photo"), QStringLiteral("with the box beside the photo")},
        {QStringLiteral("box_too_small"), QStringLiteral("with a box smaller than half a pixel")},
        {QStringLiteral("bad_box"), QStringLiteral("without a usable box")}};
    QStringList parts;
    int faults = 0;
    for (auto at = data.photoFaults.begin(); at != data.photoFaults.end(); ++at) {
        parts << QStringLiteral("%1 %2").arg(number(*at), words.value(at.key(), at.key()));
        faults += *at;
    }
    const auto without = static_cast<qsizetype>(data.season().mostSeen.size()) - data.portraits.size();
    return QStringLiteral("Portraits: %1 of the %2 photos tried could not be used (%3); %4 of the most-seen deer are "
                          "shown without one.")
        .arg(number(faults), number(data.photosTried), parts.join(QStringLiteral(", ")), number(without));
}

/// What is to be known about the cameras' work, and when they worked (a comparison shows that beside its map).
void addEffort(Document &document, const ReportData &data)
{
    for (const SeasonStatistics &period : data.periods) {
        const QStringList sentences = season::effortSentences(period);
        if (data.isComparison())
            document.heading(period.label, 2);
        document.bullets(sentences);
    }
    if (data.isComparison() || !data.request.includeCharts)
        return;
    addWorkCalendar(document, workCalendarOf(data.periods));
}

void DataQuality::add(Document &document, const ReportData &data) const
{
    struct Line
    {
        QString name;
        std::function<qint64(const SeasonStatistics &)> value;
        std::function<qint64(const SeasonStatistics &)> whole; ///< what a share is of; may be empty
        QString column;                                        ///< without it nothing is known; empty: always known
    };
    const auto photos = [](const SeasonStatistics &s) { return s.quality.photos; };
    const auto detections = [](const SeasonStatistics &s) { return s.detections; };
    const auto days = [](const SeasonStatistics &s) { return qint64{s.dayCount()}; };
    const auto all = [](const SeasonStatistics &s) { return s.detections + s.leftOut.total(); };
    const std::vector<Line> lines = {
        {QStringLiteral("Photos taken"), photos, {}, {}},
        {QStringLiteral("Photos not analyzed yet"), [](const auto &s) { return s.quality.photosWaiting; }, photos,
         QStringLiteral("images.processing_status")},
        {QStringLiteral("Photos whose analysis failed"), [](const auto &s) { return s.quality.photosFailed; }, photos,
         QStringLiteral("images.processing_status")},
        {QStringLiteral("Photos without a location"),
         [](const auto &s) { return s.quality.photosWithoutLocation; },
         photos,
         {}},
        {QStringLiteral("Days without any photo"), [](const auto &s) { return s.quality.daysWithoutPhoto; }, days, {}},
        {QStringLiteral("Detections counted in this report"), detections, all, {}},
        {QStringLiteral("Left out: marked invalid"), [](const auto &s) { return s.leftOut.invalid; }, all,
         QStringLiteral("detections.is_valid")},
        {QStringLiteral("Left out: duplicates"), [](const auto &s) { return s.leftOut.duplicates; }, all,
         QStringLiteral("detections.is_duplicate")},
        {QStringLiteral("Left out: other classes"), [](const auto &s) { return s.leftOut.otherClasses; }, all, {}},
        {QStringLiteral("Matched to a known deer"), [](const auto &s) { return s.quality.identified; }, detections, {}},
        {QStringLiteral("Reviewed by a person"), [](const auto &s) { return s.quality.reviewed; }, detections,
         QStringLiteral("detections.is_reviewed")},
        {QStringLiteral("Class corrected by a person"), [](const auto &s) { return s.quality.corrected; }, detections,
         QStringLiteral("detections.corrected_classification")},
        {QStringLiteral("Confidence below 50%"), [](const auto &s) { return s.quality.lowConfidence; }, detections, {}},
        {QStringLiteral("Without a confidence"), [](const auto &s) { return s.quality.noConfidence; }, detections, {}},
        {QStringLiteral("Confidence outside 0 to 1"),
         [](const auto &s) { return s.quality.confidenceBeyond; },
         detections,
         {}}};
    Table table;
    table.columns.push_back({QString(), Qt::AlignLeft, true, {}});
    // One period has a column for shares, several have them in brackets: there is no room for two columns each.
    for (const SeasonStatistics &period : data.periods)
        table.columns.push_back(
            {data.isComparison() ? period.label : QStringLiteral("Number"), Qt::AlignRight, false, {}});
    if (!data.isComparison())
        table.columns.push_back({QStringLiteral("Share"), Qt::AlignRight, false, {}});
    QStringList none, unknown;
    for (const Line &line : lines) {
        const QString inSentence = line.name.left(1).toLower() + line.name.mid(1);
        if (data.missing.contains(line.column)) {
            unknown << QStringLiteral("%1 (%2 is missing)").arg(inSentence, line.column);
            continue;
        }
        if (std::all_of(data.periods.begin(), data.periods.end(),
                        [&](const SeasonStatistics &period) { return line.value(period) == 0; })) {
            none << inSentence;
            continue;
        }
        layout::Row row{{line.name}, false, {}};
        for (const SeasonStatistics &period : data.periods) {
            const QString share = line.whole ? percentOf(line.value(period), line.whole(period)) : QString();
            const QString count = number(line.value(period));
            if (!data.isComparison())
                row.cells << count << share;
            else
                row.cells << (share.isEmpty() || line.value(period) == 0 ? count
                                                                         : QStringLiteral("%1 (%2)").arg(count, share));
        }
        table.rows.push_back(row);
    }
    // What no line above counts.
    const std::pair<QString, QString> others[] = {
        {QStringLiteral("images.created_at"), QStringLiteral("photos stored long after their dates, or before them")},
        {QStringLiteral("locations"), QStringLiteral("where photos were taken, and which cameras worked")}};
    for (const auto &[column, what] : others) {
        if (data.missing.contains(column))
            unknown << QStringLiteral("%1 (%2 is missing)").arg(what, column);
    }
    document.heading(QStringLiteral("Data quality"));
    addEffort(document, data);
    QStringList notes;
    if (!none.isEmpty())
        notes << QStringLiteral("None: %1.").arg(none.join(QStringLiteral("; ")));
    if (!unknown.isEmpty())
        notes << QStringLiteral("Not known: %1.").arg(unknown.join(QStringLiteral("; ")));
    table.note = notes.join(u' ');
    document.table(table);
    for (const QString &remark : data.remarks)
        document.paragraph(remark + u'.', Role::Label, QColor(layout::ink::text2));
    if (!data.photoFaults.isEmpty())
        document.paragraph(photoTrouble(data), Role::Label, QColor(layout::ink::text2));
    const QStringList advice = {
        QStringLiteral("Days run from midnight to midnight in %1; the first and the last day "
                       "are included. A corrected class counts in place of "
                       "the automatic one; mature, mid and young bucks are bucks. Ratios count "
                       "detections, not animals: an animal that "
                       "passes often counts often.")
            .arg(QString::fromLatin1(data.zone.id())),
        QStringLiteral("Known deer are those the automatic re-identification or a person "
                       "matched to a profile. Where few detections are matched, "
                       "more animals were there than these numbers say."),
        QStringLiteral("A location is one camera; where two share a location, an outage of one of them can't be "
                       "told. It works from "
                       "its first to its last photo of any kind, less the gaps in which it was silent too long for "
                       "its own rhythm; a day with a photo always counts. Rates are detections per 100 "
                       "camera-days."),
        QStringLiteral("Intervals compare weekly counts, so that bursts and repeated visits widen "
                       "them; findings also allow for the number of comparisons made. "
                       "Periods are compared camera by camera, where both are long enough week "
                       "by week of the season (Mantel-Haenszel).")};
    // Whole on one page: a few lines of it alone on a last one are no page.
    qreal height = 0;
    for (const QString &text : advice)
        height += layout::Paragraph(text, layout::font(Role::Label), document.width()).height() + 5;
    document.heading(QStringLiteral("How to read this report"), 2);
    document.keepTogether(height);
    for (const QString &text : advice)
        document.paragraph(text, Role::Label, QColor(layout::ink::text2));
}

} // namespace

std::unique_ptr<Section> makeDataQuality()
{
    return std::make_unique<DataQuality>();
}

} // namespace herdbook::render
