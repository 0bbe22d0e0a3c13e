// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/folderline.h"

#include "core/base/whendone.h"
#include "ui/jobs/jobtexts.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace herdbook::ui {

namespace {

QString filesText(qint64 files)
{
    return countText(files, FolderLine::tr("1 file"), FolderLine::tr("%1 files"));
}

qint64 bytesOf(const QList<exports::AgedFile> &files)
{
    qint64 bytes = 0;
    for (const exports::AgedFile &file : files)
        bytes += file.bytes;
    return bytes;
}

} // namespace

FolderLine::FolderLine(jobs::FolderLook &look, jobs::JobActions &actions, jobs::JobFeed &feed, QWidget *parent)
    : QWidget(parent), m_look(look), m_actions(actions), m_feed(feed),
      m_text(new ElidedLabel({}, TextRole::Label, &ThemeTokens::text2)), m_free(new QPushButton),
      m_confirm(new QPushButton(tr("Delete"))), m_back(new QPushButton(tr("Back")))
{
    setObjectName(QStringLiteral("folderLine"));
    setFixedHeight(34);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    m_free->setObjectName(QStringLiteral("freeFiles"));
    m_confirm->setObjectName(QStringLiteral("confirmFreeing"));
    for (QPushButton *button : {m_free, m_confirm, m_back}) {
        setCompact(button);
        row->addWidget(button);
    }
    connect(m_free, &QPushButton::clicked, this, [this] { ask(true); });
    connect(m_back, &QPushButton::clicked, this, [this] { ask(false); });
    connect(m_confirm, &QPushButton::clicked, this, &FolderLine::freeFiles);
    connect(&m_look, &jobs::FolderLook::looked, this, &FolderLine::refresh);
    connect(&m_feed, &jobs::JobFeed::healthRead, this, &FolderLine::refresh);
    connect(&m_feed, &jobs::JobFeed::connectionChanged, this, [this](const jobs::FeedConnection &connection) {
        if (connection.state == jobs::FeedConnection::State::Online)
            m_look.refreshSoon();
        refresh();
    });
    connect(&m_feed, &jobs::JobFeed::delivered, this, [this](const jobs::JobDelta &delta) {
        const bool ended = std::any_of(delta.changed.cbegin(), delta.changed.cend(),
                                       [](const jobs::JobRowPtr &job) { return !job->isWaitingOrRunning(); });
        if (isVisible() && (ended || !delta.gone.isEmpty()))
            m_look.refreshSoon();
    });
    refresh();
}

void FolderLine::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    refresh();
}

QString FolderLine::text() const
{
    return m_text->text();
}

void FolderLine::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_look.refresh();
}

bool FolderLine::isWithoutRedis() const
{
    const jobs::FolderSight &sight = m_look.sight();
    return m_feed.connection().state == jobs::FeedConnection::State::Offline && sight.use && !sight.use->aged.isEmpty();
}

std::optional<QList<exports::AgedFile>> FolderLine::spare() const
{
    return isWithoutRedis() ? std::nullopt : m_look.sight().spare;
}

QString FolderLine::doubtText() const
{
    using Doubt = jobs::FolderSight::Doubt;
    switch (isWithoutRedis() ? Doubt::Redis : m_look.sight().doubt) {
    case Doubt::NotAsked:
        break;
    case Doubt::Redis:
        return tr("; what could be freed isn't known without Redis");
    case Doubt::Retention:
        return tr("; how long workers keep files isn't known");
    case Doubt::Clock:
        return tr("; what could be freed isn't known: the clocks here and of Redis differ");
    }
    return {};
}

void FolderLine::refresh()
{
    const std::optional<exports::FolderUse> &use = m_look.sight().use;
    const std::optional<QList<exports::AgedFile>> spare = this->spare();
    const bool any = use && spare && !spare->isEmpty();
    const bool allowed = any && use->writable && !m_readOnly && !m_feed.isReadOnly();
    if (!allowed)
        m_asked.clear();
    const bool asking = !m_asked.isEmpty() && !m_freeing;
    m_free->setVisible(allowed && !asking && !m_freeing);
    m_confirm->setVisible(asking);
    m_back->setVisible(asking);
    m_free->setText(tr("Free %1").arg(sizeText(any ? bytesOf(*spare) : 0)));

    QString text;
    if (m_freeing) {
        text = tr("Deleting old exports…");
    } else if (asking) {
        text = tr("Delete for good: %1, %2?").arg(filesText(m_asked.size()), sizeText(bytesOf(m_asked)));
    } else if (use) {
        text = tr("Exports: %1 in %2").arg(sizeText(use->bytes), filesText(use->files));
        if (!spare)
            text += doubtText();
        else if (any)
            text += (use->writable ? tr("; %1 could be freed")
                                   : tr("; %1 could be freed, but not from here: the folder isn't writable"))
                        .arg(sizeText(bytesOf(*spare)));
    } else {
        const QString &problem = m_look.sight().problem;
        text = problem.isEmpty() ? tr("Looking at the export folder…")
                                 : tr("Disk use isn't known: %1").arg(coreText(problem));
    }
    m_text->setText(text);
}

void FolderLine::ask(bool asking)
{
    m_asked = asking ? spare().value_or(QList<exports::AgedFile>()) : QList<exports::AgedFile>();
    if (const auto &use = m_look.sight().use)
        m_before = use->before;
    refresh();
    // Enter once more must not delete.
    QPushButton *next = m_back->isHidden() ? m_free : m_back;
    next->setFocus(Qt::OtherFocusReason);
}

void FolderLine::freeFiles()
{
    if (m_asked.isEmpty() || m_freeing)
        return;
    m_freeing = true;
    whenDone(m_actions.freeFiles(std::exchange(m_asked, {}), m_before), this,
             [this](const jobs::FreedFiles &freed) { tell(freed); });
    refresh();
}

void FolderLine::tell(const jobs::FreedFiles &freed)
{
    m_freeing = false;
    m_look.refresh();
    refresh();
    QString text = freed.files > 0 ? tr("Freed %1: %2 deleted").arg(sizeText(freed.bytes), filesText(freed.files))
                                   : tr("Nothing was deleted");
    if (!freed.errors.isEmpty())
        text += QStringLiteral(". ") + coreText(freed.errors.first());
    Q_EMIT told(text, !freed.errors.isEmpty());
}

} // namespace herdbook::ui
