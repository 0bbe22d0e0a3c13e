// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layout/pdfoutline.h"

#include <QRegularExpression>
#include <map>
#include <optional>

namespace herdbook::layout {

namespace {

/// A text string as UTF-16BE with its mark, in hexadecimal: nothing to escape.
QByteArray textString(const QString &text)
{
    QByteArray bytes("\xFE\xFF");
    for (const QChar c : text) {
        bytes.append(static_cast<char>(c.unicode() >> 8));
        bytes.append(static_cast<char>(c.unicode() & 0xff));
    }
    return '<' + bytes.toHex() + '>';
}

QByteArray reference(int object)
{
    return QByteArray::number(object) + " 0 R";
}

/// What the update needs to know of the file.
struct Structure
{
    int root = 0;
    int info = 0;
    int size = 0;
    qint64 xref = 0;
    QByteArray catalog; ///< the inside of its dictionary
    QList<int> pages;   ///< their objects, in order
};

QByteArray objectText(const QByteArray &pdf, int object)
{
    const QByteArray begin = '\n' + QByteArray::number(object) + " 0 obj";
    const qsizetype at = pdf.indexOf(begin);
    const qsizetype end = at < 0 ? -1 : pdf.indexOf("endobj", at);
    return end < 0 ? QByteArray() : pdf.mid(at + begin.size(), end - at - begin.size());
}

int firstNumber(const QByteArray &text, const char *pattern)
{
    const QRegularExpressionMatch match =
        QRegularExpression(QString::fromLatin1(pattern)).match(QString::fromLatin1(text));
    return match.hasMatch() ? match.captured(1).toInt() : 0;
}

std::optional<Structure> structureOf(const QByteArray &pdf)
{
    Structure file;
    const QByteArray tail = pdf.mid(pdf.lastIndexOf("\ntrailer"));
    file.root = firstNumber(tail, "/Root (\\d+) 0 R");
    file.info = firstNumber(tail, "/Info (\\d+) 0 R");
    file.size = firstNumber(tail, "/Size (\\d+)");
    file.xref = firstNumber(tail, "startxref\\s+(\\d+)");
    const QByteArray catalog = objectText(pdf, file.root).trimmed();
    const int pageTree = firstNumber(catalog, "/Pages (\\d+) 0 R");
    const QByteArray kids = objectText(pdf, pageTree);
    if (file.size == 0 || file.xref == 0 || !catalog.startsWith("<<") || !catalog.endsWith(">>") || kids.isEmpty())
        return std::nullopt;
    file.catalog = catalog.mid(2, catalog.size() - 4);
    const qsizetype open = kids.indexOf('[');
    static const QRegularExpression kid(QStringLiteral("(\\d+) 0 R"));
    const QString list = QString::fromLatin1(kids.mid(open, kids.indexOf(']') - open));
    for (auto match = kid.globalMatch(list); match.hasNext();)
        file.pages.push_back(match.next().captured(1).toInt());
    return file;
}

/// Links of one entry to its neighbors, as indexes; -1 for none (the outline itself for `parent`).
struct Links
{
    int parent = -1;
    int previous = -1;
    int next = -1;
    int first = -1;
    int last = -1;
    int count = 0;
};

std::vector<Links> linksOf(const std::vector<OutlineEntry> &entries)
{
    std::vector<Links> links(entries.size() + 1); // the last stands for the outline itself
    Links &root = links.back();
    std::vector<int> open; // the path of entries to the last one
    for (int i = 0; i < static_cast<int>(entries.size()); ++i) {
        const OutlineEntry &entry = entries[static_cast<std::size_t>(i)];
        while (!open.empty() && entries[static_cast<std::size_t>(open.back())].level >= entry.level)
            open.pop_back();
        Links &mine = links[static_cast<std::size_t>(i)];
        mine.parent = open.empty() ? -1 : open.back();
        Links &parent = open.empty() ? root : links[static_cast<std::size_t>(open.back())];
        mine.previous = parent.last;
        if (parent.last >= 0)
            links[static_cast<std::size_t>(parent.last)].next = i;
        else
            parent.first = i;
        parent.last = i;
        ++parent.count;
        open.push_back(i);
    }
    return links;
}

} // namespace

QByteArray withOutline(const QByteArray &pdf, const std::vector<OutlineEntry> &entries, const PdfMetadata &metadata)
{
    const std::optional<Structure> file = structureOf(pdf);
    if (!file)
        return pdf;
    std::map<int, QByteArray> objects;
    const int outline = file->size;
    const auto objectOf = [outline](int entry) { return outline + 1 + entry; };
    const std::vector<Links> links = linksOf(entries);
    for (int i = 0; i < static_cast<int>(entries.size()); ++i) {
        const OutlineEntry &entry = entries[static_cast<std::size_t>(i)];
        const Links &mine = links[static_cast<std::size_t>(i)];
        if (entry.page < 0 || entry.page >= file->pages.size())
            return pdf;
        QByteArray text = "<< /Title " + textString(entry.text) + " /Parent " +
                          reference(mine.parent < 0 ? outline : objectOf(mine.parent)) + " /Dest [" +
                          reference(file->pages[entry.page]) + " /XYZ null " + QByteArray::number(entry.top, 'f', 1) +
                          " null]";
        if (mine.previous >= 0)
            text += " /Prev " + reference(objectOf(mine.previous));
        if (mine.next >= 0)
            text += " /Next " + reference(objectOf(mine.next));
        if (mine.first >= 0)
            text += " /First " + reference(objectOf(mine.first)) + " /Last " + reference(objectOf(mine.last)) +
                    " /Count " + QByteArray::number(mine.count);
        objects[objectOf(i)] = text + " >>";
    }
    QByteArray catalog = "<<" + file->catalog + "\n/Lang (en-US)\n/ViewerPreferences << /DisplayDocTitle true >>";
    if (!entries.empty()) {
        const Links &root = links.back();
        objects[outline] = "<< /Type /Outlines /First " + reference(objectOf(root.first)) + " /Last " +
                           reference(objectOf(root.last)) + " /Count " + QByteArray::number(qsizetype(entries.size())) +
                           " >>";
        catalog += "\n/Outlines " + reference(outline) + "\n/PageMode /UseOutlines";
    }
    objects[file->root] = catalog + "\n>>";
    const QByteArray made = "(D:" + metadata.made.toUTC().toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() + "Z)";
    QByteArray creator = objectText(pdf, file->info);
    creator = creator.mid(creator.indexOf("/Creator"), creator.indexOf("/Producer") - creator.indexOf("/Creator"));
    objects[file->info] = "<<\n/Title " + textString(metadata.title) + "\n/Subject " + textString(metadata.subject) +
                          "\n" + creator + "/CreationDate " + made + "\n/ModDate " + made + "\n>>";

    QByteArray result = pdf;
    QByteArray table = "xref\n";
    for (const auto &[number, text] : objects) {
        table += QByteArray::number(number) + " 1\n" + QByteArray::number(result.size()).rightJustified(10, '0') +
                 " 00000 n \n";
        result += QByteArray::number(number) + " 0 obj\n" + text + "\nendobj\n";
    }
    const qsizetype at = result.size();
    const int size = objects.rbegin()->first >= file->size ? objects.rbegin()->first + 1 : file->size;
    result += table + "trailer\n<<\n/Size " + QByteArray::number(size) + "\n/Root " + reference(file->root) +
              "\n/Info " + reference(file->info) + "\n/Prev " + QByteArray::number(file->xref) + "\n>>\nstartxref\n" +
              QByteArray::number(at) + "\n%%EOF\n";
    return result;
}

} // namespace herdbook::layout
