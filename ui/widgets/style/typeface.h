// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QStringList>

namespace herdbook {

/// What a piece of text is for; decides size and weight.
enum class TextRole {
    Display,     ///< figure on a card, 28 pt 600
    Figure,      ///< figure in a row, 18 pt 600
    PageTitle,   ///< 13 pt 600
    Sentence,    ///< the sentence that decides, 11.5 pt 600
    Strong,      ///< card title, primary button, selected tab, 10 pt 600
    Body,        ///< body, table, input, button, 10 pt
    Label,       ///< label, hint, header, chart text, status strip, 9 pt
    LabelStrong, ///< pill, section title, 9 pt 600
    Mono         ///< ids, raw JSON, 8.5 pt monospaced
};

/// The font of a role, in the family found by sansFamily().
QFont textFont(TextRole role);

/// The first of `candidates` that is installed and whose ten digits have one width at weights 400 and 600 (measured), so that
/// columns of figures stand still; the platform's own family where none is. An installed family without such digits is passed over.
QString tabularFamily(const QStringList &candidates);

/// The application's sans family: Open Sans (has a true 600), else Noto Sans, else Roboto; measured once.
QString sansFamily();

/// The monospaced family for ids and raw text: DejaVu Sans Mono where installed.
QString monoFamily();

} // namespace herdbook
