// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pdfprint.h"

#include <QPainter>
#include <QPdfDocument>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>

namespace herdbook::ui {

namespace {

constexpr int MostDotsPerInch = 300; // a page of A4 is 35 MB then

bool paintPages(QPdfDocument &document, QPrinter &printer)
{
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    const int first = printer.fromPage() > 0 ? printer.fromPage() - 1 : 0;
    const int last =
        printer.toPage() > 0 ? std::min(printer.toPage(), document.pageCount()) - 1 : document.pageCount() - 1;
    for (int page = first; page <= last; ++page) {
        if (page > first && !printer.newPage())
            return false;
        const QRect target = printer.pageLayout().paintRectPixels(printer.resolution());
        const double scale = std::min(1.0, 1.0 * MostDotsPerInch / printer.resolution());
        const QSizeF size = document.pagePointSize(page).scaled(target.size(), Qt::KeepAspectRatio);
        const QImage image = document.render(page, (size * scale).toSize());
        painter.drawImage(QRectF(QPointF((target.width() - size.width()) / 2, 0), size), image);
    }
    return painter.end() && printer.printerState() != QPrinter::Error;
}

} // namespace

void printPdf(QPdfDocument &document, const QString &name, QWidget *parent, const std::function<void(bool)> &done)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(name);
    const QSizeF points = document.pagePointSize(0);
    printer->setPageSize(QPageSize(points, QPageSize::Point));
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange);
    dialog->setMinMax(1, document.pageCount());
    QObject::connect(dialog, &QDialog::accepted, parent,
                     [printer, shown = QPointer(&document), done] { done(shown && paintPages(*shown, *printer)); });
    dialog->open();
}

} // namespace herdbook::ui
