// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layout/document.h"

#include "core/base/version.h"
#include "core/render/layout/paragraph.h"
#include "core/render/layout/pdfoutline.h"
#include "core/render/layout/table.h"

#include <QBuffer>
#include <QPdfWriter>

namespace herdbook::layout {

namespace {

constexpr qreal SideMargin = 48;
constexpr qreal TopMargin = 58;
constexpr qreal FirstTopMargin = 44;
constexpr qreal BottomMargin = 54;
constexpr std::size_t KeptRows = 14; // tables of no more rows don't break where a page can hold them
constexpr std::size_t LeastRows = 3; // of a table before it breaks
constexpr qreal MostEmpty = 0.3;     // of a page
constexpr qreal NoteGap = 3;
constexpr int HeadingLines = 2;

/// What small print takes below a block.
qreal heightOf(const Paragraph &note)
{
    return note.isEmpty() ? 0 : NoteGap + note.height();
}

} // namespace

Document::Document(const QPageSize &size, DocumentInfo info)
    : m_info(std::move(info)), m_page(size.size(QPageSize::Point)),
      m_area(SideMargin, TopMargin, m_page.width() - 2 * SideMargin, m_page.height() - TopMargin - BottomMargin),
      m_y(FirstTopMargin), m_pages(1)
{
}

void Document::newPage()
{
    m_pages.emplace_back();
    m_y = m_area.top();
}

void Document::pageBreak()
{
    if (!m_pages.back().empty())
        newPage();
}

void Document::space(qreal height)
{
    if (!m_pages.back().empty())
        m_y += height;
}

void Document::keepTogether(qreal height)
{
    if (waitingHeight() + height > remaining())
        pageBreak();
}

qreal Document::waitingHeight() const
{
    qreal height = 0;
    for (const Waiting &waiting : m_waiting)
        height += waiting.before + waiting.height;
    return height;
}

void Document::heading(const QString &text, int level)
{
    const QFont face = font(level == 1 ? Role::Heading : Role::Subheading);
    const qreal height = Paragraph(text, face, width(), HeadingLines).height();
    m_waiting.push_back({text, level, gap(level == 1 ? 16 : 10), height + (level == 1 ? 5.0 : 3.0)});
}

void Document::putWaiting()
{
    for (const Waiting &waiting : m_waiting) {
        if (!m_pages.back().empty())
            m_y += waiting.before;
        m_bookmarks.push_back({waiting.text, waiting.level, pageCount() - 1, m_y});
        const QFont face = font(waiting.level == 1 ? Role::Heading : Role::Subheading);
        const QColor color(waiting.level == 1 ? ink::accent : ink::text);
        const Paragraph line(waiting.text, face, width(), HeadingLines);
        const auto draw = [line, color](QPainter &painter, const QRectF &rect) {
            line.paint(painter, rect.topLeft(), color);
        };
        m_pages.back().push_back({QRectF(m_area.left(), m_y, width(), waiting.height), draw});
        m_y += waiting.height;
    }
    m_waiting.clear();
}

void Document::place(qreal height, Draw draw, qreal following)
{
    keepTogether(height + following);
    putWaiting();
    m_pages.back().push_back({QRectF(m_area.left(), m_y, width(), height), std::move(draw)});
    m_y += height;
}

void Document::placeNote(const Paragraph &note)
{
    if (note.isEmpty())
        return;
    m_y += NoteGap;
    place(note.height(),
          [note](QPainter &painter, const QRectF &rect) { note.paint(painter, rect.topLeft(), QColor(ink::text2)); });
}

void Document::figure(qreal height, Draw draw, const QString &note)
{
    const Paragraph below(note, font(Role::Small), width());
    place(height, std::move(draw), heightOf(below));
    placeNote(below);
    m_y += gap(8);
}

void Document::row(qreal height, const std::vector<Draw> &draws, qreal gap)
{
    figure(height, [draws, gap](QPainter &painter, const QRectF &rect) {
        const auto count = static_cast<qreal>(draws.size());
        const qreal each = (rect.width() - gap * (count - 1)) / count;
        for (std::size_t i = 0; i < draws.size(); ++i)
            draws[i](painter,
                     QRectF(rect.left() + static_cast<qreal>(i) * (each + gap), rect.top(), each, rect.height()));
    });
}

void Document::paragraph(const QString &text, Role role, const QColor &color)
{
    const Paragraph lines(text, font(role), width());
    for (int line = 0; line < lines.lineCount(); ++line) {
        // Two lines stay together at either end of a page.
        const bool first = line == 0 && lines.lineCount() > 1;
        const int count = first ? 2 : 1;
        place(lines.lineHeight() * count, [lines, line, count, color](QPainter &painter, const QRectF &rect) {
            lines.paint(painter, rect.topLeft(), color, line, count);
        });
        line += count - 1;
    }
    m_y += gap(5);
}

void Document::bullets(const QStringList &entries, const QString &note)
{
    if (entries.isEmpty())
        return;
    constexpr qreal Indent = 14;
    constexpr qreal Gap = 4;
    const Paragraph below(note, font(Role::Small), width());
    for (const QString &entry : entries) {
        const Paragraph lines(entry, font(Role::Body), width() - Indent);
        // A short entry stays whole; one that could be longer than a page is placed in parts.
        const int most = std::max(1, static_cast<int>(m_area.height() / 3 / lines.lineHeight()));
        for (int line = 0; line < lines.lineCount(); line += most) {
            const int count = std::min(most, lines.lineCount() - line);
            const bool isLast = &entry == &entries.back() && line + count == lines.lineCount();
            const auto draw = [lines, line, count](QPainter &painter, const QRectF &rect) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(QColor(ink::accent));
                if (line == 0)
                    painter.drawRect(QRectF(rect.left() + 2, rect.top() + lines.lineHeight() / 2 - 1.6, 3.6, 3.6));
                lines.paint(painter, rect.topLeft() + QPointF(Indent, 0), QColor(ink::text), line, count);
            };
            place(lines.lineHeight() * count, draw, isLast ? Gap + heightOf(below) : 0);
        }
        m_y += Gap;
    }
    placeNote(below);
}

void Document::table(const Table &table)
{
    if (table.rows.empty())
        return;
    const auto shared = std::make_shared<const TableLayout>(table, width());
    const Paragraph below(table.note, font(Role::Small), width());
    const std::size_t count = table.rows.size();
    const auto height = [&](std::size_t from, std::size_t to) {
        return shared->height(from, to) + (to == count ? heightOf(below) : 0);
    };
    std::size_t row = 0;
    while (row < count) {
        // A short table stays whole, unless that would leave a large part of the page empty.
        const bool whole = count <= KeptRows && remaining() < MostEmpty * m_area.height();
        keepTogether(height(row, std::min(count, row + (whole ? KeptRows : LeastRows))));
        std::size_t end = std::min(count, row + 1);
        while (end < count && waitingHeight() + height(row, end + 1) <= remaining())
            ++end;
        place(shared->height(row, end), [shared, row, end](QPainter &painter, const QRectF &rect) {
            shared->paint(painter, rect.topLeft(), row, end);
        });
        row = end;
    }
    placeNote(below);
    m_y += gap(8);
}

void Document::paint(QPainter &painter, int page) const
{
    const QFont small = font(Role::Small);
    const QColor gray(ink::text2);
    const qreal line = lineHeight(small);
    if (page > 0) {
        const QRectF header(m_area.left(), 30, width(), line);
        const qreal right = std::min(textWidth(small, m_info.headerRight), width() / 2);
        paintLine(painter, header.adjusted(0, 0, -right - 16, 0), m_info.headerLeft, small, gray);
        paintLine(painter, header.adjusted(width() - right, 0, 0, 0), m_info.headerRight, small, gray, Qt::AlignRight);
        painter.setPen(QPen(QColor(ink::border), 0.6));
        painter.drawLine(QPointF(m_area.left(), 46), QPointF(m_area.right(), 46));
    }
    for (const Placed &placed : m_pages[static_cast<std::size_t>(page)]) {
        painter.save();
        placed.draw(painter, placed.rect);
        painter.restore();
    }
    const QRectF footer(m_area.left(), m_page.height() - 38, width(), line);
    const QString number = QStringLiteral("Page %1 of %2").arg(page + 1).arg(pageCount());
    paintLine(painter, footer.adjusted(0, 0, -90, 0), m_info.footer, small, gray);
    paintLine(painter, footer, number, small, gray, Qt::AlignRight);
}

QImage Document::image(int page, qreal dotsPerInch) const
{
    const qreal scale = dotsPerInch / 72;
    QImage image((m_page * scale).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(2835);
    image.setDotsPerMeterY(2835);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    painter.scale(scale, scale);
    paint(painter, page);
    return image;
}

QByteArray Document::pdf() const
{
    QByteArray bytes;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        writer.setResolution(72);
        writer.setPageLayout(QPageLayout(QPageSize(m_page, QPageSize::Point, {}, QPageSize::ExactMatch),
                                         QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
        writer.setTitle(m_info.title);
        writer.setCreator(QStringLiteral("Herdbook ") + version());
        QPainter painter(&writer);
        for (int page = 0; page < pageCount(); ++page) {
            if (page > 0)
                writer.newPage();
            paint(painter, page);
        }
    }
    std::vector<OutlineEntry> outline;
    for (const Bookmark &mark : m_bookmarks)
        outline.push_back({mark.text, mark.level, mark.page, m_page.height() - mark.y + 12});
    return withOutline(bytes, outline, {m_info.title, m_info.subject, m_info.made});
}

} // namespace herdbook::layout
