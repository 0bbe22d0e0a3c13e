// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPdfDocument;
class QString;
class QWidget;

namespace herdbook::ui {

/// Asks by the desktop's print dialog, without an event loop inside this one, and prints the chosen pages.
/// @param document must outlive the dialog: it is a child of `parent`.
void printPdf(QPdfDocument &document, const QString &name, QWidget *parent);

} // namespace herdbook::ui
