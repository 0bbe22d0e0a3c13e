// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/layout/style.h"

#include <QDateTime>
#include <QImage>
#include <QPageSize>
#include <functional>
#include <vector>

namespace herdbook::layout {

struct Table;
class Paragraph;

/// What a reader shows about the file, and what stands at the edges of every page.
struct DocumentInfo
{
    QString title;      ///< plain text, as all text here
    QString subject;    ///< one sentence
    QString headerLeft; ///< running header, from the second page on
    QString headerRight;
    QString footer; ///< beside "Page x of y"
    QDateTime made;
    bool tight = false; ///< less space between blocks and lower charts, to save a page
};

/// Paints one block into its place; called once for each time its page is painted.
using Draw = std::function<void(QPainter &painter, const QRectF &rect)>;

/// A paged document: blocks flow from top to bottom and go to the next page where they don't fit. Pages are kept as
/// drawing instructions, so that the number of pages is known before the first is painted, and one page can be painted
/// alone. Made, used and destroyed by one thread, any thread; the program needs a QGuiApplication for its fonts.
/// Lengths are points.
///
///     Document document(QPageSize(QPageSize::A4), {.title = title, ...});
///     document.heading(tr("Distribution"));
///     document.figure(220, [chart](QPainter &painter, const QRectF &rect) { paintChart(painter, rect, chart); });
///     document.table(table);
///     AtomicFile::write(path, document.pdf());
class Document
{
public:
    Document(const QPageSize &size, DocumentInfo info);

    /// Width of the text area.
    qreal width() const { return m_area.width(); }
    /// The height of a chart that may be lower where the document is tight.
    qreal chartHeight(qreal usual) const { return m_info.tight ? 0.86 * usual : usual; }
    /// How much of the last page is filled, 0..1.
    qreal lastPageFilled() const { return (m_y - m_area.top()) / m_area.height(); }
    /// What is left of the page below the last block.
    qreal remaining() const { return m_area.bottom() - m_y; }

    /// A heading of level 1 (a chapter) or 2, also a bookmark. It stays with the block that follows.
    void heading(const QString &text, int level = 1);
    /// Text that wraps; a long one breaks over pages between lines.
    void paragraph(const QString &text, Role role = Role::Body, const QColor &color = QColor(ink::text));
    /// A list with a mark before each entry, of which a long one breaks over pages, and small print below that stays with the last one.
    void bullets(const QStringList &entries, const QString &note = {});
    /// A block of its own painting over the whole width, kept whole, with small print below. At most a page high.
    void figure(qreal height, Draw draw, const QString &note = {});
    /// Two figures or more beside each other.
    void row(qreal height, const std::vector<Draw> &draws, qreal gap = 16);
    /// A table; it breaks between rows and repeats its header. Keeps a copy.
    void table(const Table &table);
    void space(qreal height);
    void pageBreak();
    /// Begins a new page where less than this is left.
    void keepTogether(qreal height);

    int pageCount() const { return static_cast<int>(m_pages.size()); }
    QSizeF pageSize() const { return m_page; }
    /// Paints one page (from 0) on a device of 72 dots per inch.
    void paint(QPainter &painter, int page) const;
    /// One page as a picture of white paper.
    QImage image(int page, qreal dotsPerInch) const;
    /// The whole as PDF: fonts embedded, vectors, selectable text, bookmarks, metadata.
    QByteArray pdf() const;

private:
    struct Placed
    {
        QRectF rect;
        Draw draw;
    };
    struct Bookmark
    {
        QString text;
        int level;
        int page;
        qreal y;
    };
    using Page = std::vector<Placed>;

    /// Puts a block where it fits with what has to follow it, and with the headings that wait for it.
    void place(qreal height, Draw draw, qreal following = 0);
    /// Small print below a block that was placed with room for it.
    void placeNote(const Paragraph &note);
    qreal waitingHeight() const;
    /// The space below or above a block.
    qreal gap(qreal usual) const { return m_info.tight ? 0.6 * usual : usual; }
    void newPage();
    void putWaiting();

    struct Waiting
    {
        QString text;
        int level;
        qreal before;
        qreal height;
    };

    DocumentInfo m_info;
    QSizeF m_page;
    QRectF m_area;
    qreal m_y;
    std::vector<Page> m_pages;
    std::vector<Waiting> m_waiting;
    std::vector<Bookmark> m_bookmarks;
};

} // namespace herdbook::layout
