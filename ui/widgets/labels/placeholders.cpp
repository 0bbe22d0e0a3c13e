// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels/placeholders.h"

#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/style.h"

#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>
#include <array>

namespace herdbook {

PlaceholderRows::PlaceholderRows(int rows, int rowHeight, QWidget *parent)
    : QWidget(parent), m_rows(rows), m_rowHeight(rowHeight)
{
    setAccessibleName(tr("Loading"));
}

QSize PlaceholderRows::sizeHint() const
{
    return {320, m_rows * m_rowHeight};
}

void PlaceholderRows::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_due = false;
    QTimer::singleShot(200, this, [this] {
        m_due = true;
        update();
    });
}

void PlaceholderRows::paintEvent(QPaintEvent *)
{
    if (!m_due)
        return;
    constexpr std::array<double, 3> starts{0, 0.12, 0.62};
    constexpr std::array<std::array<double, 3>, 3> lengths{
        {{0.06, 0.34, 0.20}, {0.06, 0.26, 0.27}, {0.06, 0.40, 0.16}}};
    QPainter painter(this);
    const ThemeTokens &tokens = themeTokens(this);
    const double width = this->width() - 32;
    for (int row = 0; row < m_rows; ++row) {
        const int top = row * m_rowHeight;
        for (size_t i = 0; i < starts.size(); ++i)
            paintBox(painter,
                     QRectF(16 + starts[i] * width, top + (m_rowHeight - 10) / 2.0, lengths[row % 3][i] * width, 10),
                     tokens.hover, QColor(), 4);
        painter.fillRect(QRect(0, top + m_rowHeight - 1, this->width(), 1), tokens.border);
    }
}

EmptyState::EmptyState(const QString &sentence, const QString &note, QWidget *parent)
    : QWidget(parent), m_sentence(new Label({}, TextRole::Sentence)),
      m_note(new Label({}, TextRole::Body, &ThemeTokens::text2)), m_action(new QPushButton)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addStretch(2);
    for (Label *label : {m_sentence, m_note}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addSpacing(4);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    m_action->hide();
    setTexts(sentence, note);
}

void EmptyState::setTexts(const QString &sentence, const QString &note)
{
    m_sentence->setText(sentence);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

QPushButton *EmptyState::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
    return m_action;
}

} // namespace herdbook
