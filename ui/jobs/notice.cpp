// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/notice.h"

#include "ui/widgets/text/coretexts.h"

#include <QEvent>
#include <QLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace herdbook::ui {

namespace {

constexpr int Time = 5000;       ///< ms
constexpr int ErrorTime = 12000; ///< ms
constexpr int Widest = 620;

} // namespace

Notice::Notice(QWidget *host)
    : Banner(Tone::Ok, Icon::Check, host), m_action(addButton(QString())), m_progress(new QProgressBar)
{
    setObjectName(QStringLiteral("notice"));
    m_action->setObjectName(QStringLiteral("noticeAction"));
    m_action->hide();
    m_progress->setRange(0, 100);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(140);
    m_progress->setAccessibleName(tr("Saved so far"));
    layout()->addWidget(m_progress);
    m_progress->hide();
    auto *close = new QToolButton;
    close->setIcon(themeIcon(Icon::Close));
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close the notice"));
    layout()->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
    host->installEventFilter(this);
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto run = std::exchange(m_run, nullptr))
            run();
    });
}

void Notice::put(const QString &text, Tone tone, Icon icon, int time)
{
    m_text = coreText(text);
    m_action->setVisible(m_run != nullptr);
    setTone(tone, icon);
    show();
    setTexts(text, {}); // heard by screen readers once it is there
    place();
    raise();
    m_end.stop();
    m_end.setInterval(time);
    if (time > 0 && !underMouse())
        m_end.start();
}

void Notice::standOver(QWidget *other)
{
    m_below = other;
    other->installEventFilter(this);
}

void Notice::tell(const QString &text, bool isError)
{
    say(text, isError ? Tone::Error : Tone::Ok);
}

void Notice::offer(const QString &text, const QString &action, const std::function<void()> &run)
{
    say(text, Tone::Ok, action, run);
}

void Notice::say(const QString &text, Tone tone, const QString &action, const std::function<void()> &run)
{
    m_run = run;
    m_progress->hide();
    m_action->setText(action);
    const Icon icon = tone == Tone::Error ? Icon::Failed : tone == Tone::Warn ? Icon::Warning : Icon::Check;
    put(text, tone, icon, tone == Tone::Ok && !run ? Time : ErrorTime);
}

void Notice::showProgress(double progress)
{
    const bool going = progress < 1;
    if (!going) {
        if (m_progress->isVisibleTo(this))
            hide();
        m_progress->hide();
        return;
    }
    m_run = nullptr;
    m_progress->setValue(static_cast<int>(progress * 100)); // 100% is what is done
    m_progress->show();
    put(tr("Saving, %1%").arg(m_progress->value()), Tone::Info, Icon::Save, 0);
}

void Notice::place()
{
    const QWidget *below = m_below;
    const int bottom = below != nullptr && !below->isHidden() ? below->y() : parentWidget()->height();
    const QSize room = QSize(parentWidget()->width(), bottom) - QSize(24, 20);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const int text = QFontMetrics(bold).horizontalAdvance(m_text) + 4;
    const int others = sizeHint().width() - std::min(text, 420); // a lead text asks for no more
    const int width = std::min({others + text, Widest, room.width()});
    const int height = std::min(heightForWidth(width), room.height());
    setGeometry(
        QStyle::visualRect(layoutDirection(), parentWidget()->rect(), {12, bottom - height - 10, width, height}));
}

bool Notice::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    const bool moved = type == QEvent::Show || type == QEvent::Hide || type == QEvent::Move;
    if ((type == QEvent::Resize || (moved && watched == m_below)) && isVisible())
        place();
    return Banner::eventFilter(watched, event);
}

void Notice::mouseReleaseEvent(QMouseEvent *)
{
    hide();
}

void Notice::enterEvent(QEnterEvent *event)
{
    m_end.stop();
    Banner::enterEvent(event);
}

void Notice::leaveEvent(QEvent *event)
{
    if (isVisible() && m_end.interval() > 0)
        m_end.start();
    Banner::leaveEvent(event);
}

} // namespace herdbook::ui
