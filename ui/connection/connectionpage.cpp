// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/connectionpage.h"

#include "core/config/setting.h"
#include "core/config/sitezone.h"

#include "ui/connection/checklist.h"
#include "ui/connection/envcard.h"
#include "ui/connection/fieldgrid.h"
#include "ui/connection/keeping.h"
#include "ui/connection/profilepanel.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/followfocus.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/messagelabel.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/style/style.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimeZone>

namespace herdbook::connection {

namespace {

using Part = ConnectionModel::Part;

QString name(const char *variable)
{
    return QString::fromLatin1(variable);
}

} // namespace

ConnectionPage::ConnectionPage(ConnectionModel &model, SecretStore &secrets, QWidget *parent)
    : QWidget(parent), m_model(model), m_fields(new FieldGrid(model, this)), m_profiles(new ProfilePanel(model)),
      m_import(new EnvImport(this)), m_right(new QStackedWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 0, 4, 0);
    row->setSpacing(16);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(0, 0, 0, 16);
    left->addWidget(m_profiles);
    row->addLayout(left);
    m_right->addWidget(makeValues());
    m_right->addWidget(makeImport(secrets));
    row->addWidget(m_right, 1);
    column->addLayout(row, 1);
    column->addWidget(new Divider);
    m_footer = makeFooter(secrets);
    column->addWidget(m_footer);
    connect(m_profiles, &ProfilePanel::undoOffered, this, &ConnectionPage::undoOffered);
    connect(m_profiles, &ProfilePanel::added, m_name, [this] {
        m_name->setFocus();
        m_name->selectAll();
    });
    connect(&model, &ConnectionModel::draftReplaced, this, &ConnectionPage::replaceDraft);
    connect(&model, &ConnectionModel::draftEdited, this, &ConnectionPage::updateDraft);
    connect(&model, &ConnectionModel::profilesChanged, this, &ConnectionPage::updateDraft);
    connect(&model, &ConnectionModel::troubleChanged, this, &ConnectionPage::updateDraft);
    connect(&model, &ConnectionModel::checkChanged, this, [this](Part part) {
        const auto at = static_cast<size_t>(part);
        m_tests[at]->setEnabled(!m_model.check(part).running && !m_model.mustStart());
        m_results[at]->show(m_model.check(part), zone());
    });
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, m_save, &QPushButton::click);
    Q_EMIT model.draftReplaced();
}

/// The site's, as far as it is a zone.
QTimeZone ConnectionPage::zone() const
{
    const QByteArray id = m_model.effective(m_model.draft(), name("HERDBOOK_SITE_TZ")).toLatin1();
    return isSiteZone(id) ? QTimeZone(id) : QTimeZone::systemTimeZone();
}

QWidget *ConnectionPage::makeHeader()
{
    auto *header = new QWidget;
    header->setFixedHeight(52);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(16, 0, 16, 0);
    row->addWidget(new Label(tr("Connection"), TextRole::PageTitle));
    row->addStretch(1);
    auto *import = new QPushButton(themeIcon(Icon::File, &ThemeTokens::text), tr("Import .env…"));
    import->setObjectName(QStringLiteral("importEnv"));
    import->setToolTip(tr("Make a profile of a deployment's .env file"));
    connect(import, &QPushButton::clicked, this, [this] { showImport(m_right->currentIndex() == 0); });
    row->addWidget(import);
    return header;
}

QWidget *ConnectionPage::makeImport(SecretStore &secrets)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 12, 16);
    column->setSpacing(8);
    auto *back = new QPushButton(themeIcon(Icon::ArrowLeft, &ThemeTokens::text), tr("Back to the profiles"));
    setButtonKind(back, ButtonKind::Flat);
    m_env = new EnvCard(*m_import, secrets);
    column->addWidget(back, 0, Qt::AlignLeft);
    column->addWidget(m_env, 1);
    const auto leave = [this] { showImport(false); };
    connect(back, &QPushButton::clicked, this, leave);
    connect(m_env, &EnvCard::byHandAsked, this, [this, leave](const QString &name, const Variables &values) {
        leave();
        if (!values.isEmpty())
            m_model.propose(name, values);
    });
    connect(m_env, &EnvCard::connectAsked, this, [this, leave](const QString &name, const Variables &values) {
        leave();
        m_model.adopt(name, values);
        Q_EMIT connected();
    });
    connect(new QShortcut(Qt::Key_Escape, content, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
            &QShortcut::activated, this, leave);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    return scroll;
}

void ConnectionPage::showImport(bool shown)
{
    m_right->setCurrentIndex(shown ? 1 : 0);
    m_footer->setVisible(!shown);
    m_scroll->verticalScrollBar()->setValue(0);
    if (shown)
        m_env->fileEdit()->setFocus(Qt::OtherFocusReason);
}

Card *ConnectionPage::makePart(const QString &title, Part part, QGridLayout *fields)
{
    const auto at = static_cast<size_t>(part);
    auto *card = new Card(title);
    auto *test = new QPushButton(tr("Test"));
    test->setAccessibleName(tr("Test %1").arg(title));
    setCompact(test);
    m_tests[at] = test;
    // The most steps that a test takes, and lines for the longest of what they usually say.
    m_results[at] = part == Part::Postgres ? new CheckList(5, 10) : new CheckList(4, 8);
    card->header()->addWidget(test);
    card->body()->addLayout(fields);
    card->body()->addWidget(m_results[at]);
    card->body()->addStretch(1);
    connect(test, &QPushButton::clicked, this, [this, part] { m_model.runCheck(part); });
    return card;
}

QWidget *ConnectionPage::makeValues()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 16);
    column->setSpacing(12);

    auto *head = new Card;
    head->body()->setContentsMargins(15, 12, 15, 4);
    auto *headGrid = FieldGrid::makeLayout();
    m_name = new QLineEdit;
    m_name->setAccessibleName(tr("Name"));
    m_nameMessage = new MessageLabel(m_name);
    m_readOnly = new QCheckBox(tr("Read only: hide what writes"));
    m_inUse = new Pill;
    m_inUse->setObjectName(QStringLiteral("inUse"));
    headGrid->addWidget(new Label(tr("Name"), TextRole::Body, &ThemeTokens::text2), 0, 0);
    headGrid->addWidget(m_name, 0, 1);
    headGrid->addWidget(m_readOnly, 0, 2);
    headGrid->addWidget(m_inUse, 0, 3);
    headGrid->addWidget(m_nameMessage, 1, 1, 1, -1);
    headGrid->setHorizontalSpacing(16);
    head->body()->addLayout(headGrid);
    column->addWidget(head);
    connect(m_name, &QLineEdit::textEdited, &m_model, &ConnectionModel::setName);
    connect(m_readOnly, &QCheckBox::clicked, &m_model, &ConnectionModel::setReadOnly);

    const auto fieldsOf = [this](FormPart part) {
        QGridLayout *layout = FieldGrid::makeLayout();
        for (const Setting &setting : settingTable()) {
            if (setting.field.part == part)
                m_fields->add(layout, setting);
        }
        return layout;
    };
    QGridLayout *postgres = fieldsOf(FormPart::Postgres);
    QGridLayout *redis = fieldsOf(FormPart::Redis);
    QGridLayout *files = fieldsOf(FormPart::Files);
    auto *siteCard = new Card(tr("Site"));
    siteCard->body()->addLayout(fieldsOf(FormPart::Site));
    m_alsoSet = new Label({}, TextRole::Label, &ThemeTokens::text2);
    m_alsoSet->setObjectName(QStringLiteral("alsoSet"));
    m_alsoSet->setWordWrap(true);
    siteCard->body()->addWidget(m_alsoSet);
    siteCard->body()->addStretch(1);

    auto *grid = new QGridLayout;
    grid->setSpacing(12);
    grid->addWidget(makePart(tr("PostgreSQL"), Part::Postgres, postgres), 0, 0);
    grid->addWidget(makePart(tr("Redis"), Part::Redis, redis), 0, 1);
    grid->addWidget(makePart(tr("Files"), Part::Files, files), 1, 0);
    grid->addWidget(siteCard, 1, 1);
    // A test can't be asked for again while it runs.
    for (const auto &[part, first] : {std::pair(Part::Postgres, "POSTGRES_HOST"), std::pair(Part::Redis, "REDIS_HOST"),
                                      std::pair(Part::Files, "EXPORT_DIR")})
        setFocusHeirs({m_tests[static_cast<size_t>(part)]}, {m_fields->input(name(first)), m_profiles->list()});
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    column->addStretch(1);

    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // its room is the page's margin
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    followFocus(*m_scroll);
    return m_scroll;
}

QWidget *ConnectionPage::makeFooter(SecretStore &secrets)
{
    auto *footer = new Ground(&ThemeTokens::sunken);
    footer->setFixedHeight(52);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    auto *keeping = new ElidedLabel({}, TextRole::Label, &ThemeTokens::text2);
    keeping->setObjectName(QStringLiteral("keeping"));
    const auto say = [this, keeping, &secrets] {
        if (m_model.isEditable())
            return sayKeeping(*keeping, secrets);
        keeping->setIcon(Icon::Info);
        keeping->setText(tr("The demo ranch makes its own passwords and keeps them in its folder"));
        keeping->setToolTip({});
        keeping->setAccessibleDescription({});
    };
    say();
    connect(&secrets, &SecretStore::persistenceChanged, keeping, say);
    connect(&m_model, &ConnectionModel::draftReplaced, keeping, say);
    m_reason = new ElidedLabel({}, TextRole::Label, &ThemeTokens::error);
    m_reason->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_discard = new QPushButton(tr("Discard changes"));
    m_save = new QPushButton(tr("Save"));
    m_use = new QPushButton(tr("Save and use"));
    setButtonKind(m_discard, ButtonKind::Flat);
    setButtonKind(m_use, ButtonKind::Primary);
    row->addWidget(keeping, 1);
    row->addWidget(m_reason);
    row->addWidget(m_discard);
    row->addWidget(m_save);
    row->addWidget(m_use);
    setFocusHeirs({m_save}, {m_use, m_profiles->list()});
    setFocusHeirs({m_discard, m_use}, {m_profiles->list()});
    connect(m_discard, &QPushButton::clicked, &m_model, &ConnectionModel::discard);
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (!m_model.save())
            m_fields->focusFirstProblem();
    });
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (!m_model.use())
            m_fields->focusFirstProblem();
    });
    return footer;
}

void ConnectionPage::replaceDraft()
{
    if (m_name->text() != m_model.draft().name)
        m_name->setText(m_model.draft().name);
    m_readOnly->setChecked(m_model.draft().readOnly);
    for (const Part part : {Part::Postgres, Part::Redis, Part::Files})
        m_results[static_cast<size_t>(part)]->show(m_model.check(part), zone());
    updateDraft();
}

void ConnectionPage::updateDraft()
{
    const bool editable = m_model.isEditable();
    const bool inUse = m_model.isSetUp() && m_model.draft().id == m_model.activeId();
    m_name->setEnabled(editable);
    m_readOnly->setEnabled(editable);
    m_inUse->setVisible(inUse);
    showInUse();
    const QString nameProblem = m_model.problem({});
    if (nameProblem.isEmpty() && inUse && editable && m_model.trouble().tone != Tone::Neutral)
        m_nameMessage->setWarning(m_model.trouble().reason);
    else if (nameProblem.isEmpty())
        m_nameMessage->setHint(
            editable ? QString()
            : m_model.mustStart()
                ? tr("The demo ranch isn't running; it is started here, or on the welcome page")
                : tr("The demo ranch runs on private servers of its own; duplicate it to change something"));
    else
        m_nameMessage->setError(nameProblem);
    const QStringList alsoSet = m_model.isEditable() ? m_model.alsoSet() : QStringList();
    m_alsoSet->setText(tr("Also kept from the imported .env: %1").arg(alsoSet.join(QStringLiteral(", "))));
    m_alsoSet->setVisible(!alsoSet.isEmpty());
    const bool dirty = m_model.isDirty();
    int problems = 0;
    for (const ProfileIssue &issue : m_model.issues())
        problems += m_model.problem(issue.variable).isEmpty() ? 0 : 1;
    m_reason->setText(problems == 0   ? QString()
                      : problems == 1 ? tr("One value needs to be put right")
                                      : tr("%1 values need to be put right").arg(problems));
    for (const Part part : {Part::Postgres, Part::Redis, Part::Files})
        m_tests[static_cast<size_t>(part)]->setEnabled(!m_model.check(part).running && !m_model.mustStart());
    m_discard->setVisible(dirty);
    const bool unsaved = dirty || m_model.isProposal();
    m_save->setEnabled(unsaved && problems == 0);
    m_use->setEnabled(problems == 0 && (unsaved || !inUse));
    m_use->setText(unsaved               ? tr("Save and use")
                   : inUse               ? tr("In use")
                   : m_model.mustStart() ? tr("Start the demo ranch")
                                         : tr("Use this profile"));
}

/// Which profile it is, and what is wrong with it; that nothing is known to be wrong makes it no green.
void ConnectionPage::showInUse()
{
    const ConnectionModel::Trouble trouble = m_model.trouble();
    const Icon icon = trouble.tone == Tone::Error  ? Icon::Failed
                      : trouble.tone == Tone::Warn ? Icon::Warning
                                                   : Icon::Check;
    m_inUse->setState(trouble.tone, tr("In use"), icon); // as wide with every mark
    m_inUse->setToolTip(trouble.reason.isEmpty() ? QString() : Qt::convertFromPlainText(trouble.reason));
    m_inUse->setAccessibleDescription(trouble.reason);
}

void ConnectionPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.lookAtFolders(); // mounted meanwhile, or gone
}

void ConnectionPage::showCheck(Part part)
{
    QPushButton *test = m_tests[static_cast<size_t>(part)];
    m_scroll->ensureWidgetVisible(test, 0, 200);
    test->setFocus(Qt::OtherFocusReason);
    m_model.runCheck(part);
}

void ConnectionPage::showPhotoFolder()
{
    showCheck(Part::Files);
    m_fields->input(name("IMAGE_PATH"))->setFocus(Qt::OtherFocusReason);
}

void ConnectionPage::askForPasswords(const QStringList &variables)
{
    showImport(false);
    m_model.askForPasswords(variables);
    m_fields->input(variables.first())->setFocus(Qt::OtherFocusReason);
}

void ConnectionPage::refresh()
{
    for (const Part part : {Part::Postgres, Part::Redis, Part::Files})
        m_model.runCheck(part);
}

QList<QWidget *> ConnectionPage::panes() const
{
    return {m_profiles->list(), m_name};
}

QList<KeyHelp> ConnectionPage::keys() const
{
    return {{tr("F5"), tr("Run all tests")},
            {tr("Ctrl+S"), tr("Save the profile")},
            {tr("Del"), tr("Remove the profile (in the list)")}};
}

} // namespace herdbook::connection
