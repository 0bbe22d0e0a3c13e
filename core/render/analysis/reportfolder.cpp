// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/analysis/reportfolder.h"

#include "core/base/atomicfile.h"
#include "core/reid/figures.h"
#include "core/reid/output/analysisjson.h"
#include "core/reid/output/textreport.h"
#include "core/reid/output/words.h"
#include "core/reid/text.h"
#include "core/render/analysis/figures.h"
#include "core/render/layout/cards.h"
#include "core/render/layout/figurefile.h"
#include "core/render/layout/table.h"

#include <QDir>
#include <QJsonDocument>

namespace herdbook::render {

namespace {

using layout::Document;
using reid::Analysis;

constexpr QSizeF kFigure(640, 340);

QString qt(const std::string &text)
{
    return QString::fromStdString(text);
}

QString percentOr(std::optional<double> value)
{
    return value ? qt(reid::text::percent(*value)) : QStringLiteral("not known");
}

QString title()
{
    return QStringLiteral("Re-identification threshold analysis");
}

layout::Table numbers(const QStringList &headers)
{
    layout::Table table;
    for (const QString &header : headers)
        table.columns.push_back(
            {header, table.columns.empty() ? Qt::AlignLeft : Qt::AlignRight, table.columns.empty(), {}});
    return table;
}

void addFigures(Document &document, const Analysis &analysis)
{
    const reid::Evaluation now = analysis.inForce();
    const reid::Recommendation &r = analysis.recommendation;
    const QString rate = analysis.counts.detections == 0 ? QStringLiteral("none")
                                                         : percentOr(static_cast<double>(analysis.counts.assigned) /
                                                                     static_cast<double>(analysis.counts.detections));
    layout::addCards(
        document,
        {{QStringLiteral("Detections"), qt(reid::text::count(analysis.counts.detections)),
          QStringLiteral("%1 to match").arg(qt(reid::text::count(analysis.counts.unassignedEligible)))},
         {QStringLiteral("Assigned"), qt(reid::text::count(analysis.counts.assigned)),
          QStringLiteral("%1 of all").arg(rate)},
         {QStringLiteral("In force"), qt(reid::text::score(analysis.options.current)),
          now.wrong ? (analysis.judgesAll()
                           ? QStringLiteral("wrong so far: ")
                           : QStringLiteral("wrong of the %1 that score it: ").arg(qt(reid::text::count(now.added)))) +
                          qt(reid::text::wrongOnes(*now.wrong, *now.wrongUpper))
                    : QStringLiteral("wrong so far: not known")},
         {QStringLiteral("Recommended"), r.threshold ? qt(reid::text::score(*r.threshold)) : QStringLiteral("none"),
          reid::standing(r)}});
}

void addRecommendation(Document &document, const reid::Recommendation &r)
{
    document.heading(QStringLiteral("Recommendation"));
    document.paragraph(qt(r.reason));
    QStringList lines;
    for (const reid::Goal &goal : r.goals)
        lines << reid::goalLine(goal);
    lines << reid::sentences(r);
    document.bullets(lines);
}

void addSweep(Document &document, const Analysis &analysis)
{
    document.heading(QStringLiteral("Tested thresholds"));
    layout::Table table = numbers(reid::sweepHeaders());
    for (const reid::Evaluation &e : reid::toldSweep(analysis))
        table.rows.push_back({reid::sweepCells(e), e.threshold == analysis.recommendation.threshold, {}});
    document.table(table);
    document.paragraph(
        QStringLiteral(
            "Rates are of all %1 detections. Wrong is the estimated wrong share of the new assignments; at most is its "
            "upper %2 bound.")
            .arg(qt(reid::text::count(analysis.counts.detections)), percentOr(reid::kConfidence)),
        layout::Role::Small, QColor(layout::ink::text2));
}

void addDiagnosis(Document &document, const Analysis &analysis)
{
    document.heading(QStringLiteral("Why so few are assigned"));
    layout::Table funnel = numbers({QStringLiteral("Step"), QStringLiteral("Remaining"), QStringLiteral("Lost")});
    const std::vector<reid::FunnelStep> steps = analysis.funnel(analysis.options.current);
    for (const reid::FunnelStep &step : steps)
        funnel.rows.push_back(
            {{qt(step.title), qt(reid::text::count(step.remaining)), qt(reid::text::count(step.lost))}, false, {}});
    document.table(funnel);
    if (const QString outside = reid::assignedOutsideFunnel(analysis, steps.back().remaining); !outside.isEmpty())
        document.paragraph(outside);

    document.heading(QStringLiteral("Is the data sound?"));
    layout::Table checks;
    checks.columns = {{QStringLiteral("Check"), Qt::AlignLeft, false, {}},
                      {QStringLiteral("Result"), Qt::AlignLeft, false, {}},
                      {QStringLiteral("Detail"), Qt::AlignLeft, true, {}}};
    for (const reid::Check &check : analysis.integrity) {
        const QString outcome = check.outcome == reid::Check::Outcome::Pass   ? QStringLiteral("ok")
                                : check.outcome == reid::Check::Outcome::Warn ? QStringLiteral("warning")
                                : check.outcome == reid::Check::Outcome::Fail ? QStringLiteral("failed")
                                                                              : QStringLiteral("not applicable");
        checks.rows.push_back(
            {{qt(check.title), outcome, qt(check.fix.empty() ? check.detail : check.detail + " " + check.fix)},
             false,
             {}});
    }
    document.table(checks);
    document.paragraph(reid::suspects(analysis));
}

void addClusters(Document &document, const Analysis &analysis)
{
    document.heading(QStringLiteral("Natural clusters"));
    document.paragraph(QStringLiteral("Description only; no threshold follows from it."), layout::Role::Small,
                       QColor(layout::ink::text2));
    QStringList lines;
    if (analysis.clusters.valleys.empty())
        lines << qt(reid::noBreakText(analysis.clusters)) + u'.';
    for (const reid::Valley &valley : analysis.clusters.valleys)
        lines << QStringLiteral("A valley at %1, %2 deep, %3 of the scores under it.")
                     .arg(qt(reid::text::score(valley.at)), percentOr(valley.depth), percentOr(valley.below));
    if (analysis.clusters.bestK > 0) {
        const reid::Mixture &best = analysis.clusters.mixtures[static_cast<std::size_t>(analysis.clusters.bestK) - 1];
        QStringList parts;
        for (const reid::Component &c : best.components)
            parts << QStringLiteral("%1 about %2 (sd %3)")
                         .arg(percentOr(c.weight), qt(reid::text::score(c.mean)), qt(reid::text::score(c.sd)));
        lines << QStringLiteral("The mixture with the least BIC has %1: %2.")
                     .arg(best.components.size())
                     .arg(parts.join(QStringLiteral(", ")));
    }
    if (analysis.clusters.otsu)
        lines << QStringLiteral("Otsu's split: %1.").arg(qt(reid::text::score(analysis.clusters.otsu->at)));
    document.bullets(lines);
}

void addGroups(Document &document, const QString &heading, const std::vector<reid::Group> &groups,
               const std::vector<double> &thresholds)
{
    document.heading(heading);
    QStringList headers{QStringLiteral("Name"), QStringLiteral("Detections"), QStringLiteral("Assigned")};
    for (const double threshold : thresholds)
        headers << QStringLiteral("New at ") + qt(reid::text::score(threshold));
    layout::Table table = numbers(headers);
    for (const reid::Group &group : groups) {
        QStringList cells{group.name.empty() ? QStringLiteral("(none)") : qt(group.name),
                          qt(reid::text::count(group.detections)), qt(reid::text::count(group.assigned))};
        for (const double threshold : thresholds)
            cells << qt(reid::text::count(group.added(reid::thresholdTicks(threshold))));
        table.rows.push_back({cells, false, {}});
    }
    document.table(table);
}

void addSeparation(Document &document, const Analysis &analysis)
{
    std::vector<layout::Draw> figures;
    if (analysis.separation)
        figures.emplace_back([&analysis](QPainter &painter, const QRectF &rect) { paintDet(painter, rect, analysis); });
    if (!analysis.profileSimilarity.empty())
        figures.emplace_back(
            [&analysis](QPainter &painter, const QRectF &rect) { paintLikeness(painter, rect, analysis); });
    if (figures.empty())
        return;
    document.heading(QStringLiteral("Are animals told apart?"));
    document.row(235, figures);
    if (const auto &s = analysis.separation)
        document.paragraph(
            QStringLiteral(
                "AUC %1, d' %2, equal error rate %3, from %4 genuine and %5 impostor scores. The genuine ones are "
                "those of assigned detections, so weak matches are missing among them: all of this flatters.")
                .arg(QString::number(s->auc, 'f', 4), QString::number(s->dPrime, 'f', 2), percentOr(s->equalErrorRate),
                     qt(reid::text::count(s->genuine)), qt(reid::text::count(s->impostors))),
            layout::Role::Small, QColor(layout::ink::text2));
}

void addSexes(Document &document, const Analysis &analysis)
{
    document.heading(QStringLiteral("By sex"));
    const double at = analysis.recommendation.threshold.value_or(analysis.options.current);
    layout::Table table = numbers({QStringLiteral("Sex"), QStringLiteral("Profiles"), QStringLiteral("Detections"),
                                   QStringLiteral("Assigned"), QStringLiteral("New at ") + qt(reid::text::score(at)),
                                   QStringLiteral("Wrong"), QStringLiteral("At most"), QStringLiteral("Evidence")});
    std::vector<layout::Draw> figures;
    for (const reid::Sex sex : reid::kAllSexes) {
        const reid::SexResult &result = analysis.bySex[static_cast<std::size_t>(sex)];
        if (result.profiles == 0 && result.layers.unassigned.empty())
            continue;
        const reid::Evaluation e = result.curves.at(at);
        table.rows.push_back(
            {{qt(std::string(name(sex))), QString::number(result.profiles),
              qt(reid::text::count(result.curves.detections)), qt(reid::text::count(result.curves.assigned)),
              u'+' + qt(reid::text::count(e.added)), reid::estimateOr(e.fdr, e),
              e.fdrUpper ? qt(reid::text::atMost(*e.fdrUpper)) : percentOr({}),
              qt(std::string(name(analysis.strength(sex))))},
             false,
             {}});
        figures.emplace_back(
            [&analysis, sex](QPainter &painter, const QRectF &rect) { paintHistogram(painter, rect, analysis, sex); });
    }
    document.table(table);
    for (std::size_t first = 0; first < figures.size(); first += 2)
        document.row(150, {figures.begin() + static_cast<std::ptrdiff_t>(first),
                           figures.begin() + static_cast<std::ptrdiff_t>(std::min(figures.size(), first + 2))});
}

} // namespace

QByteArray analysisPdf(const Analysis &analysis, const QTimeZone &zone)
{
    const QString made = reid::madeText(analysis, zone);
    Document document(QPageSize(QPageSize::A4),
                      {title(), QStringLiteral("Which similarity threshold is right, and why"), title(), made,
                       QStringLiteral("Herdbook, seed %1").arg(analysis.options.seed),
                       QDateTime::fromString(qt(analysis.madeAt), Qt::ISODateWithMs)});
    document.paragraph(title(), layout::Role::Title);
    document.paragraph(QStringLiteral("Made %1 from %2.").arg(made, qt(analysis.source)), layout::Role::Small,
                       QColor(layout::ink::text2));
    if (!analysis.recommendation.whySoFew.empty())
        document.paragraph(qt(analysis.recommendation.whySoFew), layout::Role::Strong);
    addFigures(document, analysis);
    addRecommendation(document, analysis.recommendation);
    document.heading(QStringLiteral("Distribution"));
    document.figure(250,
                    [&analysis](QPainter &painter, const QRectF &rect) { paintHistogram(painter, rect, analysis); });
    addSweep(document, analysis);
    document.heading(QStringLiteral("Trade-off"));
    document.figure(150, [&analysis](QPainter &painter, const QRectF &rect) { paintRates(painter, rect, analysis); });
    document.figure(210, [&analysis](QPainter &painter, const QRectF &rect) { paintErrors(painter, rect, analysis); });
    addSeparation(document, analysis);
    addSexes(document, analysis);
    addDiagnosis(document, analysis);
    addClusters(document, analysis);
    const std::vector<double> &thresholds = analysis.options.thresholds;
    const std::vector<double> shown(thresholds.begin(),
                                    thresholds.begin() +
                                        static_cast<std::ptrdiff_t>(std::min<std::size_t>(thresholds.size(), 5)));
    addGroups(document, QStringLiteral("By class"), analysis.byClass, shown);
    addGroups(document, QStringLiteral("By location"), analysis.byLocation, shown);
    return document.pdf();
}

Result<void> writeReportFolder(const QString &folder, const Analysis &analysis, const QTimeZone &zone)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::Storage, QStringLiteral("Can't make the folder %1").arg(folder)};
    const QDir dir(QDir(folder).absolutePath());
    const auto histogram = [&analysis](QPainter &painter, const QRectF &rect) {
        paintHistogram(painter, rect, analysis);
    };
    if (auto done = AtomicFile::write(dir.filePath(QStringLiteral("analysis.json")),
                                      QJsonDocument(reid::toJson(analysis)).toJson());
        !done)
        return done;
    if (auto done = AtomicFile::write(dir.filePath(QStringLiteral("sweep.csv")), reid::sweepCsv(analysis)); !done)
        return done;
    if (auto done =
            AtomicFile::write(dir.filePath(QStringLiteral("report.md")), reid::markdown(analysis, zone).toUtf8());
        !done)
        return done;
    if (auto done = layout::writeFigurePng(dir.filePath(QStringLiteral("histogram.png")), kFigure, 150, histogram);
        !done)
        return done;
    if (auto done = layout::writeFigureSvg(dir.filePath(QStringLiteral("histogram.svg")), kFigure, title(), histogram);
        !done)
        return done;
    return AtomicFile::write(dir.filePath(QStringLiteral("report.pdf")), analysisPdf(analysis, zone));
}

} // namespace herdbook::render
