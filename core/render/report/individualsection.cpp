// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/report/knowndeer.h"
#include "core/render/report/section.h"
#include "core/render/report/words.h"

namespace herdbook::render {

using layout::Document;
using layout::Role;
using season::IndividualStatistics;

namespace {

constexpr int PerRow = 4;
constexpr qreal Gap = 10;
constexpr qreal PhotoHeight = 84;

/// The deer that were seen most, with photo.
class Individuals : public Section
{
public:
    /// Who asked for this section by name is told where it has nothing to show.
    bool applies(const ReportData &data) const override
    {
        return !data.season().mostSeen.empty() ||
               (data.request.reportType == exports::ReportType::Custom && !data.isEmpty());
    }
    void add(Document &document, const ReportData &data) const override;
};

QString nameOf(const IndividualStatistics &deer)
{
    return deer.name.isEmpty() ? QStringLiteral("Deer ") + deer.id.left(8) : deer.name;
}

/// The photo fills its frame; what sticks out is cut.
void paintPortrait(QPainter &painter, const QRectF &frame, const QImage &portrait)
{
    painter.fillRect(frame, QColor(layout::ink::grid));
    if (portrait.isNull()) {
        layout::paintLine(painter, frame, QStringLiteral("no photo"), layout::font(Role::Small),
                          QColor(layout::ink::text2), Qt::AlignHCenter);
        return;
    }
    const QSizeF size = QSizeF(portrait.size()).scaled(frame.size(), Qt::KeepAspectRatioByExpanding);
    const qreal scale = portrait.width() / size.width();
    const QRectF source(QPointF((size.width() - frame.width()) / 2, (size.height() - frame.height()) / 2) * scale,
                        frame.size() * scale);
    painter.drawImage(frame, portrait.copy(source.toRect()));
}

void paintDeer(QPainter &painter, const QRectF &rect, const IndividualStatistics &deer, const QImage &portrait)
{
    const QRectF frame(rect.left(), rect.top(), rect.width(), PhotoHeight);
    paintPortrait(painter, frame, portrait);
    const qreal line = layout::lineHeight(layout::font(Role::Label));
    QRectF text(rect.left(), frame.bottom() + 4, rect.width(), line);
    layout::paintFill(painter, QRectF(text.left() + 0.5, text.center().y() - 3.5, 7, 7), fillOf(deer.sex));
    layout::paintLine(painter, text.adjusted(12, 0, 0, 0), nameOf(deer), layout::font(Role::Strong),
                      QColor(layout::ink::text));
    text.translate(0, line);
    const QString seen =
        deer.sightings == 1 ? QStringLiteral("1 sighting") : QStringLiteral("%1 sightings").arg(number(deer.sightings));
    const QString places =
        deer.locations == 1 ? QStringLiteral("1 location") : QStringLiteral("%1 locations").arg(deer.locations);
    layout::paintLine(painter, text, seen + QStringLiteral(", ") + places, layout::font(Role::Label),
                      QColor(layout::ink::text2));
    text.translate(0, line);
    const QString first = QLocale::c().toString(deer.first, QStringLiteral("d MMM yyyy"));
    const QString last = QLocale::c().toString(deer.last, QStringLiteral("d MMM yyyy"));
    layout::paintLine(painter, text, deer.first == deer.last ? first : first + QStringLiteral(" \u2013 ") + last,
                      layout::font(Role::Small), QColor(layout::ink::text2));
}

void Individuals::add(Document &document, const ReportData &data) const
{
    const std::vector<IndividualStatistics> &deer = data.season().mostSeen;
    document.heading(QStringLiteral("Most-seen deer"));
    if (deer.empty()) {
        document.paragraph(data.season().quality.misdatedSightings > 0
                               ? QStringLiteral("All detections of this period that are assigned to a known deer bear "
                                                "impossible dates: when the animals were there isn't known.")
                               : QStringLiteral("No detection of this period is assigned to a known deer."));
        return;
    }
    const qreal height = PhotoHeight + 4 + 3 * layout::lineHeight(layout::font(Role::Label)) + 4;
    const QString note = QStringLiteral("Sightings are detections matched to a known deer: %1 of %2 in this period.")
                             .arg(number(data.season().quality.identified), number(data.season().detections));
    for (std::size_t first = 0; first < deer.size(); first += PerRow) {
        const std::vector<IndividualStatistics> row(
            deer.begin() + static_cast<std::ptrdiff_t>(first),
            deer.begin() + static_cast<std::ptrdiff_t>(std::min(deer.size(), first + PerRow)));
        const auto draw = [row, portraits = data.portraits](QPainter &painter, const QRectF &rect) {
            const qreal width = (rect.width() - Gap * (PerRow - 1)) / PerRow;
            for (std::size_t i = 0; i < row.size(); ++i) {
                const QRectF place(rect.left() + static_cast<qreal>(i) * (width + Gap), rect.top(), width,
                                   rect.height());
                paintDeer(painter, place, row[i], portraits.value(row[i].id));
            }
        };
        document.figure(height, draw, first + PerRow < deer.size() ? QString() : note);
    }
    addKnownDeer(document, data.season());
}

} // namespace

std::unique_ptr<Section> makeIndividuals()
{
    return std::make_unique<Individuals>();
}

} // namespace herdbook::render
