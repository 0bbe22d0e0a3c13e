// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QObject>
#include <functional>

class QImage;
class QWidget;

namespace herdbook::ui {

class Figure;

/// The figures one under the other at twice their size on screen, on the ground of the light theme (for paper).
QImage figuresAsImage(const QList<Figure *> &figures);

/// What became of a file; called in the UI thread.
using Saved = std::function<void(const QString &path, const Result<void> &result)>;

/// Writes them as "png" (twice their size), "svg" (vectors) or "csv" (one block a figure). They are painted at once, which has to be
/// in the UI thread; encoding and writing happen on another one. `saved` follows while `context` lives.
void writeFigures(const QList<Figure *> &figures, const QString &format, const QString &path, QObject *context,
                  const Saved &saved);

/// Asks where to, then writes.
void saveFigures(const QList<Figure *> &figures, const QString &format, QWidget *parent, const Saved &saved);

/// Gives a chart, which is a widget and a figure, a context menu: save as PNG, SVG, CSV, copy.
void addFigureMenu(QWidget *chart, Figure *figure, const Saved &saved);

/// Puts the picture on the clipboard.
void copyFigures(const QList<Figure *> &figures);

} // namespace herdbook::ui
