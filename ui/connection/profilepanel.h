// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connection/connectionmodel.h"
#include "ui/widgets/labels/card.h"

class QListView;
class QToolButton;

namespace herdbook {
class EmptyState;
}

namespace herdbook::connection {

/// The list of profiles with what can be done to them.
class ProfilePanel : public Card
{
    Q_OBJECT

public:
    explicit ProfilePanel(ConnectionModel &model, QWidget *parent = nullptr);

    QListView *list() const { return m_list; }

Q_SIGNALS:
    /// A new profile is selected and wants a name.
    void added();
    /// A profile was removed; `undo` brings it back.
    void undoOffered(const QString &text, std::function<void()> undo);

private:
    void remove();
    void follow();

    ConnectionModel &m_model;
    QListView *m_list;
    EmptyState *m_empty;
    QToolButton *m_copy;
    QToolButton *m_remove;
};

} // namespace herdbook::connection
