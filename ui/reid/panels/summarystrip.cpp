// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/panels/summarystrip.h"

#include "ui/reid/words.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/style.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <cmath>

namespace herdbook::ui {

QString summaryOf(const reid::Evaluation &at)
{
    const QString added = QLocale().toString(static_cast<qulonglong>(at.added));
    if (at.added == 0)
        return SummaryStrip::tr("+0 assigned: nothing unassigned scores that high");
    if (!at.wrong || !at.wrongUpper || !at.judged())
        return SummaryStrip::tr("+%1 assigned; how many wrong is not known").arg(added);
    return SummaryStrip::tr("+%1 assigned, %2 wrong (at most %3)")
        .arg(added, aboutText(*at.wrong), mostText(*at.wrongUpper));
}

SummaryStrip::SummaryStrip(ThresholdCursor &cursor, QWidget *parent)
    : QFrame(parent), m_cursor(cursor), m_sentence(new Label({}, TextRole::Sentence)),
      m_at(new Label({}, TextRole::Label, &ThemeTokens::text2)), m_show(new QPushButton(tr("Show detections")))
{
    setFixedHeight(44);
    setObjectName(QStringLiteral("summaryStrip"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(36, 0, 10, 0);
    row->setSpacing(12);
    m_sentence->setMinimumWidth(60);
    row->addWidget(m_sentence);
    row->addWidget(m_at, 1);
    m_more << m_at;
    for (const bool left : {true, false}) {
        auto *arrow = new QToolButton;
        arrow->setIcon(themeIcon(left ? Icon::ArrowLeft : Icon::ArrowRight));
        arrow->setToolTip(left ? tr("Looser by 0.005 (Left)") : tr("Stricter by 0.005 (Right)"));
        arrow->setAccessibleName(left ? tr("Looser") : tr("Stricter"));
        arrow->setAutoRepeat(true);
        connect(arrow, &QToolButton::clicked, this, [this, left] { m_cursor.step(left ? -0.005 : 0.005); });
        row->addWidget(arrow);
        m_more << arrow;
    }
    auto *add = new QPushButton(tr("Add to sweep"));
    for (QPushButton *button : {add, m_show}) {
        setCompact(button);
        row->addWidget(button);
        m_more << button;
    }
    connect(add, &QPushButton::clicked, this, [this] { Q_EMIT addToSweep(m_cursor.value()); });
    connect(m_show, &QPushButton::clicked, this, &SummaryStrip::showDetections);
    connect(&m_cursor, &ThresholdCursor::moved, this, &SummaryStrip::refresh);
    refresh();
}

void SummaryStrip::setAnalysis(SharedAnalysis analysis)
{
    m_analysis = std::move(analysis);
    refresh();
}

void SummaryStrip::setBrief(bool brief)
{
    m_brief = brief;
    for (QWidget *part : std::as_const(m_more))
        part->setVisible(!brief);
    fitSentence();
}

void SummaryStrip::fitSentence()
{
    const QMargins around = layout()->contentsMargins();
    int room = width() - around.left() - around.right();
    for (const QWidget *part : std::as_const(m_more))
        room -= m_brief ? 0 : part->sizeHint().width() + layout()->spacing();
    const bool tight =
        QFontMetrics(textFont(TextRole::Sentence)).horizontalAdvance(m_sentence->text()) + 2 > room; // two lines then
    m_sentence->setFont(textFont(tight ? TextRole::Strong : TextRole::Sentence));
    m_sentence->setWordWrap(tight);
    static_cast<QBoxLayout *>(layout())->setStretchFactor(m_sentence, tight ? 100 : 0);
}

void SummaryStrip::resizeEvent(QResizeEvent *event)
{
    fitSentence();
    QFrame::resizeEvent(event);
}

void SummaryStrip::setBrush(double from, double to)
{
    m_show->setText(from < to ? tr("Show %1 to %2").arg(thresholdText(from), thresholdText(to))
                              : tr("Show detections"));
    fitSentence();
}

QString SummaryStrip::sentence() const
{
    return m_analysis ? summaryOf(m_analysis->evaluate(m_cursor.value())) : tr("Nothing is analyzed yet");
}

void SummaryStrip::refresh()
{
    m_sentence->setText(sentence());
    m_at->setText(m_analysis ? tr("at %1").arg(m_cursor.text()) : QString());
    setAccessibleName(m_sentence->text() + u' ' + m_at->text());
    fitSentence();
}

void SummaryStrip::paintEvent(QPaintEvent *)
{
    const ThemeTokens &tokens = themeTokens(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.border, 1));
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.cursor);
    painter.drawRoundedRect(QRectF(14, (height() - 16) / 2.0, 8, 16), 1.5, 1.5);
}

} // namespace herdbook::ui
