// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/screen.h"
#include "ui/window/cardoverlay.h"

namespace herdbook {

/// The help on keys (F1, which also closes it).
class KeysPanel : public CardOverlay
{
    Q_OBJECT

public:
    /// Covers `window` and shows at once.
    KeysPanel(const QString &screenName, const QList<KeyHelp> &screenKeys, const QList<KeyHelp> &generalKeys,
              QWidget *window);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace herdbook
