// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/journal/maintenance.h"

#include "core/trial/batch/schema.h"
#include "core/trial/review/words.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/banner.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <utility>

namespace herdbook::trial {

namespace {

constexpr int kTextWidth = 760; ///< lines stay under 90 characters or so

Label *paragraph(const QString &text, ColorToken color)
{
    auto *label = new Label(text, TextRole::Body, color);
    label->setWordWrap(true);
    label->setMaximumWidth(kTextWidth);
    return label;
}

} // namespace

Maintenance::Maintenance(ApplyDesk &desk, bool readOnly, QWidget *parent)
    : Card({}, parent), m_desk(desk), m_readOnly(readOnly)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    m_toggle = new QPushButton(themeIcon(Icon::ChevronRight), tr("Maintenance"));
    setButtonKind(m_toggle, ButtonKind::Flat);
    m_toggle->setFont(textFont(TextRole::Strong));
    m_summary = new ElidedLabel({}, TextRole::Label, &ThemeTokens::text2);
    m_pill = new Pill(Tone::Neutral, tr("Reading …"), Icon::Queued);
    head->addWidget(m_toggle);
    head->addWidget(m_summary, 1);
    head->addWidget(m_pill);
    head->addWidget(new Label(tr("set up, upgrade, go back"), TextRole::Label, &ThemeTokens::text2));
    this->body()->addLayout(head);
    m_content = new QWidget;
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    this->body()->addWidget(m_content);
    connect(m_toggle, &QPushButton::clicked, this, [this] { setOpen(!isOpen()); });
    QVBoxLayout *body = content;
    body->setSpacing(8);
    m_banner = new Banner(Tone::Error, Icon::Warning);
    m_banner->hide();
    body->addWidget(m_banner);
    body->addWidget(paragraph(
        tr("Herdbook notes every row it writes in a schema of its own, so that a batch can be taken back, and shares "
           "trials and answers there between workstations. The tables of the tracking system are not altered, and "
           "nothing happens by itself: what is below runs when you say so, in one transaction."),
        &ThemeTokens::text2));
    m_found = paragraph({}, &ThemeTokens::text);
    m_found->setObjectName(QStringLiteral("found"));
    body->addWidget(m_found);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_target = new QComboBox;
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_target->setAccessibleName(tr("Change the journal to"));
    auto *title = new Label(tr("Set it to"), TextRole::Body, &ThemeTokens::text2);
    title->setBuddy(m_target);
    row->addWidget(title);
    row->addWidget(m_target);
    row->addStretch();
    body->addLayout(row);
    m_consequence = paragraph({}, &ThemeTokens::text2);
    body->addWidget(m_consequence);
    m_sql = new QPlainTextEdit;
    m_sql->setReadOnly(true);
    m_sql->setFont(textFont(TextRole::Mono));
    m_sql->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_sql->setAccessibleName(tr("The SQL that will run"));
    m_sql->setMinimumHeight(90); // a low window takes the rest of its height
    body->addWidget(m_sql);
    body->addWidget(makeButtons());
    m_content->hide();
    setFocusHeirs({m_buttons, m_sql, m_target}, {m_toggle});

    m_target->setPlaceholderText(tr("Choose …"));
    connect(m_target, &QComboBox::currentIndexChanged, this, [this] {
        m_buttons->setCurrentIndex(0); // what was asked was about another target
        showTarget();
    });
    connect(&desk, &ApplyDesk::journalRead, this, &Maintenance::show);
    connect(&desk, &ApplyDesk::journalFailed, this, [this](Fault fault, const Error &error) {
        m_banner->setTexts(ApplyDesk::lead(fault, error), error.message);
        m_banner->show();
        m_buttons->setEnabled(true);
        m_cameForIt = false;
        if (fault == Fault::NotRead) {
            m_pill->setState(Tone::Neutral, tr("Not read"), Icon::Info);
            m_summary->setText({}); // why is said above
        }
    });
}

QWidget *Maintenance::makeButtons()
{
    m_buttons = new QStackedWidget;
    m_buttons->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const auto row = [this] {
        auto *widget = new QWidget;
        auto *layout = new QHBoxLayout(widget);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(8);
        m_buttons->addWidget(widget);
        return layout;
    };
    QHBoxLayout *usual = row();
    m_run = new QPushButton;
    setButtonKind(m_run, ButtonKind::Primary);
    if (m_readOnly)
        m_run->hide(); // shown, it would be a window until it is in its place
    auto *copy = new QPushButton(tr("Copy the SQL"));
    for (QPushButton *button : {m_run, copy})
        usual->addWidget(button);
    usual->addStretch();
    QHBoxLayout *asking = row();
    m_question = new Label({}, TextRole::Strong);
    m_remove = new QPushButton;
    auto *keep = new QPushButton(tr("Keep it"));
    asking->addWidget(m_question);
    asking->addWidget(m_remove);
    asking->addWidget(keep);
    asking->addStretch();
    connect(m_run, &QPushButton::clicked, this, [this] {
        if (target() > m_state.rights.schemaVersion) {
            run();
            return;
        }
        m_question->setText(m_consequence->text().isEmpty() ? m_run->text() + u'?' : tr("What it holds is lost."));
        m_remove->setText(m_run->text());
        m_buttons->setCurrentIndex(1);
        m_remove->setFocus();
    });
    connect(m_remove, &QPushButton::clicked, this, &Maintenance::run);
    connect(keep, &QPushButton::clicked, this, [this] { m_buttons->setCurrentIndex(0); });
    connect(copy, &QPushButton::clicked, this, [this, copy] { copyText(m_sql->toPlainText(), copy); });
    return m_buttons;
}

bool Maintenance::isOpen() const
{
    return !m_content->isHidden();
}

void Maintenance::setOpen(bool open)
{
    m_content->setVisible(open);
    m_cameForIt = false;
    m_toggle->setIcon(themeIcon(open ? Icon::ChevronDown : Icon::ChevronRight));
    Q_EMIT opened(open);
}

void Maintenance::openToSetUp()
{
    setOpen(true);
    m_toggle->setFocus();
    m_cameForIt = true;
}

void Maintenance::reset()
{
    setOpen(false);
    m_read = false;
    m_banner->hide();
    const QSignalBlocker quiet(m_target);
    m_target->clear(); // what was chosen was about what was found then
    m_buttons->setCurrentIndex(0);
    showTarget();
}

int Maintenance::target() const
{
    return m_target->currentData().toInt();
}

void Maintenance::run()
{
    m_banner->hide();
    m_buttons->setCurrentIndex(0);
    m_buttons->setEnabled(false);
    m_desk.migrate(m_state.rights.schemaVersion, target(), m_state.notUndone);
}

void Maintenance::show(const JournalState &state)
{
    // Read again and found as before: what was chosen stays. So does what is being asked, unless more or less would be lost.
    const bool another =
        !m_read || state.rights.schemaVersion != m_state.rights.schemaVersion || state.unread != m_state.unread;
    if (another || state.notUndone != m_state.notUndone)
        m_buttons->setCurrentIndex(0);
    m_read = true;
    m_state = state;
    const int version = state.rights.schemaVersion;
    m_buttons->setEnabled(true);
    QString found;
    if (!state.rights.untrusted.isEmpty()) {
        m_pill->setState(Tone::Error, tr("Not trusted"), Icon::Warning);
        found = tr("%1. Nothing of it is read or written.").arg(coreText(state.rights.untrusted));
    } else if (!state.rights.readable) {
        m_pill->setState(Tone::Warn, tr("Not readable"), Icon::Lock);
        found = coreText(state.unread) + u'.';
    } else if (version == 0) {
        m_pill->setState(Tone::Neutral, tr("Not set up"), Icon::Info);
        found = tr("This database has no journal. Until it has one, nothing can be applied or shared.");
    } else if (version == kSchemaVersion) {
        m_pill->setState(Tone::Ok, tr("Version %1").arg(version), Icon::Completed);
        found = tr("Schema herdbook, version %1, the newest this program knows; nothing to do.").arg(version);
    } else if (version < kSchemaVersion) {
        m_pill->setState(Tone::Warn, tr("Upgrade due"), Icon::Warning);
        found = tr("Version %1 is installed; this program writes version %2.").arg(version).arg(kSchemaVersion);
    } else {
        m_pill->setState(Tone::Warn, tr("Version %1").arg(version), Icon::Warning);
        found = tr("A newer Herdbook made version %1; this one knows %2.").arg(version).arg(kSchemaVersion);
    }
    if (another || m_summary->text().isEmpty()) // what failed was about another version, or the reading itself
        m_banner->hide();
    m_summary->setText(found);
    if (version > 0)
        found +=
            u' ' + tr("Written by batches and not undone: %1. Each batch tells how many of its rows can still go back.")
                       .arg(Words::count(state.notUndone, tr("row"), tr("rows")));
    m_found->setText(found);
    if (another) {
        const QSignalBlocker quiet(m_target);
        m_target->clear();
        const bool possible = version <= kSchemaVersion && state.unread.isEmpty();
        for (int to = possible ? kSchemaVersion : -1; to >= 0; --to) {
            if (to != version)
                m_target->addItem(to == 0 ? tr("No journal: remove it") : tr("Version %1").arg(to), to);
        }
        m_target->setCurrentIndex(possible && version < kSchemaVersion ? 0 : -1); // the newest stands first
        m_target->setEnabled(m_target->count() > 0);
    }
    showTarget();
    if (std::exchange(m_cameForIt, false) && window()->focusWidget() == m_toggle)
        m_run->setFocus();
}

void Maintenance::showTarget()
{
    const int from = m_state.rights.schemaVersion;
    const bool chosen = m_target->currentIndex() >= 0;
    m_sql->setVisible(chosen);
    m_buttons->setVisible(chosen);
    if (!chosen) {
        m_run->setEnabled(false);
        m_sql->clear();
        m_consequence->clear();
        m_consequence->hide();
        return;
    }
    const int to = target();
    m_sql->setPlainText(migrationSql(from, to));
    m_run->setText(from == 0   ? tr("Set up the journal")
                   : to == 0   ? tr("Remove the journal")
                   : to > from ? tr("Upgrade to version %1").arg(to)
                               : tr("Go back to version %1").arg(to));
    setButtonKind(m_run, to > from ? ButtonKind::Primary : ButtonKind::Secondary);
    QStringList lost;
    if (to < kJournalSince)
        lost << tr("What was written stays, but %1 can’t be taken back any more.")
                    .arg(Words::count(m_state.notUndone, tr("row"), tr("rows")));
    if (from >= kSharedTrialsSince && to < kSharedTrialsSince)
        lost << tr("Shared trials and answers go; each workstation keeps its own.");
    else if (to < kCertificatesSince && from >= kCertificatesSince)
        lost << tr(
            "Certificates go, and what batches found in the review columns and sighting counts before them; batches, "
            "rows, trials, answers and the seeds of pools stay. Nothing can be applied until it is upgraded again.");
    else if (to < kAppliesSince && to < from)
        lost << tr("Nothing can be applied until it is upgraded again.");
    m_consequence->setText(lost.join(u' '));
    m_consequence->setVisible(!lost.isEmpty());
    const bool standing = m_state.rights.readOnlyServer;
    const bool may = !standing && (from > 0 || m_state.rights.mayCreateSchema);
    m_run->setEnabled(may);
    const QString why = may ? QString()
                        : standing
                            ? tr("This server is read-only now (a standby, or set so).")
                            : tr("The role %1 may not create a schema in this database; its owner can run this SQL.")
                                  .arg(m_state.rights.role);
    m_run->setToolTip(plainTip(why));
    if (!may) {
        m_consequence->setText(why);
        m_consequence->show();
    }
}

} // namespace herdbook::trial
