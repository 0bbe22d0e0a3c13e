// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/details/rawstatus.h"

#include "ui/widgets/clipboard.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/style.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QTextDocument>
#include <QToolButton>

namespace herdbook::ui {

QString spacedJson(const QByteArray &raw)
{
    QString text = QString::fromUtf8(raw);
    if (!QJsonDocument::fromJson(raw).isObject())
        return text;
    QString spaced;
    bool inString = false;
    bool escaped = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar sign = text.at(at);
        spaced += sign;
        if (!escaped && sign == u'"')
            inString = !inString;
        escaped = inString && !escaped && sign == u'\\';
        const bool divides = !inString && (sign == u',' || sign == u':');
        if (divides && at + 1 < text.size() && !text.at(at + 1).isSpace())
            spaced += u' ';
    }
    return spaced;
}

RawStatus::RawStatus(QWidget *parent)
    : QWidget(parent), m_fold(new QToolButton), m_copyId(new QToolButton),
      m_key(new ElidedLabel({}, TextRole::Label, &ThemeTokens::text2)), m_body(new QWidget), m_facts(new FactTable(88)),
      m_title(new Label({}, TextRole::LabelStrong, &ThemeTokens::text2)), m_text(new QPlainTextEdit)
{
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setText(tr("Technical"));
    m_fold->setObjectName(QStringLiteral("technical"));
    m_fold->setToolTip(tr("What Redis and the workers say, by their names for it"));
    m_fold->setFont(textFont(TextRole::LabelStrong));
    setCompact(m_fold);
    const auto button = [](QToolButton *made, const QString &text, const QString &tip) {
        made->setText(text);
        made->setIcon(themeIcon(Icon::Copy, &ThemeTokens::text));
        made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        setCompact(made);
        return made;
    };
    button(m_copyId, tr("Copy id"), tr("Copy the job id"));
    auto *copy = button(new QToolButton, tr("Copy"), tr("Copy the status key's value"));
    m_text->setReadOnly(true);
    m_text->setFont(textFont(TextRole::Mono));
    m_text->setObjectName(QStringLiteral("rawStatus"));
    m_text->setAccessibleName(tr("Status key as it is in Redis"));
    m_text->setTabChangesFocus(true);
    m_text->document()->setDocumentMargin(6);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 4, 16, 4);
    head->setSpacing(8);
    head->addWidget(m_fold);
    head->addWidget(m_key, 1);
    head->addWidget(m_copyId);
    auto *rawHead = new QHBoxLayout;
    rawHead->addWidget(m_title, 1);
    rawHead->addWidget(copy);
    auto *right = new QVBoxLayout;
    right->setSpacing(4);
    right->addLayout(rawHead);
    right->addWidget(m_text, 1);
    auto *left = new QVBoxLayout;
    left->addWidget(m_facts);
    left->addStretch(1);
    auto *inset = new QHBoxLayout(m_body);
    inset->setContentsMargins(16, 4, 16, 12);
    inset->setSpacing(16);
    inset->addLayout(left, 2);
    inset->addLayout(right, 3);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Divider);
    column->addLayout(head);
    column->addWidget(m_body, 1);
    connect(copy, &QToolButton::clicked, this, [this, copy] { copyText(QString::fromUtf8(m_raw), copy); });
    connect(m_copyId, &QToolButton::clicked, this, [this] { copyText(m_id, m_copyId); });
    connect(m_fold, &QToolButton::clicked, this, [this] { setOpen(!m_open); });
    showHead();
}

void RawStatus::setStatus(const QString &jobId, const QByteArray &raw, bool stale, const QList<FactTable::Fact> &facts)
{
    m_id = jobId;
    m_facts->setFacts(facts);
    m_title->setText(raw.isEmpty() ? tr("No status key")
                     : stale       ? tr("Status key as last read")
                                   : tr("Status key as it is in Redis"));
    showHead();
    if (std::exchange(m_raw, raw) == raw)
        return; // a selection in it stays
    m_text->setPlainText(spacedJson(raw));
}

void RawStatus::setOpen(bool open)
{
    m_open = open;
    showHead();
    Q_EMIT foldToggled();
}

void RawStatus::showHead()
{
    m_fold->setIcon(themeIcon(m_open ? Icon::ChevronDown : Icon::ChevronRight));
    m_fold->setAccessibleDescription(m_open ? tr("open") : tr("closed"));
    m_key->setText(m_open ? m_id : tr("job id, status key, worker, attempts, JSON"));
    m_key->setRole(m_open ? TextRole::Mono : TextRole::Label);
    m_copyId->setVisible(m_open);
    m_body->setVisible(m_open);
}

void RawStatus::fit(int room)
{
    setFixedHeight(m_open ? std::max(room, FoldedHeight) : FoldedHeight);
}

} // namespace herdbook::ui
