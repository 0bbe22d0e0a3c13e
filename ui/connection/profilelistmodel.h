// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connection/connectionmodel.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace herdbook::connection {

/// The profiles somebody made as a list: name, where it is, whether in use, whether edited and not saved.
class ProfileListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// Trouble: how the one in use does, a Tone.
    enum Role { Place = Qt::UserRole, InUse, Trouble, ReadOnly, Unsaved };

    explicit ProfileListModel(const ConnectionModel &model, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void merge();
    void tellChanged(const QList<int> &roles);

    const ConnectionModel &m_model;
    QList<Profile> m_rows;
    QString m_activeId;
};

/// Two lines a profile, a mark on the one in use.
class ProfileDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace herdbook::connection
