// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layout/pdfoutline.h"

#define POINTERHOLDER_TRANSITION 4 // version 11 warns without; its old pointers aren't used here
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace herdbook::layout {

namespace {

QPDFObjectHandle textString(const QString &text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

void append(QPDFObjectHandle parent, QPDFObjectHandle item)
{
    item.replaceKey("/Parent", parent);
    if (parent.hasKey("/Last")) {
        QPDFObjectHandle previous = parent.getKey("/Last");
        previous.replaceKey("/Next", item);
        item.replaceKey("/Prev", previous);
    } else {
        parent.replaceKey("/First", item);
    }
    parent.replaceKey("/Last", item);
}

QPDFObjectHandle outlineOf(QPDF &file, const std::vector<OutlineEntry> &entries)
{
    const std::vector<QPDFObjectHandle> &pages = file.getAllPages();
    const QPDFObjectHandle outline = file.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Outlines >>"));
    std::vector<std::pair<int, QPDFObjectHandle>> path{{0, outline}}; // to the last entry, with the levels
    for (const OutlineEntry &entry : entries) {
        while (path.back().first >= entry.level)
            path.pop_back();
        QPDFObjectHandle item = file.makeIndirectObject(QPDFObjectHandle::newDictionary());
        item.replaceKey("/Title", textString(entry.text));
        item.replaceKey("/Dest", QPDFObjectHandle::newArray(
                                     {pages.at(static_cast<std::size_t>(entry.page)), QPDFObjectHandle::newName("/XYZ"),
                                      QPDFObjectHandle::newNull(), QPDFObjectHandle::newReal(entry.top, 1),
                                      QPDFObjectHandle::newNull()}));
        append(path.back().second, item);
        for (auto &[level, above] : path) { // all open, so a descendant of any depth counts
            int count = 0;                  // where there is none yet
            above.getKey("/Count").getValueAsInt(count);
            above.replaceKey("/Count", QPDFObjectHandle::newInteger(count + 1));
        }
        path.emplace_back(entry.level, item);
    }
    return outline;
}

void describe(QPDF &file, const PdfMetadata &metadata)
{
    const std::string made = metadata.made.toUTC().toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'")).toStdString();
    QPDFObjectHandle info = file.getTrailer().getKey("/Info");
    info.replaceKey("/Title", textString(metadata.title));
    info.replaceKey("/Subject", textString(metadata.subject));
    info.replaceKey("/CreationDate", QPDFObjectHandle::newString(made));
    info.replaceKey("/ModDate", QPDFObjectHandle::newString(made));
    info.removeKey("/Producer");
}

} // namespace

QByteArray withOutline(const QByteArray &pdf, const std::vector<OutlineEntry> &entries, const PdfMetadata &metadata)
{
    try {
        QPDF file;
        file.setSuppressWarnings(true);
        file.setAttemptRecovery(false);
        file.processMemoryFile("report", pdf.constData(), static_cast<std::size_t>(pdf.size()));
        describe(file, metadata);
        QPDFObjectHandle catalog = file.getRoot();
        catalog.replaceKey("/Lang", QPDFObjectHandle::newString("en-US"));
        catalog.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
        if (!entries.empty()) {
            catalog.replaceKey("/Outlines", outlineOf(file, entries));
            catalog.replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
        }
        QPDFWriter writer(file);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.write();
        const auto written = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char *>(written->getBuffer()), static_cast<qsizetype>(written->getSize())};
    } catch (const std::exception &) {
        return pdf;
    }
}

} // namespace herdbook::layout
