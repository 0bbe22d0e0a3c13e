// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/chartexport.h"

#include "core/base/atomicfile.h"
#include "ui/reid/charts/chartpane.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPainter>
#include <QSvgGenerator>

namespace herdbook::dashboard {

namespace {

QSize sizeOf(const QList<ChartPane *> &charts)
{
    QSize size;
    for (const ChartPane *chart : charts)
        size = {std::max(size.width(), chart->width()), size.height() + chart->height()};
    return size;
}

void paintAll(QPainter &painter, const QList<ChartPane *> &charts)
{
    const ThemeTokens &tokens = lightTokens();
    painter.fillRect(QRect({}, sizeOf(charts)), tokens.surface);
    for (ChartPane *chart : charts) {
        painter.save();
        chart->paintChart(painter, tokens, chart->size());
        painter.restore();
        painter.translate(0, chart->height());
    }
}

QByteArray asSvg(const QList<ChartPane *> &charts)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sizeOf(charts));
    generator.setViewBox(QRect({}, sizeOf(charts)));
    generator.setTitle(QStringLiteral("Re-identification scores"));
    QPainter painter(&generator);
    paintAll(painter, charts);
    painter.end();
    return bytes;
}

} // namespace

QImage chartsAsImage(const QList<ChartPane *> &charts)
{
    QImage image(sizeOf(charts) * 2, QImage::Format_RGB32);
    image.setDevicePixelRatio(2);
    QPainter painter(&image);
    paintAll(painter, charts);
    return image;
}

Result<void> writeCharts(const QList<ChartPane *> &charts, const QString &format, const QString &path)
{
    QByteArray bytes;
    if (format == QLatin1String("svg")) {
        bytes = asSvg(charts);
    } else if (format == QLatin1String("csv")) {
        for (const ChartPane *chart : charts)
            bytes += "# " + chart->accessibleName().toUtf8() + "\r\n" +
                     chart->csv().replace(u'\n', QStringLiteral("\r\n")).toUtf8();
    } else {
        QBuffer buffer(&bytes);
        chartsAsImage(charts).save(&buffer, "PNG");
    }
    return AtomicFile::write(path, bytes);
}

void saveCharts(const QList<ChartPane *> &charts, const QString &format, QWidget *parent)
{
    auto *dialog = new QFileDialog(parent, QFileDialog::tr("Save the charts"), {}, QStringLiteral("*.") + format);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(format);
    dialog->selectFile(QStringLiteral("reid-scores.") + format);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [charts, format, parent](const QString &path) {
        const Result<void> written = writeCharts(charts, format, path);
        if (written)
            return;
        auto *box = new QMessageBox(QMessageBox::Warning, QFileDialog::tr("Not saved"), written.error().message,
                                    QMessageBox::Ok, parent);
        box->setTextFormat(Qt::PlainText);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    dialog->open();
}

void addChartMenu(ChartPane *chart)
{
    chart->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (const char *format : {"png", "svg", "csv"}) {
        const QString name = QString::fromLatin1(format);
        auto *action = new QAction(QFileDialog::tr("Save as %1…").arg(name.toUpper()), chart);
        QObject::connect(action, &QAction::triggered, chart, [chart, name] { saveCharts({chart}, name, chart); });
        chart->addAction(action);
    }
    auto *copy = new QAction(QFileDialog::tr("Copy"), chart);
    QObject::connect(copy, &QAction::triggered, chart, [chart] { copyCharts({chart}); });
    chart->addAction(copy);
}

void copyCharts(const QList<ChartPane *> &charts)
{
    QGuiApplication::clipboard()->setImage(chartsAsImage(charts));
}

} // namespace herdbook::dashboard
