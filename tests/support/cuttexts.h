// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QAbstractItemView;
class QWidget;

namespace herdbook::test {

/// What a window's visible widgets paint that can't be read to its end: texts that end in an ellipsis which isn't theirs, that stick out
/// of the widget or its clip at a side, and paragraphs higher than their place. What item views show is data and may be elided; their headers
/// may not. Each as "Class objectName: text".
QStringList cutTexts(const QWidget &window);
/// The same of what an item view shows, for one whose data is to be read in full.
QStringList cutCells(const QAbstractItemView &view);

/// All that a window's visible widgets paint as text, line by line.
QStringList paintedTexts(const QWidget &window);
/// Texts that one widget paints over each other, and visible widgets that cover each other in one layout: "Class objectName: a / b".
QStringList overlaps(const QWidget &window);

} // namespace herdbook::test
