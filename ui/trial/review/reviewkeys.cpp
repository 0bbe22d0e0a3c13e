// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/words.h"
#include "ui/trial/review/progressrow.h"
#include "ui/trial/review/reviewpage.h"
#include "ui/widgets/labels/banner.h"
#include "ui/widgets/labels/pill.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

/// What a ReviewPage does with keys and buttons: looks closer, answers, takes back, and waits until both pictures were seen.
namespace herdbook::trial {

namespace {

constexpr int kHastyInARow = 3;
constexpr int kPleaMs = 4000;

} // namespace

void ReviewPage::watch(QWidget *widget)
{
    widget->installEventFilter(this);
    const QList<QWidget *> children = widget->findChildren<QWidget *>();
    for (QWidget *child : children)
        child->installEventFilter(this);
}

bool ReviewPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_answers->noteField()) {
        if (key->key() == Qt::Key_Escape && event->type() == QEvent::KeyPress)
            setFocus();
        return QWidget::eventFilter(watched, event);
    }
    if ((key->modifiers() & ~Qt::KeypadModifier & ~Qt::ShiftModifier) != Qt::NoModifier)
        return QWidget::eventFilter(watched, event);
    if (const auto *button = qobject_cast<QAbstractButton *>(watched)) {
        // Where a question is asked, Space answers it; elsewhere it is the closer look, also after a click on a button.
        const bool asks = m_progress->isAncestorOf(button) || m_banner->isAncestorOf(button);
        if (key->key() == Qt::Key_Space && asks && !m_holding)
            return QWidget::eventFilter(watched, event);
    }
    return handleKey(key->key(), event->type() == QEvent::KeyPress, key->isAutoRepeat()) ||
           QWidget::eventFilter(watched, event);
}

bool ReviewPage::handleKey(int key, bool pressed, bool repeated)
{
    if (key == Qt::Key_Space) {
        if (!repeated && pressed != m_holding) {
            m_holding = pressed;
            if (pressed)
                m_viewBeforeHold = m_left->view();
            setBothViews(pressed ? View{1, {}} : m_viewBeforeHold);
        }
        return true;
    }
    if (!pressed)
        return false;
    if (repeated)
        return key >= Qt::Key_A && key <= Qt::Key_Z; // a key that got stuck answers once
    if (key < 128) {
        if (const std::optional<Answer> answer = answerFromLetter(static_cast<char>(key))) {
            if (m_answers->button(*answer)->isEnabled())
                give(*answer);
            return true;
        }
    }
    switch (key) {
    case Qt::Key_Backspace:
        takeBack();
        return true;
    case Qt::Key_P:
        Q_EMIT pauseAsked();
        return true;
    case Qt::Key_T:
        m_answers->noteField()->setFocus();
        return true;
    case Qt::Key_M:
        m_mirror->toggle();
        return true;
    case Qt::Key_N:
    case Qt::Key_L:
        m_contrast->toggle();
        return true;
    case Qt::Key_0:
        setBothViews({});
        return true;
    case Qt::Key_F:
        m_progress->askFinish();
        return true;
    case Qt::Key_Escape:
        return m_progress->goBack();
    case Qt::Key_X:
        m_boxShown = !m_boxShown;
        m_left->setBoxShown(m_boxShown);
        m_right->setBoxShown(m_boxShown);
        return true;
    default:
        break;
    }
    const int number = key - Qt::Key_1;
    if (number >= 0 && number < static_cast<int>(m_rightStrip->frames().size()) && number < 9) {
        m_rightStrip->frames()[static_cast<std::size_t>(number)]->click();
        return true;
    }
    return false;
}

bool ReviewPage::isReady() const
{
    return m_since.isValid() && m_since.elapsed() >= kLeastMilliseconds;
}

bool ReviewPage::isReplaced(const QUuid &drawn, const Picture &shown) const
{
    return shown.detection != drawn && !m_loader.isMissing(m_desk.record()->pictures.value(drawn));
}

void ReviewPage::startClock()
{
    const Pair *current = pair();
    if (current == nullptr || m_since.isValid() || !isVisible())
        return;
    const auto settled = [&](const QUuid &drawn, const Picture &shown) {
        const Picture picture = m_desk.record()->pictures.value(drawn);
        return m_loader.isMissing(picture) || (!isReplaced(drawn, shown) && m_loader.photo(picture) != nullptr);
    };
    if (settled(current->detection, m_leftPicture) && settled(current->photos.front(), m_rightPicture))
        m_since.start();
}

void ReviewPage::setMirrored(bool on)
{
    m_right->setMirrored(on);
    setFocus();
}

void ReviewPage::setContrast(bool on)
{
    m_left->setBrightened(on);
    m_right->setBrightened(on);
    setFocus();
}

QString ReviewPage::usualHint()
{
    return tr("Take your time: keys wait until both pictures have been there for a second.");
}

void ReviewPage::give(Answer answer)
{
    const Pair *current = pair();
    if (current == nullptr)
        return;
    if (!m_desk.isOwn()) {
        m_answers->setHint(
            tr("These are the answers of %1; you can only look").arg(m_desk.record()->reviewers.join(tr(" and "))));
        m_pleaTimer.start(kPleaMs);
        return;
    }
    if (!m_since.isValid() &&
        (isReplaced(current->detection, m_leftPicture) || isReplaced(current->photos.front(), m_rightPicture))) {
        m_answers->setHint(tr("Bring back the pair’s own photo first"));
        m_pleaTimer.start(kPleaMs);
        return;
    }
    if (!isReady()) {
        // No answer, whatever it would have been; how many there were is kept with the answer that comes.
        ++m_ignored;
        if (++m_hasty >= kHastyInARow) {
            m_answers->setHint(tr("Please look at both pictures"));
            m_pleaTimer.start(kPleaMs);
        }
        return;
    }
    m_hasty = 0;
    m_answers->press(answer);
    const auto failed = [&](const QUuid &detection) {
        return m_loader.isMissing(m_desk.record()->pictures.value(detection));
    };
    const bool pictureFailed = failed(current->detection) || failed(current->photos.front());
    const int took = static_cast<int>(qMin<qint64>(m_since.elapsed(), 24 * 3600 * 1000));
    m_desk.answer(answer, m_answers->takeNote(), took, m_ignored, pictureFailed);
    setFocus();
    if (pair() == nullptr && m_desk.record()->pipeline == Pipeline::Single)
        Q_EMIT finished();
}

void ReviewPage::takeBack()
{
    if (!m_desk.undo())
        return;
    const std::optional<ReviewEvent> &before = m_desk.session()->takenBack();
    if (before && before->answer) {
        m_answers->setNote(before->note);
        m_answers->press(*before->answer);
        m_answers->setHint(tr("You had answered %1.").arg(Words::answer(*before->answer)));
    }
}

} // namespace herdbook::trial
