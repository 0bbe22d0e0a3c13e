// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/review/reviewpage.h"

#include "core/trial/review/words.h"
#include "ui/trial/review/strips.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>

namespace herdbook::trial {

namespace {

constexpr int kAhead = 3;       ///< pairs whose photos are fetched before they are due
constexpr int kLowWindow = 720; ///< below this height the strips shrink

} // namespace

ReviewPage::ReviewPage(TrialDesk &desk, PhotoLoader &loader, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_loader(loader)
{
    setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *page = new QVBoxLayout;
    page->setContentsMargins(16, 0, 16, 12);
    page->setSpacing(12);

    auto *progressRow = new QHBoxLayout;
    progressRow->setSpacing(16);
    m_count = new Label({}, TextRole::Strong);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    m_progress->setAccessibleName(tr("Pairs judged"));
    m_pace = new ElidedLabel({}, TextRole::Label, &ThemeTokens::text2);
    m_pace->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    progressRow->addWidget(m_count);
    progressRow->addWidget(m_progress, 1);
    progressRow->addWidget(m_pace);
    page->addLayout(progressRow);

    m_banner = new Banner(Tone::Error, Icon::Warning);
    m_banner->hide();
    connect(m_banner->addButton(tr("Save again")), &QPushButton::clicked, &desk, &TrialDesk::saveAgain);
    page->addWidget(m_banner);
    m_stopBanner = new Banner(Tone::Info, Icon::Info);
    m_stopBanner->setTexts(tr("Nothing can be certified any more,"),
                           tr("whatever the pairs still to come are: the errors allowed are used up."));
    m_stopBanner->hide();
    connect(m_stopBanner->addButton(tr("Go on anyway")), &QPushButton::clicked, this, [this] {
        m_goOnAnyway = true;
        m_stopBanner->hide();
        setFocus();
    });
    connect(m_stopBanner->addButton(tr("End the review")), &QPushButton::clicked, this, &ReviewPage::stopAsked);
    page->addWidget(m_stopBanner);

    auto *panes = new QHBoxLayout;
    panes->setSpacing(16);
    m_left = new PhotoPane;
    m_right = new PhotoPane;
    panes->addWidget(m_left, 1);
    panes->addWidget(m_right, 1);
    page->addLayout(panes, 1);
    auto *strips = new QHBoxLayout;
    strips->setSpacing(16);
    m_leftStrip = new Filmstrip(loader);
    m_rightStrip = new Filmstrip(loader);
    for (Filmstrip *strip : {m_leftStrip, m_rightStrip}) {
        strip->setFixedHeight(122);
        strip->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        strips->addWidget(strip, 1);
    }
    page->addLayout(strips);
    column->addLayout(page, 1);
    m_answers = new AnswerBar;
    column->addWidget(m_answers);

    connect(m_left, &PhotoPane::viewChanged, this, &ReviewPage::setBothViews);
    connect(m_right, &PhotoPane::viewChanged, this, &ReviewPage::setBothViews);
    connect(m_leftStrip, &Filmstrip::chosen, this, [this](const Picture &picture) {
        bring(picture, m_leftPicture, pair()->detection);
        showPhotos();
    });
    connect(m_rightStrip, &Filmstrip::chosen, this, [this](const Picture &picture) {
        bring(picture, m_rightPicture, m_desk.record()->profile(pair()->deer)->pictures.front());
        showPhotos();
    });
    connect(m_answers, &AnswerBar::answered, this, &ReviewPage::give);
    connect(m_answers, &AnswerBar::undoAsked, this, &ReviewPage::takeBack);
    connect(m_answers->noteField(), &QLineEdit::returnPressed, this, [this] { setFocus(); });
    connect(&loader, &PhotoLoader::loaded, this, [this](const QString &path) {
        if (path == m_leftPicture.path || path == m_rightPicture.path)
            showPhotos();
    });
    connect(&desk, &TrialDesk::pairChanged, this, &ReviewPage::showPair);
    connect(&desk, &TrialDesk::trialOpened, this, [this] {
        m_goOnAnyway = false;
        m_banner->hide();
    });
    connect(&desk, &TrialDesk::savingChanged, this, &ReviewPage::showProgress);
    connect(&desk, &TrialDesk::reviewFailed, this, [this](const Error &error) {
        m_banner->setTexts(tr("Not saved:"), error.message);
        m_banner->show();
    });
    watch(this);
    watch(m_answers);
}

QList<QWidget *> ReviewPage::panes() const
{
    return {m_left, m_answers->button(Answer::Same)};
}

const Pair *ReviewPage::pair() const
{
    const ReviewSession *session = m_desk.session();
    return session != nullptr && !session->isComplete() ? &m_desk.record()->pairs[session->position()] : nullptr;
}

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
    case Qt::Key_N:
        m_answers->noteField()->setFocus();
        return true;
    case Qt::Key_L:
        m_brightened = !m_brightened;
        m_left->setBrightened(m_brightened);
        m_right->setBrightened(m_brightened);
        return true;
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

void ReviewPage::give(Answer answer)
{
    if (pair() == nullptr)
        return;
    m_answers->press(answer);
    const int took = m_since.isValid() ? static_cast<int>(qMin<qint64>(m_since.elapsed(), 24 * 3600 * 1000)) : 0;
    m_desk.answer(answer, m_answers->takeNote(), took);
    setFocus();
    if (m_desk.session()->isComplete())
        Q_EMIT finished();
}

void ReviewPage::takeBack()
{
    if (!m_desk.undo())
        return;
    const std::optional<PairState> &before = m_desk.session()->takenBack();
    if (before && before->answer) {
        m_answers->setNote(before->note);
        m_answers->press(*before->answer);
        m_answers->setHint(tr("You had answered %1.").arg(Words::answer(*before->answer)));
    }
}

void ReviewPage::showPair()
{
    const Pair *current = pair();
    showProgress();
    if (current == nullptr)
        return;
    m_loader.newRound();
    const TrialRecord &record = *m_desk.record();
    const QTimeZone &zone = m_desk.services().siteTimeZone;
    const ShownProfile *profile = record.profile(current->deer);
    m_leftPicture = record.pictures.value(current->detection);
    m_rightPicture = record.pictures.value(profile->pictures.front());
    m_left->setTitle(tr("This detection"),
                     m_leftPicture.location.isEmpty()
                         ? Words::moment(m_leftPicture.takenAt, zone)
                         : tr("%1, %2").arg(Words::moment(m_leftPicture.takenAt, zone), m_leftPicture.location));
    m_left->setAside(sexOfClassification(m_leftPicture.classification),
                     tr("classified as %1").arg(m_leftPicture.classification));
    m_right->setAside(sexOfClassification(profile->sex),
                      profile->firstSeen.isValid() ? tr("first seen %1").arg(Words::month(profile->firstSeen, zone))
                                                   : QString());
    m_answers->setNote({});
    m_answers->setHint(
        tr("Scores stay hidden, and so does the count, until all %1 are judged.").arg(record.pairs.size()));
    setBothViews({});
    fillStrips(*current);
    showPhotos();
    fetchAhead();
    m_since.start();
    m_stopBanner->setVisible(!m_goOnAnyway && m_desk.failureIsCertain());
}

void ReviewPage::fillStrips(const Pair &pair)
{
    const QTimeZone &zone = m_desk.services().siteTimeZone;
    m_leftStrip->setGroups({burstStrip(*m_desk.record(), pair, zone)});
    m_rightStrip->setGroups(profileStrips(*m_desk.record(), pair, zone));
    watch(m_leftStrip);
    watch(m_rightStrip);
}

void ReviewPage::bring(const Picture &picture, Picture &shown, const QUuid &first) const
{
    // The same one again: back to the picture that stood there first.
    shown = picture.detection == shown.detection ? m_desk.record()->pictures.value(first) : picture;
}

void ReviewPage::showSide(PhotoPane *pane, const Picture &picture)
{
    const std::shared_ptr<const Photo> photo = m_loader.photo(picture);
    if (photo && photo->image.isNull())
        pane->setProblem(tr("This picture can’t be shown: %1").arg(photo->problem),
                         tr("%1\nlooked for at %2").arg(picture.path, m_loader.localPath(picture)));
    else
        pane->setPhoto(picture, photo);
}

void ReviewPage::showPhotos()
{
    const Pair *current = pair();
    if (current == nullptr)
        return;
    const TrialRecord &record = *m_desk.record();
    const QTimeZone &zone = m_desk.services().siteTimeZone;
    showSide(m_left, m_leftPicture);
    showSide(m_right, m_rightPicture);
    m_leftStrip->setShown(m_leftPicture.detection);
    m_rightStrip->setShown(m_rightPicture.detection);
    const ShownProfile *profile = record.profile(current->deer);
    const ShownProfile *next = record.profile(current->runnerUp);
    const bool ofNext = next != nullptr && std::find(next->pictures.begin(), next->pictures.end(),
                                                     m_rightPicture.detection) != next->pictures.end();
    const ShownProfile *shown = ofNext ? next : profile;
    const bool founder = shown->founderFirst && shown->pictures.front() == m_rightPicture.detection;
    m_right->setTitle(Words::profile(shown, shown->deer), ofNext    ? tr("the next closest profile, for comparison")
                                                          : founder ? tr("the founder photo of the profile")
                                                                    : Words::day(m_rightPicture.takenAt, zone));
    const std::shared_ptr<const Photo> photo = m_loader.photo(m_leftPicture);
    m_answers->setPictureMissing(photo && photo->image.isNull() && m_leftPicture.detection == current->detection);
}

void ReviewPage::showProgress()
{
    const ReviewSession *session = m_desk.session();
    if (session == nullptr)
        return;
    const auto all = static_cast<int>(m_desk.record()->pairs.size());
    const auto done = static_cast<int>(session->answered());
    m_count->setText(tr("%1 of %2").arg(qMin(done + 1, all)).arg(all));
    m_progress->setRange(0, all);
    m_progress->setValue(done);
    m_answers->setUndoPossible(session->canUndo());
    QStringList notes;
    if (const std::optional<int> pace = session->pace(); pace && done < all)
        notes << tr("about %1 left at your pace").arg(Words::duration(static_cast<qint64>(*pace) * (all - done)));
    if (m_desk.unsaved() > 1)
        notes << tr("%1 to save").arg(Words::count(m_desk.unsaved(), tr("answer"), tr("answers")));
    else if (m_desk.unsent().value_or(0) > 0)
        notes << tr("saved here, %1 to send").arg(Words::count(*m_desk.unsent(), tr("answer"), tr("answers")));
    else
        notes << tr("saved after every answer");
    m_pace->setText(notes.join(QStringLiteral("; ")));
    if (m_desk.unsaved() == 0)
        m_banner->hide();
}

void ReviewPage::fetchAhead()
{
    const TrialRecord &record = *m_desk.record();
    const std::size_t position = m_desk.session()->position();
    for (std::size_t i = position + 1; i < record.pairs.size() && i <= position + kAhead; ++i) {
        m_loader.fetchAhead(record.pictures.value(record.pairs[i].detection));
        m_loader.fetchAhead(record.pictures.value(record.profile(record.pairs[i].deer)->pictures.front()));
    }
}

void ReviewPage::setBothViews(const View &view)
{
    m_left->setView(view);
    m_right->setView(view);
}

void ReviewPage::resizeEvent(QResizeEvent *event)
{
    const int strip = height() < kLowWindow ? 92 : 122;
    m_leftStrip->setFixedHeight(strip);
    m_rightStrip->setFixedHeight(strip);
    QWidget::resizeEvent(event);
}

void ReviewPage::showEvent(QShowEvent *event)
{
    setFocus();
    m_since.start();
    QWidget::showEvent(event);
}

} // namespace herdbook::trial
