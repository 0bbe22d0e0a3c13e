// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/profilepanel.h"

#include "ui/connection/profilelistmodel.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/placeholders.h"
#include "ui/widgets/style/icons.h"
#include "ui/widgets/style/style.h"

#include <QHBoxLayout>
#include <QListView>
#include <QShortcut>
#include <QToolButton>

namespace herdbook::connection {

namespace {

QToolButton *makeFlat(const QString &text, Icon icon)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setIcon(themeIcon(icon, &ThemeTokens::text));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setCompact(button);
    return button;
}

} // namespace

ProfilePanel::ProfilePanel(ConnectionModel &model, QWidget *parent)
    : Card(tr("Profiles"), parent), m_model(model), m_list(new QListView),
      m_empty(new EmptyState(tr("No profile yet"),
                             tr("Fill in the form and save it, or import the deployment's .env file."))),
      m_copy(makeFlat(tr("Duplicate"), Icon::Copy)), m_remove(makeFlat(tr("Remove"), Icon::Remove))
{
    setFixedWidth(250);
    setHeaderLine(true);
    QToolButton *create = makeFlat(tr("New"), Icon::Plus);
    header()->addWidget(create);
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(0);
    m_list->setAccessibleName(tr("Profiles"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setModel(new ProfileListModel(model, m_list));
    m_list->setItemDelegate(new ProfileDelegate(m_list));
    body()->addWidget(m_list, 1);
    body()->addWidget(m_empty, 1);
    body()->addWidget(new Divider);
    auto *actions = new QHBoxLayout;
    actions->setContentsMargins(8, 6, 8, 6);
    actions->addWidget(m_copy);
    actions->addWidget(m_remove);
    actions->addStretch(1);
    body()->addLayout(actions);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { m_model.select(current.row()); });
    connect(m_list, &QListView::doubleClicked, this, [this] { m_model.use(); });
    connect(create, &QToolButton::clicked, this, [this] {
        m_model.addProfile();
        Q_EMIT added();
    });
    connect(m_copy, &QToolButton::clicked, this, [this] { m_model.duplicateProfile(); });
    setFocusHeirs({m_copy, m_remove}, {m_list, create});
    setFocusHeirs({m_list}, {create});
    connect(m_remove, &QToolButton::clicked, this, &ProfilePanel::remove);
    connect(new QShortcut(QKeySequence::Delete, m_list, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated,
            this, &ProfilePanel::remove);
    connect(&model, &ConnectionModel::draftReplaced, this, &ProfilePanel::follow);
    connect(&model, &ConnectionModel::profilesChanged, this, &ProfilePanel::follow);
    follow();
}

void ProfilePanel::follow()
{
    m_list->setVisible(m_model.listed() > 0);
    m_empty->setVisible(m_model.listed() == 0);
    const QModelIndex selected = m_list->model()->index(m_model.selected(), 0);
    if (!selected.isValid() ||
        m_list->currentIndex() != selected) // told of none, it doesn't choose its first one as it gets the focus
        m_list->setCurrentIndex(selected);
    m_copy->setEnabled(m_model.canDuplicate());
    const QString whyNoCopy = m_model.canDuplicate() ? QString()
                              : !m_model.isEditable()
                                  ? tr("The demo ranch's servers are others at each start; a copy would lead nowhere")
                                  : tr("There is no profile to duplicate yet");
    m_copy->setToolTip(whyNoCopy);
    m_copy->setAccessibleDescription(whyNoCopy);
    m_remove->setEnabled(m_model.canRemove());
    const QString why = m_model.canRemove()     ? QString()
                        : !m_model.isEditable() ? tr("The demo ranch stays in the list")
                        : m_model.isProposal()  ? tr("There is no profile to remove yet")
                                                : tr("The environment sets this profile; it isn't stored here");
    m_remove->setToolTip(why);
    m_remove->setAccessibleDescription(why);
}

void ProfilePanel::remove()
{
    const QString gone = m_model.draft().name;
    const bool wasActive = m_model.draft().id == m_model.activeId();
    const std::function<void()> undo = m_model.removeProfile();
    if (!undo)
        return;
    Q_EMIT undoOffered(wasActive && m_model.isSetUp()
                           ? tr("Removed %1. %2 is in use now").arg(gone, m_model.activeProfile().name)
                           : tr("Removed %1").arg(gone),
                       undo);
}

} // namespace herdbook::connection
