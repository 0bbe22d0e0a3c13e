// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/stepheader.h"

#include "ui/widgets/style/icons.h"
#include "ui/widgets/style/typeface.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QPainter>

namespace herdbook::trial {

namespace {

enum class StepState { Later, Current, Done };

/// A numbered circle with its name.
class StepButton : public QAbstractButton
{
    Q_DECLARE_TR_FUNCTIONS(StepButton)

public:
    StepButton(int number, const QString &name, QWidget *parent) : QAbstractButton(parent), m_number(number)
    {
        setText(name);
        setFocusPolicy(Qt::TabFocus);
    }

    void setState(StepState state, bool reachable)
    {
        m_state = state;
        setEnabled(reachable);
        setCursor(reachable && state != StepState::Current ? Qt::PointingHandCursor : Qt::ArrowCursor);
        const QString what = state == StepState::Done      ? tr("done")
                             : state == StepState::Current ? tr("current")
                                                           : tr("not yet");
        setAccessibleName(tr("Step %1: %2, %3").arg(m_number).arg(text(), what));
        updateGeometry();
        update();
    }

    QSize sizeHint() const override
    {
        return {36 + QFontMetrics(textFont(TextRole::Strong)).horizontalAdvance(text()), 32};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const ThemeTokens &tokens = themeTokens(this);
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const QRectF circle(mirrored ? width() - 23 : 4, height() / 2.0 - 9.5, 19, 19);
        const bool current = m_state == StepState::Current;
        if (m_state == StepState::Done) {
            painter.setPen(QPen(tokens.ok, 1.5));
            painter.drawEllipse(circle);
            paintIcon(painter, circle, Icon::Check, tokens.ok, 12);
        } else {
            painter.setPen(current ? QPen(Qt::NoPen) : QPen(tokens.borderStrong, 1.2));
            painter.setBrush(current ? QBrush(tokens.accent) : QBrush(Qt::NoBrush));
            painter.drawEllipse(circle);
            painter.setPen(current ? tokens.onAccent : tokens.text2);
            painter.setFont(textFont(TextRole::LabelStrong));
            painter.drawText(circle, Qt::AlignCenter, QString::number(m_number));
        }
        painter.setFont(textFont(current ? TextRole::Strong : TextRole::Body));
        painter.setPen(current ? tokens.text : tokens.text2);
        painter.drawText(QRectF(mirrored ? 0 : 31, 0, width() - 31, height()), Qt::AlignLeft | Qt::AlignVCenter,
                         text());
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(tokens.focus, 2));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
        }
    }

private:
    const int m_number;
    StepState m_state = StepState::Later;
};

/// The line between two steps.
class StepLine : public QWidget
{
public:
    StepLine() { setFixedSize(28, 32); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRectF(0, height() / 2.0, width(), 1), themeTokens(this).borderStrong);
    }
};

} // namespace

StepHeader::StepHeader(const QStringList &names, QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (int i = 0; i < kStepCount; ++i) {
        if (i > 0)
            row->addWidget(new StepLine);
        auto *button = new StepButton(i + 1, names.value(i), this);
        connect(button, &QAbstractButton::clicked, this, [this, i] { Q_EMIT chosen(i); });
        m_steps[static_cast<std::size_t>(i)] = button;
        row->addWidget(button);
    }
    setSteps(0, 0, false);
}

void StepHeader::setSteps(int current, int reached, bool lastDone)
{
    for (int i = 0; i < kStepCount; ++i) {
        const bool done = i < reached || (i == kStepCount - 1 && lastDone);
        const StepState state = i == current ? StepState::Current : done ? StepState::Done : StepState::Later;
        static_cast<StepButton *>(m_steps[static_cast<std::size_t>(i)])->setState(state, i <= reached);
    }
}

} // namespace herdbook::trial
