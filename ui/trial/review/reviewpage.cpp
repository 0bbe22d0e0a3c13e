// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/review/reviewpage.h"

#include "core/trial/review/words.h"
#include "ui/trial/review/progressrow.h"
#include "ui/trial/review/strips.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/banner.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/coretexts.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>

namespace herdbook::trial {

namespace {

constexpr std::size_t kAhead = 4; ///< pairs whose photos are fetched before they are due
constexpr int kLowWindow = 720;   ///< below this height the strips shrink

/// Of a detection's class or a deer's sex, as it is stored.
QString classWord(const QString &stored)
{
    [[maybe_unused]] static constexpr const char *besidesThoseOfReid[] = {
        QT_TRANSLATE_NOOP("Class", "mature"), QT_TRANSLATE_NOOP("Class", "mid"), QT_TRANSLATE_NOOP("Class", "young"),
        QT_TRANSLATE_NOOP("Class", "unknown")};
    return QCoreApplication::translate("Class", qUtf8Printable(stored));
}

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

    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    m_progress = new ProgressRow(desk);
    top->addWidget(m_progress, 1);
    page->addLayout(top);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    m_mirror = new QPushButton(tr("Mirrored (M)"));
    m_contrast = new QPushButton(tr("Night contrast (N)"));
    for (QPushButton *button : {m_mirror, m_contrast}) {
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        setCompact(button);
        tools->addWidget(button);
    }
    m_contrast->setChecked(true);
    connect(m_mirror, &QPushButton::toggled, this, &ReviewPage::setMirrored);
    connect(m_contrast, &QPushButton::toggled, this, &ReviewPage::setContrast);
    m_again = new Pill(Tone::Info, tr("second look"), Icon::Eye);
    m_again->hide();
    tools->addWidget(m_again);
    m_saving = new ElidedLabel({}, TextRole::Label, &ThemeTokens::text2);
    m_saving->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    tools->addWidget(m_saving, 1);
    page->addLayout(tools);

    m_banner = new Banner(Tone::Error, Icon::Warning);
    m_banner->hide();
    connect(m_banner->addButton(tr("Save again")), &QPushButton::clicked, &desk, &TrialDesk::saveAgain);
    page->addWidget(m_banner);

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
        bring(picture, m_rightPicture, pair()->photos.front());
        showPhotos();
    });
    connect(m_answers, &AnswerBar::answered, this, &ReviewPage::give);
    connect(m_answers, &AnswerBar::undoAsked, this, &ReviewPage::takeBack);
    connect(m_answers->noteField(), &QLineEdit::returnPressed, this, [this] { setFocus(); });
    connect(&loader, &PhotoLoader::loaded, this, [this](const QString &path) {
        const Pair *current = pair();
        if (current == nullptr)
            return;
        const QHash<QUuid, Picture> &pictures = m_desk.record()->pictures;
        for (const QString &wanted : {m_leftPicture.path, m_rightPicture.path, pictures.value(current->detection).path,
                                      pictures.value(current->photos.front()).path}) {
            if (path == wanted) {
                showPhotos();
                return;
            }
        }
    });
    connect(&desk, &TrialDesk::pairChanged, this, &ReviewPage::showPair);
    connect(&desk, &TrialDesk::trialOpened, this, [this] {
        m_banner->hide();
        m_hasty = 0;
        m_progress->reset();
        m_progress->update();
    });
    connect(&desk, &TrialDesk::savingChanged, this, &ReviewPage::showSaving);
    connect(m_progress, &ProgressRow::finishAsked, this, &ReviewPage::finished);
    connect(m_progress, &ProgressRow::continued, this, [this] { setFocus(); });
    m_pleaTimer.setSingleShot(true);
    connect(&m_pleaTimer, &QTimer::timeout, this, [this] { m_answers->setHint(usualHint()); });
    connect(&desk, &TrialDesk::reviewFailed, this, [this](const Error &error) {
        m_banner->setTexts(tr("Not saved:"), error.message);
        m_banner->show();
    });
    setFocusHeirs({m_banner, m_answers, m_progress}, {this});
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
    return session != nullptr ? session->pair() : nullptr;
}

void ReviewPage::showPair()
{
    const Pair *current = pair();
    m_progress->update();
    showSaving();
    m_ignored = 0;
    m_since.invalidate();
    const bool waiting = current == nullptr && m_desk.session() != nullptr;
    m_answers->setEnabled(current != nullptr);
    if (waiting)
        m_answers->setHint(tr("Nothing to look at now: the other reviewer has to answer first."));
    if (current == nullptr)
        return;
    m_loader.newRound();
    const TrialRecord &record = *m_desk.record();
    const ShownProfile *profile = record.profile(current->deer);
    m_leftPicture = record.pictures.value(current->detection);
    m_rightPicture = record.pictures.value(current->photos.front());
    m_left->setTitle(tr("This detection"), tr("judge this one, not its burst"));
    m_left->setAside(sexOfClassification(m_leftPicture.classification),
                     tr("classified as %1").arg(classWord(m_leftPicture.classification)));
    m_right->setAside(sexOfClassification(profile->sex), classWord(profile->sex));
    m_again->setVisible(m_desk.session()->current()->again);
    m_answers->setNote({});
    m_answers->setHint(usualHint());
    setBothViews({});
    fillStrips(*current);
    showPhotos();
    fetchAhead();
}

void ReviewPage::fillStrips(const Pair &pair)
{
    m_leftStrip->setGroups({burstStrip(*m_desk.record(), pair)});
    m_rightStrip->setGroups(profileStrips(*m_desk.record(), pair));
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
    if (const QString problem = photo ? problemOf(*photo, picture) : QString(); !problem.isEmpty())
        pane->setProblem(tr("This picture can’t be shown: %1").arg(coreText(problem)),
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
    showSide(m_left, m_leftPicture);
    showSide(m_right, m_rightPicture);
    m_leftStrip->setShown(m_leftPicture.detection);
    m_rightStrip->setShown(m_rightPicture.detection);
    const std::vector<QUuid> &others = current->runnerUpPhotos;
    const bool ofNext =
        std::find(others.begin(), others.end(), m_rightPicture.detection) != others.end() &&
        std::find(current->photos.begin(), current->photos.end(), m_rightPicture.detection) == current->photos.end();
    const QUuid shown = ofNext ? current->runnerUp : current->deer;
    m_right->setTitle(Words::profile(record.profile(shown), shown),
                      ofNext ? tr("the next closest profile, for comparison") : tr("a photo of the profile"));
    m_answers->setPictureMissing(m_loader.isMissing(record.pictures.value(current->detection)));
    startClock();
}

void ReviewPage::showSaving()
{
    const ReviewSession *session = m_desk.session();
    if (session == nullptr)
        return;
    m_answers->setUndoPossible(session->canUndo());
    if (m_desk.unsaved() > 1 || (m_desk.unsaved() == 1 && m_desk.savingFailed()))
        m_saving->setText(tr("%1 to save").arg(Words::count(m_desk.unsaved(), tr("answer"), tr("answers"))));
    else if (m_desk.unsent().value_or(0) > 0)
        m_saving->setText(
            tr("saved here, %1 to send").arg(Words::count(*m_desk.unsent(), tr("answer"), tr("answers"))) +
            (m_desk.unsentWhy().isEmpty() ? QString() : QString(QStringLiteral(": ") + coreText(m_desk.unsentWhy()))));
    else
        m_saving->setText(tr("saved after every answer"));
    if (m_desk.unsaved() == 0)
        m_banner->hide();
}

void ReviewPage::fetchAhead()
{
    const TrialRecord &record = *m_desk.record();
    for (const Look &look : m_desk.session()->upcoming(kAhead)) {
        const Pair &next = record.pair(look);
        m_loader.fetchAhead(record.pictures.value(next.detection));
        m_loader.fetchAhead(record.pictures.value(next.photos.front()));
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
    QWidget::showEvent(event);
    m_progress->goBack(); // who comes back goes on
    setFocus();
    m_since.invalidate(); // the time away was not spent looking
    startClock();
}

} // namespace herdbook::trial
