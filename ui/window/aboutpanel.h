// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/cardoverlay.h"

#include <QList>
#include <QPair>

class QPushButton;

namespace herdbook {

/// What the program is: version, build, libraries, license; and a button that copies what a report of a fault needs.
class AboutPanel : public CardOverlay
{
    Q_OBJECT

public:
    struct Facts
    {
        QString version;
        QList<QPair<QString, QString>> lines; ///< "Qt", "6.4.2"
        QString diagnostics;                  ///< plain text, without secrets
    };

    /// Covers `window` and shows at once.
    AboutPanel(const Facts &facts, QWidget *window);

    QPushButton *copyButton() const { return m_copy; }

private:
    QPushButton *m_copy;
};

} // namespace herdbook
