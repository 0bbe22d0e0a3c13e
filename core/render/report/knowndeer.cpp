// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/report/knowndeer.h"

#include "core/exports/exportvalidation.h"
#include "core/render/layout/table.h"
#include "core/render/report/section.h"
#include "core/render/report/words.h"
#include "core/season/effort/words.h"

#include <cmath>

namespace herdbook::render {

using layout::Document;
using layout::Role;
using season::Absence;
using season::IndividualHistory;
using season::SeasonStatistics;

namespace {

constexpr std::size_t MostRows = 80; ///< more are in the ZIP
constexpr qreal StripWidth = 92;

layout::Fill fillOfSex(const QString &sex)
{
    return fillOf(season::animalOf(sex).value_or(season::Animal::Unknown));
}

/// Small bars of a few values, no axis: where the animal was active, not how much.
layout::DrawCell strip(std::vector<double> values, const QColor &color)
{
    return [values = std::move(values), color](QPainter &painter, const QRectF &rect) {
        const double most = std::max(1e-9, *std::max_element(values.begin(), values.end()));
        const qreal width = rect.width() / static_cast<qreal>(values.size());
        const QRectF area = rect.adjusted(0, 2, 0, -2.5);
        painter.setPen(QPen(QColor(layout::ink::border), 0.5));
        painter.drawLine(area.bottomLeft(), area.bottomRight());
        for (std::size_t i = 0; i < values.size(); ++i) {
            const qreal height = area.height() * values[i] / most;
            if (values[i] > 0)
                painter.fillRect(QRectF(area.left() + static_cast<qreal>(i) * width,
                                        area.bottom() - std::max(1.0, height), std::max(0.6, width - 0.4),
                                        std::max(1.0, height)),
                                 color);
        }
    };
}

layout::Column stripColumn(const QString &title, const QString &from, const QString &to)
{
    layout::Column column{title, Qt::AlignLeft, false, {}};
    column.width = StripWidth + 10;
    column.drawTitle = [title, from, to](QPainter &painter, const QRectF &rect) {
        const QFont face = layout::font(Role::Small);
        const QColor ink(layout::ink::text2);
        const qreal line = layout::lineHeight(face);
        const QRectF lower(rect.left(), rect.bottom() - line - 2, rect.width(), line);
        layout::paintLine(painter, lower, from, face, ink);
        layout::paintLine(painter, lower, to, face, ink, Qt::AlignRight);
        layout::paintLine(painter, lower, title, face, ink, Qt::AlignHCenter);
    };
    return column;
}

QString dayOf(const SeasonStatistics &season, int day)
{
    const QDate date = season.start.addDays(day);
    const bool oneYear = season.start.year() == season.end.year();
    return QLocale::c().toString(date, oneYear ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
}

/// The names of the other periods that an animal was seen in.
QStringList seenElsewhere(const IndividualHistory &deer, const std::vector<SeasonStatistics> &periods,
                          const SeasonStatistics &seen)
{
    QStringList names;
    for (const SeasonStatistics &period : periods) {
        if (&period != &seen && std::any_of(period.knownDeer.begin(), period.knownDeer.end(),
                                            [&deer](const IndividualHistory &known) { return known.id == deer.id; }))
            names << period.label;
    }
    return names;
}

/// What each animal that is missing in `other` lets say.
/// @param periods all of the report, these two among them.
void addAbsences(Document &document, const SeasonStatistics &seen, const SeasonStatistics &other,
                 const std::vector<SeasonStatistics> &periods)
{
    const bool isLater = seen.start > other.start;
    const std::vector<Absence> absent = season::absences(seen, other);
    if (absent.empty())
        return;
    document.heading(QStringLiteral("Seen in %1, not in %2").arg(seen.label, other.label), 2);
    layout::Table table;
    table.columns = {{QStringLiteral("Known deer"), Qt::AlignLeft, false, {}},
                     {QStringLiteral("Days seen"), Qt::AlignRight, false, {}},
                     {QStringLiteral("Days expected"), Qt::AlignRight, false, {}},
                     {QStringLiteral("What that says"), Qt::AlignLeft, true, {}}};
    constexpr std::size_t Most = 25;
    for (std::size_t i = 0; i < std::min(absent.size(), Most); ++i) {
        const Absence &one = absent[i];
        QString says = season::absenceText(one);
        const QStringList elsewhere = seenElsewhere(*one.deer, periods, seen);
        if (!elsewhere.isEmpty())
            says += QStringLiteral("; seen in ") + season::listText(elsewhere);
        if (isLater && one.deer->profileMade > other.start)
            says += (elsewhere.isEmpty() ? QStringLiteral("; new, profile made on %1")
                                         : QStringLiteral("; profile made on %1"))
                        .arg(QLocale::c().toString(one.deer->profileMade, QStringLiteral("d MMM yyyy")));
        table.rows.push_back({{one.deer->shownName(), number(static_cast<qint64>(one.deer->days.size())),
                               one.expectedDays ? decimal(*one.expectedDays, 1) : noValue(), says},
                              false,
                              fillOfSex(one.deer->sex)});
    }
    QStringList notes;
    if (isLater)
        notes << QStringLiteral("Older photos may be unsearched for profiles made later.");
    if (absent.size() > Most)
        notes << QStringLiteral("Not listed: %1 more.").arg(absent.size() - Most);
    table.note = notes.join(u' ');
    document.table(table);
}

/// Names of cameras with photos that were stored late, as their clocks may have been wrong.
QStringList doubtfulCameras(const std::vector<SeasonStatistics> &periods)
{
    QStringList names;
    for (const SeasonStatistics &period : periods) {
        for (const season::CameraEffort &camera : period.effort.cameras) {
            if (!camera.late.empty() && !names.contains(camera.name))
                names << camera.name;
        }
    }
    return names;
}

/// Who is new and who was not seen again, with what effort lets say of it.
class ComparedIndividuals : public Section
{
public:
    bool applies(const ReportData &data) const override
    {
        return std::any_of(data.periods.begin(), data.periods.end(),
                           [](const SeasonStatistics &period) { return !period.knownDeer.empty(); });
    }
    void add(Document &document, const ReportData &data) const override;
};

void ComparedIndividuals::add(Document &document, const ReportData &data) const
{
    document.heading(QStringLiteral("Known deer, new and gone"));
    QStringList assigned;
    for (const SeasonStatistics &period : data.periods) {
        if (period.detections == 0)
            continue;
        assigned
            << QStringLiteral("%1 in %2").arg(percentOf(period.quality.identified, period.detections), period.label);
    }
    document.paragraph(
        QStringLiteral("Of the detections %1 are assigned to a known deer. An animal that is not named was "
                       "not recognized; that doesn't mean it is gone. Days are expected from the days at the "
                       "same cameras, their camera-days, and the share assigned.")
            .arg(season::listText(assigned)),
        Role::Body, QColor(layout::ink::text2));
    if (const QStringList names = doubtfulCameras(data.periods); !names.isEmpty())
        document.paragraph(
            QStringLiteral("Photos of %1 may bear dates of another year (see Data quality): then the deer on them are "
                           "counted in the wrong period here, too.")
                .arg(names.size() > 4 ? camerasText(names.size()) : season::listText(names)),
            Role::Body, QColor(layout::ink::text2));
    for (std::size_t i = 1; i < data.periods.size(); ++i) {
        const bool inOrder = data.periods[i - 1].start <= data.periods[i].start;
        const SeasonStatistics &before = data.periods[inOrder ? i - 1 : i];
        const SeasonStatistics &now = data.periods[inOrder ? i : i - 1];
        if (before.start <= now.end && now.start <= before.end)
            continue; // they share days
        const auto both = std::count_if(before.knownDeer.begin(), before.knownDeer.end(), [&](const auto &deer) {
            return std::any_of(now.knownDeer.begin(), now.knownDeer.end(),
                               [&](const auto &other) { return other.id == deer.id; });
        });
        if (const SeasonStatistics *undated = before.isMisdated() ? &before : now.isMisdated() ? &now : nullptr) {
            document.paragraph(
                QStringLiteral("%1 Who is new or gone can't be said.").arg(season::misdatedSentence(*undated)));
            continue;
        }
        document.paragraph(QStringLiteral("%1 known deer in %2, %3 in %4, %5 of them in both.")
                               .arg(number(static_cast<qint64>(before.knownDeer.size())), before.label,
                                    number(static_cast<qint64>(now.knownDeer.size())), now.label, number(both)),
                           Role::Strong);
        const SeasonStatistics *unwatched = before.effort.cameraCount() == 0 ? &before
                                            : now.effort.cameraCount() == 0  ? &now
                                                                             : nullptr;
        if (unwatched != nullptr) {
            const QString why = unwatched->isUnread() ? QStringLiteral("None of the photos of %1 are read yet")
                                                      : QStringLiteral("No camera worked in %1, as far as photos tell");
            document.paragraph(why.arg(unwatched->label) + QStringLiteral(": who is new or gone can't be said."));
            continue;
        }
        addAbsences(document, before, now, data.periods);
        addAbsences(document, now, before, data.periods);
    }
}

} // namespace

void addKnownDeer(Document &document, const SeasonStatistics &season)
{
    if (season.knownDeer.empty())
        return;
    layout::Table table;
    table.columns = {{QStringLiteral("Known deer"), Qt::AlignLeft, true, {}},
                     {QStringLiteral("Detections"), Qt::AlignRight, false, {}},
                     {QStringLiteral("Days"), Qt::AlignRight, false, {}},
                     {QStringLiteral("Locations"), Qt::AlignRight, false, {}},
                     {QStringLiteral("First"), Qt::AlignRight, false, {}},
                     {QStringLiteral("Last"), Qt::AlignRight, false, {}},
                     stripColumn(QStringLiteral("hour"), QStringLiteral("0"), QStringLiteral("24")),
                     stripColumn(QStringLiteral("period"), QString(), QString())};
    const int days = season.dayCount();
    const int parts = std::min(days, 46);
    const std::size_t count = std::min(season.knownDeer.size(), MostRows);
    for (std::size_t i = 0; i < count; ++i) {
        const IndividualHistory &deer = season.knownDeer[i];
        const layout::Fill fill = fillOfSex(deer.sex);
        layout::Row row{{deer.shownName(), number(deer.detections), number(static_cast<qint64>(deer.days.size())),
                         number(deer.placeCount()), dayOf(season, deer.firstDay()), dayOf(season, deer.lastDay())},
                        false,
                        fill};
        row.drawn[6] = strip(std::vector<double>(deer.hours.begin(), deer.hours.end()), fill.color);
        std::vector<double> seen(static_cast<std::size_t>(parts));
        for (const auto &[day, detections] : deer.days)
            seen[static_cast<std::size_t>(day * parts / days)] += static_cast<double>(detections);
        row.drawn[7] = strip(std::move(seen), fill.color);
        table.rows.push_back(std::move(row));
    }
    table.note = QStringLiteral("%1 of the detections are assigned to a known deer; an animal may have been there "
                                "unrecognized.")
                     .arg(percentOf(season.quality.identified, season.detections));
    if (const QString misdated = season::misdatedSentence(season); !misdated.isEmpty())
        table.note += u' ' + misdated;
    if (count < season.knownDeer.size())
        table.note += QStringLiteral(" The %1 with most detections of %2; %3.")
                          .arg(count)
                          .arg(season.knownDeer.size())
                          .arg(season.detections > exports::MaximumDetections
                                   ? QStringLiteral("ZIPs of shorter periods list the others")
                                   : QStringLiteral("a ZIP of the period lists all"));
    document.heading(QStringLiteral("Each known deer"), 2);
    document.table(table);
}

std::unique_ptr<Section> makeComparedIndividuals()
{
    return std::make_unique<ComparedIndividuals>();
}

} // namespace herdbook::render
