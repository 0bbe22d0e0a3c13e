// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/diagnosistab.h"

#include "ui/reid/panels/funnelview.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/style/style.h"

#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace herdbook::dashboard {

namespace {

using Outcome = reid::Check::Outcome;

Icon iconOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Pass:
        return Icon::Completed;
    case Outcome::Warn:
        return Icon::Warning;
    case Outcome::Fail:
        return Icon::Failed;
    case Outcome::NotApplicable:
        break;
    }
    return Icon::Info;
}

ColorToken colorOf(Outcome outcome)
{
    return outcome == Outcome::Pass   ? &ThemeTokens::ok
           : outcome == Outcome::Warn ? &ThemeTokens::warn
           : outcome == Outcome::Fail ? &ThemeTokens::error
                                      : &ThemeTokens::text2;
}

QString word(Outcome outcome)
{
    return outcome == Outcome::Pass   ? DiagnosisTab::tr("pass")
           : outcome == Outcome::Warn ? DiagnosisTab::tr("warning")
           : outcome == Outcome::Fail ? DiagnosisTab::tr("fail")
                                      : DiagnosisTab::tr("not applicable");
}

void clear(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QString profileName(const reid::Analysis &analysis, std::int32_t profile)
{
    if (profile < 0)
        return DiagnosisTab::tr("a deer without a profile");
    const reid::Profile &deer = analysis.data.profiles[static_cast<std::size_t>(profile)];
    return deer.name.empty() ? QString::fromStdString(reid::toString(deer.id)).left(8)
                             : QString::fromStdString(deer.name);
}

} // namespace

DiagnosisTab::DiagnosisTab(ThresholdCursor &cursor, QWidget *parent)
    : QWidget(parent), m_cursor(cursor), m_funnel(new FunnelView),
      m_sentence(new Label({}, TextRole::Label, &ThemeTokens::text2)), m_checks(new QVBoxLayout),
      m_suspects(new QVBoxLayout)
{
    auto *content = new QWidget;
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 4, 0);
    row->setSpacing(16);

    auto *funnelCard = new Card(tr("Why are only so few assigned?"));
    funnelCard->setHeaderLine(true);
    funnelCard->body()->setContentsMargins(0, 4, 0, 12);
    funnelCard->body()->addWidget(m_funnel);
    m_sentence->setWordWrap(true);
    m_sentence->setContentsMargins(16, 8, 16, 0);
    funnelCard->body()->addWidget(m_sentence);
    auto *suspectCard = new Card(tr("What looks suspicious"));
    suspectCard->setHeaderLine(true);
    suspectCard->body()->addLayout(m_suspects);
    auto *photos = new QHBoxLayout;
    for (const auto &[kind, text] : {std::pair(QStringLiteral("duplicates"), tr("Look-alikes")),
                                     {QStringLiteral("mislabeled"), tr("Wrong sexes")},
                                     {QStringLiteral("contradictions"), tr("Contradictions")}}) {
        auto *button = new QPushButton(themeIcon(Icon::Image), text);
        button->setObjectName(kind);
        button->setToolTip(tr("Show the photos beside each other"));
        setCompact(button);
        connect(button, &QPushButton::clicked, this, [this, kind = kind] { Q_EMIT suspectsAsked(kind); });
        photos->addWidget(button);
        m_photos << button;
    }
    photos->addStretch(1);
    suspectCard->body()->addLayout(photos);
    auto *left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(funnelCard);
    left->addWidget(suspectCard);
    left->addStretch(1);

    auto *checkCard = new Card(tr("Is the data sound?"));
    checkCard->setHeaderLine(true);
    m_checks->setSpacing(10);
    checkCard->body()->addLayout(m_checks);
    auto *right = new QVBoxLayout;
    right->addWidget(checkCard);
    right->addStretch(1);
    row->addLayout(left, 11);
    row->addLayout(right, 9);

    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connect(&m_cursor, &ThresholdCursor::moved, this, [this] {
        if (isVisible())
            refreshFunnel();
    });
    connect(m_funnel, &FunnelView::stepChosen, this, &DiagnosisTab::stepChosen);
}

void DiagnosisTab::setAnalysis(const SharedAnalysis &analysis)
{
    m_analysis = analysis;
    countFunnel();
    refreshFunnel();
    showChecks();
    showSuspects();
}

void DiagnosisTab::showEvent(QShowEvent *event)
{
    refreshFunnel();
    QWidget::showEvent(event);
}

void DiagnosisTab::countFunnel()
{
    m_reaching = {};
    m_reachingAssigned = {};
    m_steps = m_analysis ? m_analysis->funnel(0) : std::vector<reid::FunnelStep>();
    for (std::size_t at = 0; m_analysis && at < m_analysis->data.detections.size(); ++at) {
        const reid::Detection &detection = m_analysis->data.detections[at];
        if (!m_analysis->eligible(at) || !reid::isUsable(detection.vector))
            continue;
        m_reaching.add(m_analysis->data.matches[at].best);
        if (detection.assigned())
            m_reachingAssigned.add(m_analysis->data.matches[at].best);
    }
}

void DiagnosisTab::refreshFunnel()
{
    if (!m_analysis) {
        m_funnel->setSteps({});
        m_sentence->setText(tr("Nothing is analyzed yet."));
        return;
    }
    if (m_steps.size() >= 3) {
        reid::FunnelStep &reaching = m_steps[m_steps.size() - 2];
        reid::FunnelStep &assigned = m_steps.back();
        reaching.remaining = m_reaching.atOrAbove(m_cursor.ticks());
        assigned.remaining = m_reachingAssigned.atOrAbove(m_cursor.ticks());
        reaching.lost = m_steps[m_steps.size() - 3].remaining - reaching.remaining;
        assigned.lost = reaching.remaining - assigned.remaining;
    }
    m_funnel->setSteps(m_steps);
    m_sentence->setText(
        tr("At a threshold of %1. Each step shows the detections that are left; the dotted part is lost there.")
            .arg(m_cursor.text()));
}

void DiagnosisTab::showChecks()
{
    clear(*m_checks);
    if (!m_analysis)
        return;
    for (const reid::Check &check : m_analysis->integrity) {
        auto *row = new QWidget;
        auto *column = new QVBoxLayout(row);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(1);
        auto *title = new ElidedLabel(QString::fromStdString(check.title), TextRole::Strong, colorOf(check.outcome));
        title->setIcon(iconOf(check.outcome));
        title->setAccessibleName(tr("%1: %2").arg(QString::fromStdString(check.title), word(check.outcome)));
        auto *detail = new Label(QString::fromStdString(check.detail), TextRole::Label, &ThemeTokens::text2);
        detail->setWordWrap(true);
        detail->setContentsMargins(20, 0, 0, 0);
        detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(title);
        column->addWidget(detail);
        m_checks->addWidget(row);
    }
}

void DiagnosisTab::showSuspects()
{
    clear(*m_suspects);
    if (!m_analysis)
        return;
    const bool any[] = {!m_analysis->duplicateProfiles.empty(), !m_analysis->mislabeled.empty(),
                        !m_analysis->contradictions.empty()};
    for (qsizetype at = 0; at < m_photos.size(); ++at)
        m_photos.at(at)->setEnabled(any[at]);
    constexpr std::size_t shown = 6;
    const auto add = [this](Icon icon, const QString &text) {
        auto *label = new ElidedLabel(text);
        label->setIcon(icon);
        label->setMinimumHeight(22);
        m_suspects->addWidget(label);
    };
    const auto score = [](int ticks) { return QString::number(reid::fromTicks(ticks), 'f', 3); };
    for (std::size_t at = 0; at < std::min(shown, m_analysis->duplicateProfiles.size()); ++at) {
        const reid::DuplicatePair &pair = m_analysis->duplicateProfiles[at];
        add(Icon::Copy,
            tr("%1 and %2 may be one animal: over half of one's detections match the other at %3")
                .arg(profileName(*m_analysis, pair.first), profileName(*m_analysis, pair.second), score(pair.level)));
    }
    for (std::size_t at = 0; at < std::min(shown, m_analysis->mislabeled.size()); ++at) {
        const reid::MislabelSuspect &suspect = m_analysis->mislabeled[at];
        const QString id =
            QString::fromStdString(reid::toString(m_analysis->data.detections[suspect.detection].id)).left(8);
        add(Icon::Warning,
            tr("Detection %1 may have the wrong sex: %2 with %3, only %4 with its own")
                .arg(id, score(suspect.cross), profileName(*m_analysis, suspect.crossProfile), score(suspect.best)));
    }
    const QLocale locale;
    if (m_analysis->mislabeled.size() > shown)
        add(Icon::Info, tr("%1 detections in all may have the wrong sex")
                            .arg(locale.toString(static_cast<qulonglong>(m_analysis->mislabeled.size()))));
    for (std::size_t at = 0; at < std::min(shown, m_analysis->contradictions.size()); ++at) {
        const reid::Contradiction &pair = m_analysis->contradictions[at];
        add(Icon::Failed, pair.level > reid::kTicksPerUnit
                              ? tr("%1 was given to two deer of one photo").arg(profileName(*m_analysis, pair.profile))
                              : tr("%1 would be given to two deer of one photo from %2 down")
                                    .arg(profileName(*m_analysis, pair.profile), score(pair.level)));
    }
    if (m_suspects->count() == 0)
        add(Icon::Completed, tr("Nothing: no duplicate profiles, no wrong sexes, no contradictions."));
}

} // namespace herdbook::dashboard
