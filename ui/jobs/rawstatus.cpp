// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/rawstatus.h"

#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/style/style.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QTextDocument>
#include <QToolButton>

namespace herdbook::ui {

namespace {

constexpr int LeastLines = 3;
constexpr int MostLines = 12;
constexpr int Below = 12; ///< pixels under the box

} // namespace

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
    : QWidget(parent), m_fold(new QToolButton), m_key(new ElidedLabel({}, TextRole::Mono, &ThemeTokens::text2)),
      m_text(new QPlainTextEdit)
{
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setToolTip(tr("Show or fold the status key"));
    m_fold->setFont(textFont(TextRole::LabelStrong));
    setCompact(m_fold);
    auto *copy = new QToolButton;
    copy->setText(tr("Copy"));
    copy->setIcon(themeIcon(Icon::Copy, &ThemeTokens::text));
    copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    copy->setToolTip(tr("Copy the status key's value"));
    copy->setAccessibleName(copy->toolTip());
    setCompact(copy);
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
    head->addWidget(copy);
    auto *inset = new QVBoxLayout;
    inset->setContentsMargins(16, 0, 16, 0);
    inset->addWidget(m_text);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Divider);
    column->addLayout(head);
    column->addLayout(inset);
    column->addStretch(1);
    connect(copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(m_raw)); });
    connect(m_fold, &QToolButton::clicked, this, [this] {
        m_asked = !m_asked;
        Q_EMIT foldToggled();
    });
}

void RawStatus::setStatus(const QString &jobId, const QByteArray &raw, bool stale)
{
    m_key->setText(QStringLiteral("export_job:") + jobId);
    m_fold->setText(stale ? tr("Status key as last read") : tr("Status key as it is in Redis"));
    m_fold->setAccessibleName(m_fold->text());
    if (std::exchange(m_raw, raw) == raw)
        return; // a selection in it stays
    m_text->setPlainText(spacedJson(raw));
}

int RawStatus::heightOf(int lines) const
{
    // Without the lower margin, in which a part of one more line would show.
    const double margins = m_text->document()->documentMargin() + 2 * m_text->frameWidth();
    return lines * m_text->fontMetrics().lineSpacing() + static_cast<int>(margins);
}

void RawStatus::fit(int room)
{
    const int free = room - FoldedHeight - Below - static_cast<int>(m_text->document()->documentMargin()) - 4;
    const bool fits = free >= heightOf(LeastLines);
    const bool open = fits && m_asked;
    const int needed = std::min(MostLines, static_cast<int>(std::ceil(m_text->document()->size().height())));
    int lines = LeastLines;
    while (lines < needed && heightOf(lines + 1) <= free)
        ++lines;
    const int height =
        heightOf(lines) + (lines == needed ? static_cast<int>(m_text->document()->documentMargin()) + 4 : 0);
    m_text->setVisible(open);
    m_text->setFixedHeight(height);
    m_fold->setIcon(themeIcon(open ? Icon::ChevronDown : Icon::ChevronRight));
    m_fold->setEnabled(fits);
    setFixedHeight(open ? FoldedHeight + height + Below : FoldedHeight);
}

} // namespace herdbook::ui
