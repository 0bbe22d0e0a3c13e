// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/envcard.h"

#include "core/config/secrets.h"
#include "ui/connection/keeping.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/style/style.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace herdbook::connection {

EnvCard::EnvCard(EnvImport &import, SecretStore &secrets, QWidget *parent)
    : Card(tr("Connect to a deployment"), parent), m_import(import), m_pill(new Pill), m_file(new QLineEdit),
      m_count(new ElidedLabel({}, TextRole::Label, &ThemeTokens::text2)),
      m_leftOut(new Label({}, TextRole::Body, toneInk(Tone::Warn))), m_again(new QPushButton(tr("Test again"))),
      m_note(new Label({}, TextRole::Body, &ThemeTokens::text2)), m_table(new QWidget)
{
    setObjectName(QStringLiteral("envCard"));
    setAcceptDrops(true);
    header()->addWidget(m_pill);
    body()->setContentsMargins(1, 0, 1, 1);
    body()->setSpacing(0);
    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(20, 0, 20, 16);
    column->setSpacing(10);
    auto *about =
        new Label(tr("Read from its .env file; each line is tested as soon as it is known. The file is not changed."),
                  TextRole::Body, &ThemeTokens::text2);
    about->setWordWrap(true);
    column->addWidget(about);

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_file->setObjectName(QStringLiteral("envFile"));
    m_file->setAccessibleName(tr("The deployment's .env file"));
    m_file->setPlaceholderText(QStringLiteral("/srv/deer/.env"));
    m_file->addAction(themeIcon(Icon::File), QLineEdit::LeadingPosition);
    auto *choose = new QPushButton(tr("Choose…"));
    m_again->setIcon(themeIcon(Icon::Refresh, &ThemeTokens::text));
    row->addWidget(m_file, 1);
    row->addWidget(choose);
    row->addWidget(m_again);
    column->addLayout(row);
    column->addWidget(m_count);
    m_leftOut->setObjectName(QStringLiteral("leftOut"));
    m_leftOut->setWordWrap(true);
    column->addWidget(m_leftOut);

    auto *rows = new QVBoxLayout(m_table);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    for (int at = 0; at < EnvImport::RowCount; ++at) {
        m_rows[static_cast<size_t>(at)] = new EnvRow(import, static_cast<EnvImport::Row>(at));
        rows->addWidget(m_rows[static_cast<size_t>(at)]);
        // Once the rows below say what they want, and the buttons whether they can be pressed.
        connect(
            m_rows[static_cast<size_t>(at)], &EnvRow::focusLost, this, [this, at] { goOnFrom(at); },
            Qt::QueuedConnection);
    }
    m_note->setWordWrap(true);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setMinimumHeight(120);
    column->addWidget(m_note);
    column->addWidget(m_table);
    column->addStretch(1);
    body()->addWidget(inner, 1);
    body()->addWidget(makeFooter(secrets));

    setFocusHeirs({m_withoutRedis}, {m_connect, m_file});
    setFocusHeirs({m_connect, m_again, m_table}, {m_file});
    connect(choose, &QPushButton::clicked, this, &EnvCard::choose);
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (!m_import.isTesting()) // not disabled meanwhile: it keeps the focus
            m_import.testAgain();
    });
    connect(m_file, &QLineEdit::returnPressed, this, [this] { m_import.read(m_file->text()); });
    connect(&m_import, &EnvImport::changed, this, &EnvCard::refresh);
    refresh();
}

QWidget *EnvCard::makeFooter(SecretStore &secrets)
{
    auto *footer = new Ground(&ThemeTokens::sunken);
    auto *column = new QVBoxLayout(footer);
    column->setContentsMargins(20, 8, 20, 8);
    column->setSpacing(4);
    auto *keeping = new ElidedLabel({}, TextRole::Label, &ThemeTokens::text2);
    keeping->setObjectName(QStringLiteral("keeping"));
    const auto say = [keeping, &secrets] { sayKeeping(*keeping, secrets); };
    say();
    connect(&secrets, &SecretStore::persistenceChanged, keeping, say);
    auto *byHand = new QPushButton(tr("Type it all by hand"));
    setButtonKind(byHand, ButtonKind::Flat);
    setCompact(byHand);
    column->addWidget(keeping); // a line of its own: it is a long one
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    column->addLayout(row);
    row->addWidget(byHand);
    row->addStretch(1);
    m_waits = new Label({}, TextRole::Label, &ThemeTokens::text2);
    m_withoutRedis = new QPushButton(tr("Connect without Redis"));
    m_connect = new QPushButton(tr("Connect"));
    m_connect->setObjectName(QStringLiteral("envConnect"));
    setButtonKind(m_connect, ButtonKind::Primary);
    row->addWidget(m_waits);
    row->addWidget(m_withoutRedis);
    row->addWidget(m_connect);
    connect(byHand, &QPushButton::clicked, this,
            [this] { Q_EMIT byHandAsked(m_import.suggestedName(), m_import.readSoFar()); });
    connect(m_connect, &QPushButton::clicked, this, &EnvCard::connectNow);
    connect(m_withoutRedis, &QPushButton::clicked, this,
            [this] { Q_EMIT connectAsked(m_import.suggestedName(), m_import.values()); });
    return footer;
}

void EnvCard::connectNow()
{
    if (m_import.canConnect())
        Q_EMIT connectAsked(m_import.suggestedName(), m_import.values());
}

void EnvCard::goOnFrom(int row)
{
    QList<QWidget *> next;
    for (int at = row; at < EnvImport::RowCount; ++at)
        next << m_rows[static_cast<size_t>(at)]->firstField();
    focusFirstOf(next << m_connect << m_withoutRedis << m_file);
}

void EnvCard::choose()
{
    auto *dialog = new QFileDialog(window(), tr("The deployment's .env file"), QFileInfo(m_file->text()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(dialog->filter() | QDir::Hidden);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_import.read(path); });
    dialog->open();
}

void EnvCard::refresh()
{
    if (!m_file->hasFocus() || m_file->text().isEmpty())
        m_file->setText(m_import.path());
    const bool loaded = m_import.hasFile();
    const bool wrong = !m_import.fileProblem().isEmpty();
    m_table->setVisible(loaded);
    m_note->setVisible(!loaded);
    m_note->setText(m_import.isReading() ? tr("Reading the file…")
                    : wrong              ? m_import.fileProblem()
                                         : tr("Drop a .env file here or choose it"));
    m_note->setColor(wrong ? &ThemeTokens::error : &ThemeTokens::text2);
    QStringList leftOut = loaded ? m_import.leftOut() : QStringList();
    const auto used = m_import.used() - leftOut.size();
    if (loaded)
        leftOut << m_import.badLines();
    QStringList names = m_import.unused();
    if (const auto more = m_import.found() - m_import.used() - names.size(); more > 0)
        names << tr("%1 more").arg(more);
    const QString count = tr("%1 settings, %2 used").arg(m_import.found()).arg(used);
    m_count->setText(names.isEmpty()
                         ? count
                         : count + QLatin1String(". ") + tr("Not used: %1").arg(names.join(QLatin1String(", "))));
    m_count->setVisible(loaded);
    m_leftOut->setText(tr("Left out: %1").arg(leftOut.join(QStringLiteral("; "))));
    m_leftOut->setVisible(!leftOut.isEmpty());
    m_again->setEnabled(!m_import.path().isEmpty());
    if (std::exchange(m_shownPath, m_import.path()) != m_import.path()) {
        for (EnvRow *row : m_rows)
            row->forgetPlace();
    }
    for (int at = 0; loaded && at < EnvImport::RowCount; ++at)
        m_rows[static_cast<size_t>(at)]->show(m_import.line(static_cast<EnvImport::Row>(at)), !m_import.isTesting());
    const int needing = m_import.needing();
    m_pill->setVisible(loaded || m_import.isReading());
    if (m_import.isTesting())
        m_pill->setState(Tone::Info, m_import.isReading() ? tr("Reading") : tr("Testing"), Icon::Running);
    else if (needing > 0)
        m_pill->setState(Tone::Warn,
                         needing == 1 ? tr("1 of %1 needs you").arg(EnvImport::RowCount)
                                      : tr("%1 of %2 need you").arg(needing).arg(EnvImport::RowCount),
                         Icon::Warning);
    else if (!leftOut.isEmpty())
        m_pill->setState(Tone::Warn, leftOut.size() == 1 ? tr("1 left out") : tr("%1 left out").arg(leftOut.size()),
                         Icon::Warning);
    else if (!m_import.canConnect())
        m_pill->setState(Tone::Neutral, tr("Not all is tested"));
    else
        m_pill->setState(Tone::Ok, tr("All there"), Icon::Completed);
    const bool ready = m_import.canConnect();
    const bool redisAlone = !ready && m_import.canConnectWithoutRedis();
    m_connect->setEnabled(ready);
    m_withoutRedis->setVisible(redisAlone);
    m_waits->setVisible(redisAlone);
    m_waits->setText(tr("Redis is needed for exports"));
    m_connect->setToolTip(ready                  ? tr("Connect (Ctrl+Enter)")
                          : m_import.isTesting() ? tr("The tests are running")
                          : loaded               ? tr("Something is red yet")
                                                 : tr("Choose a file first"));
}

void EnvCard::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().constFirst().isLocalFile())
        event->acceptProposedAction();
}

void EnvCard::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_import.read(event->mimeData()->urls().constFirst().toLocalFile());
}

void EnvCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    const QWidget *focus = window()->focusWidget();
    if (focus == nullptr || !isAncestorOf(focus))
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, rect(), {}, themeTokens(this).accent, 6, 2);
}

} // namespace herdbook::connection
