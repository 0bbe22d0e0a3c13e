// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/exportformwidget.h"

#include "ui/exports/previewbox.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

namespace herdbook::ui {

ExportFormWidget::ExportFormWidget(ExportForm &form, QWidget *parent)
    : QWidget(parent), m_form(form), m_fields(new FormFields(form)), m_scroll(new QScrollArea),
      m_preview(new PreviewBox), m_reason(new Label({}, TextRole::Label, &ThemeTokens::text2)),
      m_submit(new QPushButton(tr("Make export"))), m_reset(new QToolButton), m_firstPage(new QToolButton)
{
    setObjectName(QStringLiteral("exportForm"));
    setAccessibleName(tr("New export"));
    m_submit->setObjectName(QStringLiteral("makeExport"));
    setButtonKind(m_submit, ButtonKind::Primary);
    m_submit->setText(tr("Queued, 8th of 8"));
    m_submit->setMinimumWidth(m_submit->sizeHint().width()); // what it says for a moment moves nothing
    m_submit->setText(tr("Make export"));

    auto *header = new QHBoxLayout;
    header->setContentsMargins(16, 0, 16, 0);
    auto *title = new Label(tr("New export"), TextRole::PageTitle);
    title->setFixedHeight(52);
    header->addWidget(title);
    header->addStretch(1);
    header->addWidget(m_reset);

    m_scroll->setWidget(m_fields);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_fields->setAutoFillBackground(false);
    m_fields->installEventFilter(this);

    auto *footer = new QVBoxLayout;
    footer->setContentsMargins(16, 12, 16, 12);
    footer->setSpacing(12);
    footer->addWidget(m_preview);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    m_firstPage->setText(tr("First page"));
    m_firstPage->setIcon(themeIcon(Icon::Eye, &ThemeTokens::text));
    m_firstPage->setToolTip(tr("Show the first page as it would be now"));
    m_firstPage->setObjectName(QStringLiteral("firstPageButton"));
    m_firstPage->hide();
    m_reason->setWordWrap(true);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setFixedHeight(2 * m_reason->fontMetrics().lineSpacing() + 2); // a long one takes no room from the fields
    m_reason->installEventFilter(this);
    bottom->addWidget(m_reason, 1);
    bottom->addWidget(m_firstPage);
    bottom->addWidget(m_submit);
    footer->addLayout(bottom);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(header);
    column->addWidget(m_scroll, 1);
    column->addWidget(new Divider);
    column->addLayout(footer);

    setFocusHeirs({m_submit}, {m_firstPage, m_reset});
    setFocusHeirs({m_firstPage}, {m_submit, m_reset});
    m_sent.setSingleShot(true);
    m_sent.setInterval(1200);
    connect(&m_sent, &QTimer::timeout, this, [this] {
        m_submit->setText(tr("Make export"));
        refresh();
    });
    connect(m_submit, &QPushButton::clicked, this, &ExportFormWidget::submit);
    connect(m_reset, &QToolButton::clicked, this, [this] {
        if (m_replaced) {
            m_form.setInput(*std::exchange(m_replaced, std::nullopt));
            return;
        }
        FormInput fresh = m_form.defaults();
        fresh.kind = m_form.input().kind;
        replaceInput(fresh);
    });
    connect(m_fields, &FormFields::focused, this,
            [this](QWidget *widget) { m_scroll->ensureWidgetVisible(widget, 0, 30); });
    connect(&m_form, &ExportForm::changed, this, [this] {
        if (m_form.barrier() != ExportForm::Barrier::Sending)
            m_failure.clear();
        refresh();
    });
    refresh();
    fitFields();
}

QString ExportFormWidget::shownReason() const
{
    return m_whole;
}

void ExportFormWidget::fitReason()
{
    const auto fits = [this](const QString &text) {
        const QRect room(0, 0, m_reason->width(), 10 * m_reason->height());
        return m_reason->fontMetrics().boundingRect(room, Qt::TextWordWrap, text).height() <= m_reason->height();
    };
    QString shown = m_whole;
    for (QString kept = m_whole; !fits(shown) && kept.contains(u' ');) {
        kept = kept.left(kept.lastIndexOf(u' '));
        shown = kept + QChar(0x2026);
    }
    m_reason->setText(shown);
    m_reason->setToolTip(shown == m_whole ? QString() : Qt::convertFromPlainText(m_whole));
    m_reason->setAccessibleName(m_whole);
}

void ExportFormWidget::fitFields()
{
    const int needed = m_fields->minimumSizeHint().width() + m_scroll->verticalScrollBar()->sizeHint().width();
    setMinimumWidth(std::clamp(needed, LeastWidth, MostWidth));
}

bool ExportFormWidget::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_reason && event->type() == QEvent::Resize)
        fitReason();
    if (watched == m_fields && event->type() == QEvent::LayoutRequest)
        fitFields();
    return QWidget::eventFilter(watched, event);
}

void ExportFormWidget::refresh()
{
    const bool sending = m_form.barrier() == ExportForm::Barrier::Sending;
    const bool busy = sending || m_sent.isActive();
    // While it is on its way the button only looks as before: disabled, it would lose the focus.
    m_submit->setEnabled(busy || m_form.canSubmit());
    QString text = m_failure.isEmpty() ? m_form.reason() : m_failure;
    bool error = !m_failure.isEmpty() || m_form.reasonIsError();
    if (text.isEmpty())
        text = m_form.warning();
    const bool warning = !error && !text.isEmpty() && text == m_form.warning();
    m_whole = text;
    fitReason();
    m_firstPage->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    m_reason->setColor(error ? &ThemeTokens::error : warning ? &ThemeTokens::warn : &ThemeTokens::text2);
    m_submit->setToolTip(m_form.canSubmit() ? tr("Make export (Ctrl+Enter)") : plainTip(text));
    m_submit->setAccessibleDescription(text);
    if (m_replaced && !(m_form.input() == m_replacement))
        m_replaced.reset();
    m_reset->setText(m_replaced ? tr("Undo") : tr("Reset"));
    m_reset->setToolTip(m_replaced ? tr("Bring back what stood in the form")
                                   : tr("Put the usual values into the form"));
}

void ExportFormWidget::replaceInput(const FormInput &input)
{
    const FormInput before = m_replaced.value_or(m_form.input()); // of two in a row the first took what was typed
    m_form.setInput(input);
    m_replacement = m_form.input(); // with the grouping that goes with the period
    m_replaced.reset();
    if (!(m_replacement == before))
        m_replaced = before;
    refresh();
}

void ExportFormWidget::submit()
{
    if (m_sent.isActive() || m_form.barrier() == ExportForm::Barrier::Sending)
        return;
    if (!m_form.canSubmit()) {
        m_form.touchAll();
        m_fields->focusFirstWrong();
        return;
    }
    m_failure.clear();
    const exports::ExportRequest request = *m_form.request();
    m_form.setBarrier(ExportForm::Barrier::Sending);
    Q_EMIT submitted(request);
}

void ExportFormWidget::showSent(const QString &text)
{
    m_submit->setText(text);
    m_sent.start();
    refresh();
}

void ExportFormWidget::showFailure(const QString &message)
{
    m_failure = coreText(message);
    refresh();
}

} // namespace herdbook::ui
