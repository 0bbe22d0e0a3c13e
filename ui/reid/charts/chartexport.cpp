// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/chartexport.h"

#include "core/base/atomicfile.h"
#include "core/base/language.h"
#include "core/base/runapart.h"
#include "core/base/whendone.h"
#include "ui/reid/charts/figure.h"
#include "ui/widgets/fields/savedialog.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPainter>
#include <QSvgGenerator>

namespace herdbook::ui {

namespace {

QSize sizeOf(const QList<Figure *> &figures)
{
    QSize size;
    for (const Figure *figure : figures) {
        const QSize one = figure->figureSize();
        size = {std::max(size.width(), one.width()), size.height() + one.height()};
    }
    return size;
}

void paintAll(QPainter &painter, const QList<Figure *> &figures)
{
    const ThemeTokens &tokens = lightTokens();
    painter.fillRect(QRect({}, sizeOf(figures)), tokens.surface);
    for (Figure *figure : figures) {
        painter.save();
        figure->paintFigure(painter, tokens);
        painter.restore();
        painter.translate(0, figure->figureSize().height());
    }
}

QByteArray asSvg(const QList<Figure *> &figures)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sizeOf(figures));
    generator.setViewBox(QRect({}, sizeOf(figures)));
    generator.setTitle(QStringLiteral("Re-identification scores"));
    QPainter painter(&generator);
    paintAll(painter, figures);
    painter.end();
    return bytes;
}

/// What makes the file's bytes on another thread.
std::function<QByteArray()> maker(const QList<Figure *> &figures, const QString &format)
{
    if (format == QLatin1String("svg"))
        return [bytes = asSvg(figures)] { return bytes; };
    if (format != QLatin1String("csv"))
        return [image = figuresAsImage(figures)] {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            image.save(&buffer, "PNG");
            return bytes;
        };
    const EnglishTexts english; // read by programs
    QList<std::pair<QString, std::function<QString()>>> blocks;
    for (const Figure *figure : figures)
        blocks.append({figure->figureTitle(), figure->csvMaker()});
    return [blocks] {
        QByteArray bytes;
        for (const auto &[title, make] : blocks)
            bytes += "# " + title.toUtf8() + "\r\n" + make().replace(u'\n', QStringLiteral("\r\n")).toUtf8();
        return bytes;
    };
}

} // namespace

QImage figuresAsImage(const QList<Figure *> &figures)
{
    QImage image(sizeOf(figures) * 2, QImage::Format_RGB32);
    image.setDevicePixelRatio(2);
    QPainter painter(&image);
    paintAll(painter, figures);
    return image;
}

void writeFigures(const QList<Figure *> &figures, const QString &format, const QString &path, QObject *context,
                  const Saved &saved)
{
    whenDone(runApart([make = maker(figures, format), path] { return AtomicFile::write(path, make()); }), context,
             [saved, path](const Result<void> &result) { saved(path, result); });
}

void saveFigures(const QList<Figure *> &figures, const QString &format, QWidget *parent, const Saved &saved)
{
    askWhereToSave(parent, QFileDialog::tr("Save the charts"), QStringLiteral("reid-scores.") + format,
                   [=](const QString &path) { writeFigures(figures, format, path, parent, saved); });
}

void addFigureMenu(QWidget *chart, Figure *figure, const Saved &saved)
{
    chart->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (const char *format : {"png", "svg", "csv"}) {
        const QString name = QString::fromLatin1(format);
        auto *action = new QAction(QFileDialog::tr("Save as %1…").arg(name.toUpper()), chart);
        QObject::connect(action, &QAction::triggered, chart,
                         [chart, figure, name, saved] { saveFigures({figure}, name, chart, saved); });
        chart->addAction(action);
    }
    auto *copy = new QAction(QFileDialog::tr("Copy"), chart);
    QObject::connect(copy, &QAction::triggered, chart, [figure] { copyFigures({figure}); });
    chart->addAction(copy);
}

void copyFigures(const QList<Figure *> &figures)
{
    QGuiApplication::clipboard()->setImage(figuresAsImage(figures));
}

} // namespace herdbook::ui
