// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/profilelistmodel.h"

#include "ui/widgets/style/icons.h"
#include "ui/widgets/style/typeface.h"

#include <QPainter>
#include <QStyle>

namespace herdbook::connection {

ProfileListModel::ProfileListModel(const ConnectionModel &model, QObject *parent)
    : QAbstractListModel(parent), m_model(model), m_rows(model.profiles().first(model.listed())),
      m_activeId(model.activeId())
{
    connect(&model, &ConnectionModel::profilesChanged, this, &ProfileListModel::merge);
    for (const auto edits : {&ConnectionModel::draftEdited, &ConnectionModel::draftReplaced})
        connect(&model, edits, this, [this] { tellChanged({Unsaved}); });
    connect(&model, &ConnectionModel::troubleChanged, this, [this] { tellChanged({}); });
}

void ProfileListModel::merge()
{
    const QList<Profile> now = m_model.profiles().first(m_model.listed());
    const auto has = [](const QList<Profile> &list, const QString &id) {
        return std::any_of(list.cbegin(), list.cend(), [&](const Profile &profile) { return profile.id == id; });
    };
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (!has(now, m_rows.at(row).id)) {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
    }
    // The store keeps its order, so what is new only has to be put in.
    for (int row = 0; row < now.size(); ++row) {
        if (row >= m_rows.size() || m_rows.at(row).id != now.at(row).id) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, now.at(row));
            endInsertRows();
        }
    }
    m_rows = now;
    m_activeId = m_model.activeId();
    tellChanged({});
}

void ProfileListModel::tellChanged(const QList<int> &roles)
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), roles);
}

int ProfileListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ProfileListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Profile &profile = m_rows.at(index.row());
    const bool inUse = profile.id == m_activeId && m_model.isSetUp();
    const ConnectionModel::Trouble trouble = m_model.trouble();
    const QString place = profile.id != QLatin1String("demo")
                              ? m_model.effective(profile, QStringLiteral("POSTGRES_HOST"))
                          : m_model.demoRuns() ? tr("private servers on this machine")
                                               : tr("not started");
    switch (role) {
    case Qt::DisplayRole:
        return profile.name;
    case Place:
        return place;
    case InUse:
        return inUse;
    case Trouble:
        return static_cast<int>(inUse ? trouble.tone : Tone::Neutral);
    case ReadOnly:
        return profile.readOnly;
    case Unsaved:
        return m_model.hasUnsaved(profile.id);
    case Qt::ToolTipRole:
        return m_model.hasUnsaved(profile.id)       ? tr("Changes aren't saved")
               : inUse && !trouble.reason.isEmpty() ? Qt::convertFromPlainText(trouble.reason)
                                                    : QString();
    case Qt::AccessibleTextRole:
        return QString(profile.name + (inUse ? tr(", in use") : QString()) +
                       (inUse && !trouble.reason.isEmpty() ? QStringLiteral(", %1").arg(trouble.reason) : QString()) +
                       (profile.readOnly ? tr(", read only") : QString()) +
                       (m_model.hasUnsaved(profile.id) ? tr(", changes aren't saved") : QString()));
    default:
        return {};
    }
}

QSize ProfileDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {160, 50};
}

void ProfileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThemeTokens &tokens = themeTokens(option.widget);
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const QRect &rect = option.rect;
    const auto visual = [&option](const QRect &place) {
        return QStyle::visualRect(option.direction, option.rect, place);
    };
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(visual({rect.left(), rect.top(), 3, rect.height()}), tokens.accent);
    int right = rect.right() - 12;
    if (index.data(ProfileListModel::InUse).toBool()) {
        const auto tone = static_cast<Tone>(index.data(ProfileListModel::Trouble).toInt());
        const Icon icon = tone == Tone::Error ? Icon::Failed : tone == Tone::Warn ? Icon::Warning : Icon::Check;
        paintIcon(*painter, visual({right - 16, rect.top(), 16, rect.height()}), icon,
                  tone == Tone::Neutral ? tokens.text2 : tokens.*toneInk(tone));
        right -= 22;
    }
    if (index.data(ProfileListModel::ReadOnly).toBool()) {
        paintIcon(*painter, visual({right - 16, rect.top(), 16, rect.height()}), Icon::Lock, tokens.text2);
        right -= 22;
    }
    if (index.data(ProfileListModel::Unsaved).toBool()) {
        paintIcon(*painter, visual({right - 16, rect.top(), 16, rect.height()}), Icon::Edit, tokens.warn);
        right -= 22;
    }
    const auto line = [&](int top, TextRole role, const QColor &color, const QString &text) {
        const QFont font = textFont(role);
        const QRect room = visual({rect.left() + 15, rect.top() + top, right - rect.left() - 15, 20});
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(room, Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width()));
    };
    line(6, selected ? TextRole::Strong : TextRole::Body, tokens.text, index.data().toString());
    line(24, TextRole::Label, tokens.text2, index.data(ProfileListModel::Place).toString());
}

} // namespace herdbook::connection
