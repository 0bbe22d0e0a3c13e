// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/welcomepage.h"

#include "ui/connection/demopictures.h"
#include "ui/connection/envcard.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/coretexts.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>

#include <cmath>

namespace herdbook::connection {

namespace {

constexpr int BlockWidth = 1120;
constexpr int LeftWidth = 332;

Label *wrapped(const QString &text)
{
    auto *label = new Label(text, TextRole::Body, &ThemeTokens::text2);
    label->setWordWrap(true);
    return label;
}

} // namespace

WelcomePage::WelcomePage(SecretStore &secrets, QWidget *parent)
    : QWidget(parent), m_env(new EnvCard(m_import, secrets)), m_grid(new QGridLayout)
{
    m_demoCard = makeDemo();
    m_laterCard = makeLater();
    showOpen({}, false);
    m_env->setMinimumHeight(560); // what it comes to say moves nothing
    setObjectName(QStringLiteral("welcomePage"));
    setAccessibleName(tr("Welcome"));
    auto *block = new QWidget;
    block->setMaximumWidth(BlockWidth);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(16, 24, 16, 24);
    column->setSpacing(8);
    auto *title = new Label(tr("Welcome to Herdbook"), TextRole::Display);
    QFont font = title->font();
    font.setPointSizeF(21);
    title->setFont(font);
    auto *sentence =
        new Label(tr("It reads what your cameras saw, makes reports of it, and shows how far the automatic "
                     "re-identification can be trusted."),
                  TextRole::Body, &ThemeTokens::text2);
    sentence->setWordWrap(true);
    font = sentence->font();
    font.setPointSizeF(11);
    sentence->setFont(font);
    m_grid->setSpacing(16);
    column->addWidget(title);
    column->addWidget(sentence);
    column->addSpacing(16);
    column->addLayout(m_grid, 1);
    auto *hint = new Label(tr("All of this is also under Connection and in the menu at the lower left."),
                           TextRole::Label, &ThemeTokens::text2);
    hint->setAlignment(Qt::AlignRight);
    column->addWidget(hint);
    auto *outer = new QGridLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setRowStretch(0, 2);
    outer->addWidget(block, 1, 1);
    outer->setRowStretch(2, 3);
    outer->setColumnStretch(0, 1);
    outer->setColumnStretch(1, 100);
    outer->setColumnStretch(2, 1);

    connect(m_env, &EnvCard::connectAsked, this, &WelcomePage::connectAsked);
    connect(m_env, &EnvCard::byHandAsked, this, &WelcomePage::byHandAsked);
    auto *connectKey = new QShortcut(Qt::CTRL | Qt::Key_Return, this);
    connectKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(connectKey, &QShortcut::activated, m_env, &EnvCard::connectNow);
    setFocusHeirs({m_demo}, {m_later});
    setFocusHeirs({m_cancelDemo}, {m_demo, m_later});
    arrange(true);
    setTabOrder(m_env, m_demo);
    setTabOrder(m_demo, m_cancelDemo);
    setTabOrder(m_cancelDemo, m_later);
}

Card *WelcomePage::makeDemo()
{
    auto *card = new Card;
    card->setAccessibleName(tr("Demo ranch"));
    card->body()->setContentsMargins(20, 20, 20, 20);
    card->body()->addWidget(new DemoPictures);
    card->body()->addSpacing(4);
    card->body()->addWidget(new Label(tr("Look around on the demo ranch"), TextRole::Strong));
    card->body()->addWidget(
        wrapped(tr("A made-up ranch with 14 months of detections, on servers of its own on this machine. Nothing of "
                   "yours is touched.")));
    card->body()->addStretch(1);
    m_demoStage = new Label({}, TextRole::Label, &ThemeTokens::text2);
    m_demoStage->setWordWrap(true);
    m_demoBar = new QProgressBar;
    m_demoBar->setRange(0, 1000);
    m_demoBar->setTextVisible(false);
    m_demoBar->setFixedHeight(8);
    m_demoBar->setAccessibleName(tr("Demo ranch: progress"));
    m_demoBar->hide();
    m_demo = new QPushButton(themeIcon(Icon::Play, &ThemeTokens::text), {});
    m_demo->setObjectName(QStringLiteral("startDemo"));
    card->body()->addWidget(m_demoBar);
    card->body()->addWidget(m_demoStage);
    m_cancelDemo = new QPushButton(tr("Cancel"));
    m_cancelDemo->setObjectName(QStringLiteral("cancelDemo"));
    m_cancelDemo->setAccessibleName(tr("Cancel the start of the demo ranch"));
    m_cancelDemo->hide();
    auto *buttons = new QHBoxLayout; // a double click on one doesn't hit the other
    buttons->addWidget(m_demo);
    buttons->addStretch(1);
    buttons->addWidget(m_cancelDemo);
    card->body()->addLayout(buttons);
    connect(m_demo, &QPushButton::clicked, this, &WelcomePage::startDemo);
    connect(m_cancelDemo, &QPushButton::clicked, this, &WelcomePage::demoCancelled);
    offerDemo();
    return card;
}

Card *WelcomePage::makeLater()
{
    auto *card = new Card;
    card->body()->setContentsMargins(20, 20, 20, 20);
    m_laterTitle = new Label({}, TextRole::Strong);
    m_laterTitle->setWordWrap(true);
    m_laterText = wrapped({});
    card->body()->addWidget(m_laterTitle);
    card->body()->addWidget(m_laterText);
    card->body()->addStretch(1);
    m_later = new QPushButton;
    m_later->setObjectName(QStringLiteral("later"));
    card->body()->addWidget(m_later, 0, Qt::AlignLeft);
    connect(m_later, &QPushButton::clicked, this, &WelcomePage::laterAsked);
    return card;
}

void WelcomePage::arrange(bool wide)
{
    if (m_wide == wide)
        return;
    m_wide = wide;
    for (QWidget *card : std::initializer_list<QWidget *>{m_env, m_demoCard, m_laterCard})
        m_grid->removeWidget(card);
    for (int i = 0; i < 3; ++i) {
        m_grid->setRowStretch(i, 0);
        m_grid->setColumnStretch(i, 0);
        m_grid->setColumnMinimumWidth(i, 0);
    }
    if (wide) {
        m_grid->addWidget(m_demoCard, 0, 0);
        m_grid->addWidget(m_laterCard, 1, 0);
        m_grid->addWidget(m_env, 0, 1, 2, 1);
        m_grid->setColumnMinimumWidth(0, LeftWidth);
        m_grid->setColumnStretch(1, 1);
        m_grid->setRowStretch(0, 336);
        m_grid->setRowStretch(1, 224);
    } else {
        m_grid->addWidget(m_env, 0, 0);
        m_grid->addWidget(m_demoCard, 1, 0);
        m_grid->addWidget(m_laterCard, 2, 0);
    }
}

void WelcomePage::resizeEvent(QResizeEvent *event)
{
    arrange(width() >= 1000);
    QWidget::resizeEvent(event);
}

void WelcomePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT laterAsked();
    else
        QWidget::keyPressEvent(event);
}

void WelcomePage::startDemo()
{
    if (m_demo->isHidden())
        return;
    if (!m_demoNote)
        showDemoProgress(tr("Starting"), 0);
    Q_EMIT demoAsked();
}

void WelcomePage::showDemoProgress(const QString &stage, double fraction)
{
    if (!m_cancelDemo->isEnabledTo(this))
        return; // said before it was cancelled
    m_demo->hide();
    m_cancelDemo->show();
    m_demoBar->show();
    m_demoBar->setValue(static_cast<int>(std::lround(fraction * 1000)));
    m_demoStage->setColor(&ThemeTokens::text2);
    m_demoStage->setText(coreText(stage));
}

void WelcomePage::showDemoStopping()
{
    m_cancelDemo->setEnabled(false);
    m_demoStage->setText(tr("Stopping"));
}

void WelcomePage::showDemoError(const Error &error)
{
    showDemoIdle();
    m_demoStage->setColor(&ThemeTokens::error);
    m_demoStage->setText(coreText(error.message));
}

void WelcomePage::showDemoIdle()
{
    m_demoNote.reset();
    offerDemo();
}

void WelcomePage::showDemoRuns(const QString &note)
{
    m_demoNote = note;
    offerDemo();
}

void WelcomePage::offerDemo()
{
    m_demoBar->hide();
    m_cancelDemo->hide();
    m_cancelDemo->setEnabled(true);
    m_demo->setVisible(!m_demoOpen);
    m_demo->setText(m_demoNote ? tr("Open the demo ranch") : tr("Start the demo ranch"));
    m_demoStage->setColor(&ThemeTokens::text2);
    if (!m_demoNote)
        m_demoStage->setText(tr("a few seconds, about 40 s the first time"));
    else if (!m_demoOpen)
        m_demoStage->setText(tr("Its servers run; it opens at once."));
    else
        m_demoStage->setText(m_demoNote->isEmpty() ? tr("It is open.")
                                                   : tr("It is open. %1").arg(coreText(*m_demoNote)));
}

void WelcomePage::showOpen(const QString &profile, bool demo)
{
    m_open = !profile.isEmpty();
    m_laterTitle->setText(m_open ? tr("%1 is open").arg(profile) : tr("I'll do it later"));
    m_laterText->setText(m_open ? tr("It stays open until you choose something else here.")
                                : tr("Opens the program as it is. Everything waits for a connection; this page comes "
                                     "back from the menu at the lower left."));
    m_later->setText(m_open ? tr("Back to it") : tr("Go on without"));
    m_laterCard->setAccessibleName(m_laterTitle->text());
    const bool demoOpen = m_open && demo;
    if (std::exchange(m_demoOpen, demoOpen) != demoOpen)
        offerDemo();
}

QList<QWidget *> WelcomePage::panes() const
{
    return {m_env->fileEdit(), m_demo, m_later};
}

QList<KeyHelp> WelcomePage::keys() const
{
    return {{tr("Enter"), tr("Read the file; in a field: test its row")},
            {tr("Ctrl+Enter"), tr("Connect")},
            {tr("Esc"), m_open ? tr("Back to what is open") : tr("Later")}};
}

} // namespace herdbook::connection
