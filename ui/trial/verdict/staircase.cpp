// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/verdict/staircase.h"

#include "core/trial/certify/progress.h"
#include "core/trial/review/words.h"
#include "ui/widgets/labels/labelplaces.h"
#include "ui/widgets/style/tokens.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace herdbook::trial {

Staircase::Staircase(QWidget *parent) : QWidget(parent)
{
    setLayoutDirection(Qt::LeftToRight); // in every language
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Staircase::setCertificate(const CertificateRecord &certificate)
{
    m_certificate = certificate;
    QStringList steps;
    for (const CertificateRecord::Level &level : certificate.levels) {
        if (level.looks > 0)
            steps << tr("%1 after %2 looks: %3 detections")
                         .arg(Words::threshold(reid::fromTicks(level.ticks)))
                         .arg(level.looks)
                         .arg(level.items);
    }
    setAccessibleName(steps.isEmpty() ? tr("Nothing certified") : steps.join(QStringLiteral("; ")));
    update();
}

void Staircase::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeTokens &tokens = themeTokens(this);
    const QRectF area = QRectF(rect()).adjusted(56, 22, -24, -38);
    std::vector<const CertificateRecord::Level *> steps;
    int items = 20;
    for (const CertificateRecord::Level &level : m_certificate.levels) {
        if (level.looks > 0) {
            steps.push_back(&level);
            items = std::max(items, level.items);
        }
    }
    const int lastLook = std::max(kBudget, (m_certificate.looks + 24) / 25 * 25);
    const double power = std::pow(10, std::floor(std::log10(items)));
    const double top = std::ceil(items * 1.1 / power) * power;
    const auto x = [&](double looks) { return area.left() + area.width() * looks / lastLook; };
    const auto y = [&](double count) { return area.bottom() - area.height() * count / top; };
    painter.setFont(textFont(TextRole::Label));
    for (int i = 0; i <= 2; ++i) {
        const double value = top * i / 2;
        painter.setPen(QPen(tokens.grid, 1));
        painter.drawLine(QPointF(area.left(), y(value)), QPointF(area.right(), y(value)));
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(0, y(value) - 9, area.left() - 8, 18), Qt::AlignRight | Qt::AlignVCenter,
                         QLocale().toString(std::lround(value)));
    }
    for (int looks = 0; looks <= lastLook; looks += 25)
        painter.drawText(QRectF(x(looks) - 25, area.bottom() + 4, 50, 16), Qt::AlignCenter, QString::number(looks));
    painter.drawText(QRectF(area.left(), area.bottom() + 20, area.width(), 16), Qt::AlignCenter, tr("looks"));
    if (steps.empty())
        return;
    QPolygonF line{QPointF(x(steps.front()->looks), area.bottom())};
    for (const CertificateRecord::Level *step : steps) {
        line << QPointF(x(step->looks), line.last().y()) << QPointF(x(step->looks), y(step->items));
    }
    line << QPointF(x(m_certificate.looks), line.last().y());
    QPolygonF fill = line;
    fill << QPointF(line.last().x(), area.bottom());
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.rateFill);
    painter.drawPolygon(fill);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.rateLine, 2));
    painter.drawPolyline(line);
    for (const CertificateRecord::Level *step : steps) {
        const bool last = step == steps.back();
        painter.setPen(QPen(last ? tokens.ok : tokens.rateLine, 1.6));
        painter.setBrush(last ? tokens.ok : tokens.surface);
        painter.drawEllipse(QPointF(x(step->looks), y(step->items)), last ? 5 : 3.5, last ? 5 : 3.5);
    }
    // Left of a step there is nothing yet; right of the last one nothing any more.
    const auto label = [&](const CertificateRecord::Level &step, bool last) {
        const QString text = tr("%1 after %2").arg(Words::threshold(reid::fromTicks(step.ticks))).arg(step.looks);
        const TextRole role = last ? TextRole::LabelStrong : TextRole::Label;
        const QSizeF size = labelSize(text, role);
        const QPointF at(x(step.looks), y(step.items));
        const QRectF left(QPointF(at.x() - 10 - size.width(), at.y() - 20), size);
        const QRectF right(QPointF(at.x() + 10, at.y() - 20), size);
        const QRectF below(QPointF(at.x() + 10, at.y() + 4), size);
        return ChartLabel{text, role, last ? &ThemeTokens::ok : &ThemeTokens::text,
                          last ? std::vector{right, left, below} : std::vector{left, below}, nullptr};
    };
    std::vector<ChartLabel> labels{label(*steps.back(), true)};
    if (steps.size() > 1)
        labels.push_back(label(*steps.front(), false));
    paintChartLabels(painter, tokens, QRectF(area.left(), 0, width() - area.left(), area.bottom()), labels);
}

} // namespace herdbook::trial
