// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/journal/journalpage.h"

#include "core/trial/batch/schema.h"
#include "core/trial/review/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/style/style.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

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

JournalPage::JournalPage(ApplyDesk &desk, bool readOnly, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_readOnly(readOnly)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 0, 16, 16);
    auto *card = new Card(tr("The journal: schema herdbook"));
    card->setHeaderLine(true);
    m_pill = new Pill(Tone::Neutral, tr("Reading …"), Icon::Queued);
    card->header()->addWidget(m_pill);
    QVBoxLayout *body = card->body();
    body->setSpacing(12);
    m_banner = new Banner(Tone::Error, Icon::Warning);
    m_banner->hide();
    body->addWidget(m_banner);
    body->addWidget(paragraph(
        tr("Herdbook notes every row it writes in a schema of its own, so that a batch can be taken back, and shares "
           "trials and answers there between workstations. The tables of the tracking system are not altered, and "
           "nothing happens by itself: what is below runs when you say so, in one transaction."),
        &ThemeTokens::text2));
    m_found = paragraph({}, &ThemeTokens::text);
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
    m_sql->setMinimumHeight(120);
    body->addWidget(m_sql, 1);
    body->addWidget(makeButtons());
    auto *scroll = new QScrollArea;
    scroll->setWidget(card);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    column->addWidget(scroll);

    connect(m_target, &QComboBox::currentIndexChanged, this, [this] {
        m_buttons->setCurrentIndex(0); // what was asked was about another target
        showTarget();
    });
    connect(&desk, &ApplyDesk::journalRead, this, &JournalPage::show);
    connect(&desk, &ApplyDesk::journalFailed, this, [this](const Error &error) {
        m_banner->setTexts(tr("Not done:"), error.message);
        m_banner->show();
        m_buttons->setEnabled(true);
    });
}

QWidget *JournalPage::makeButtons()
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
    m_run->setEnabled(false);
    m_run->setVisible(!m_readOnly);
    auto *copy = new QPushButton(tr("Copy the SQL"));
    m_back = new QPushButton(tr("Back"));
    for (QPushButton *button : {m_run, copy, m_back})
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
    connect(m_remove, &QPushButton::clicked, this, &JournalPage::run);
    connect(keep, &QPushButton::clicked, this, [this] { m_buttons->setCurrentIndex(0); });
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_sql->toPlainText()); });
    connect(m_back, &QPushButton::clicked, this, &JournalPage::backAsked);
    return m_buttons;
}

int JournalPage::target() const
{
    return m_target->currentData().toInt();
}

void JournalPage::run()
{
    m_banner->hide();
    m_buttons->setCurrentIndex(0);
    m_buttons->setEnabled(false);
    m_desk.migrate(m_state.rights.schemaVersion, target());
}

void JournalPage::show(const JournalState &state)
{
    // Read again and found as before: what was chosen, or is being asked, stays.
    const bool another = !m_read || state.rights.schemaVersion != m_state.rights.schemaVersion;
    m_read = true;
    m_state = state;
    const int version = state.rights.schemaVersion;
    m_buttons->setEnabled(true);
    if (version == 0) {
        m_pill->setState(Tone::Neutral, tr("Not set up"), Icon::Info);
        m_found->setText(tr("This database has no journal. Until it has one, nothing can be applied or shared."));
    } else {
        if (version == kSchemaVersion)
            m_pill->setState(Tone::Ok, tr("Version %1").arg(version), Icon::Completed);
        else
            m_pill->setState(Tone::Warn, tr("Version %1").arg(version), Icon::Warning);
        m_found->setText((version > kSchemaVersion   ? tr("A newer Herdbook made version %1; this one knows %2.")
                          : version < kSchemaVersion ? tr("Version %1 is installed; this program writes version %2.")
                                                     : tr("Version %1 is installed, the newest this program knows."))
                             .arg(version)
                             .arg(kSchemaVersion) +
                         u' ' +
                         tr("%1 written by batches can still be taken back.")
                             .arg(Words::count(state.notUndone, tr("row"), tr("rows"))));
    }
    if (another) {
        const QSignalBlocker quiet(m_target);
        m_buttons->setCurrentIndex(0);
        m_target->clear();
        for (int to = version > kSchemaVersion ? -1 : kSchemaVersion; to >= 0; --to) {
            if (to != version)
                m_target->addItem(to == 0 ? tr("No journal: remove it") : tr("Version %1").arg(to), to);
        }
        m_target->setEnabled(m_target->count() > 0);
    }
    showTarget();
}

void JournalPage::showTarget()
{
    const int from = m_state.rights.schemaVersion;
    if (m_target->count() == 0) {
        m_sql->clear();
        m_consequence->clear();
        m_run->setEnabled(false);
        m_run->setText(tr("Nothing to do"));
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
    else if (to < kAppliesSince && to < from)
        lost << tr("Nothing can be applied until it is upgraded again.");
    m_consequence->setText(lost.join(u' '));
    m_consequence->setVisible(!lost.isEmpty());
    const bool may = from > 0 || m_state.rights.mayCreateSchema;
    m_run->setEnabled(may);
    m_run->setToolTip(may ? QString()
                          : tr("The role %1 may not create a schema in this database; its owner can run this SQL.")
                                .arg(m_state.rights.role));
    if (!may) {
        m_consequence->setText(m_run->toolTip());
        m_consequence->show();
    }
}

} // namespace herdbook::trial
