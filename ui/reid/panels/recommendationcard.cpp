// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/panels/recommendationcard.h"

#include "core/base/language.h"
#include "core/reid/output/words.h"
#include "ui/reid/panels/summarystrip.h"
#include "ui/reid/words.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/labels/sexmark.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QGridLayout>
#include <QPushButton>

#include <cmath>

namespace herdbook::ui {

namespace {

QString text(const std::string &utf8)
{
    return coreText(utf8);
}

QString joined(const std::vector<std::string> &sentences)
{
    QStringList list;
    for (const std::string &sentence : sentences)
        list << text(sentence);
    return list.join(u' ');
}

/// Phrases as a sentence.
QString listed(const std::vector<std::string> &phrases)
{
    QStringList list;
    for (const std::string &phrase : phrases)
        list << text(phrase);
    return list.join(QStringLiteral("; ")) + u'.';
}

/// "does meet the goal at 0.55 only", with its mark.
QString sexGoal(const reid::SexAdvice &sex, double threshold)
{
    const QString who = sexWord(sex.sex);
    if (!sex.threshold)
        return sex.strength == reid::Strength::Strong ? RecommendationCard::tr("%1 meet the goal nowhere").arg(who)
                                                      : text(sex.words);
    const QString at = shortThreshold(*sex.threshold);
    if (sex.decides || reid::thresholdTicks(*sex.threshold) > reid::thresholdTicks(threshold))
        return RecommendationCard::tr("%1 meet the goal at %2 only").arg(who, at);
    return RecommendationCard::tr("%1 already at %2").arg(who, at);
}

struct Badge
{
    Tone tone;
    Icon icon;
    QString words;
};

Badge badgeOf(const reid::Recommendation &recommendation)
{
    switch (recommendation.status) {
    case reid::Status::Recommend:
        if (!doubt(recommendation).empty())
            return {Tone::Warn, Icon::Warning, RecommendationCard::tr("Certified, in doubt")};
        if (recommendation.certified())
            return {Tone::Ok, Icon::Completed,
                    RecommendationCard::tr("Certified %1").arg(certifiedDay(recommendation))};
        return {Tone::Info, Icon::Info, RecommendationCard::tr("Estimated, not certified")};
    case reid::Status::TrialOnly:
        return {Tone::Info, Icon::Info, RecommendationCard::tr("A trial first")};
    case reid::Status::Abstain:
        return {Tone::Warn, Icon::Warning, RecommendationCard::tr("No number")};
    case reid::Status::NoData:
        break;
    }
    return {Tone::Neutral, Icon::Info, RecommendationCard::tr("No data")};
}

QString goalValue(const reid::Goal &goal)
{
    if (!goal.value && goal.upper)
        return RecommendationCard::tr("at most %1").arg(mostShareText(goal.upper));
    if (!goal.value)
        return goal.id == "gain" && goal.verdict != reid::Verdict::Unknown ? RecommendationCard::tr("from nothing")
                                                                           : RecommendationCard::tr("not known");
    if (goal.id == "gain")
        return (*goal.value >= 0 ? QStringLiteral("+") : QString()) +
               shownFigure(reid::text::percentBeside(goal.limit, *goal.value));
    const int decimals = reid::text::decimalsBeside(goal.limit, *goal.value);
    const QString value = decimals > 1 ? shownPercent(shownNumber(100 * *goal.value, decimals)) : shareText(goal.value);
    return goal.upper ? RecommendationCard::tr("%1, at most %2").arg(value, mostShareText(goal.upper)) : value;
}

} // namespace

RecommendationCard::RecommendationCard(QWidget *parent)
    : Card(tr("Recommendation"), parent), m_pill(new Pill), m_number(new Label({}, TextRole::Display)),
      m_instead(new Label({}, TextRole::Body, &ThemeTokens::text2)),
      m_doubt(new Label({}, TextRole::Body, &ThemeTokens::warn)), m_gain(new Label), m_goals(new QGridLayout),
      m_why(new LeadText(tr("Why."), {}, TextRole::Label, &ThemeTokens::text2)),
      m_unknown(new LeadText(tr("Not known."), {}, TextRole::Label, &ThemeTokens::text2)),
      m_try(new QPushButton(tr("Try it in a trial…"))), m_reason(new QPushButton(tr("Full reason")))
{
    setObjectName(QStringLiteral("recommendation"));
    m_try->setObjectName(QStringLiteral("tryInTrial"));
    header()->addWidget(m_pill);
    auto *figure = new QHBoxLayout;
    figure->setSpacing(10);
    figure->addWidget(m_number);
    figure->addWidget(m_instead, 0, Qt::AlignBottom);
    figure->addStretch(1);
    m_instead->setContentsMargins(0, 0, 0, 7);
    m_doubt->setObjectName(QStringLiteral("doubt"));
    m_doubt->setWordWrap(true);
    m_gain->setWordWrap(true);
    m_goals->setHorizontalSpacing(8);
    m_goals->setVerticalSpacing(6);
    m_goals->setColumnStretch(1, 1);
    auto *buttons = new QHBoxLayout;
    setButtonKind(m_try, ButtonKind::Primary);
    buttons->addWidget(m_try, 1);
    buttons->addWidget(m_reason);
    body()->setSpacing(8);
    body()->addWidget(m_doubt);
    body()->addLayout(figure);
    body()->addWidget(m_gain);
    body()->addWidget(new Divider);
    body()->addLayout(m_goals);
    body()->addWidget(new Divider);
    body()->addWidget(m_why);
    body()->addWidget(m_unknown);
    body()->addStretch(1);
    body()->addSpacing(4);
    body()->addLayout(buttons);
    setFocusHeirs({m_try}, {m_reason});
    connect(m_try, &QPushButton::clicked, this, [this] {
        if (m_analysis && m_analysis->recommendation.candidate)
            Q_EMIT tryOnSample(*m_analysis->recommendation.candidate);
    });
    connect(m_reason, &QPushButton::clicked, this, &RecommendationCard::fullReasonAsked);
    setAnalysis({});
}

void RecommendationCard::setAnalysis(SharedAnalysis analysis)
{
    m_analysis = std::move(analysis);
    m_reason->setEnabled(m_analysis != nullptr);
    m_doubt->setText(m_analysis ? text(doubt(m_analysis->recommendation)) : QString());
    m_doubt->setVisible(!m_doubt->text().isEmpty());
    if (!m_analysis) {
        m_pill->setState(Tone::Neutral, tr("Not analyzed"), Icon::Info);
        m_number->setText(QStringLiteral("–"));
        m_instead->clear();
        m_gain->setText(tr("Analyze to learn which threshold can be defended."));
        m_try->setEnabled(false);
        m_why->hide();
        m_unknown->hide();
        showGoals();
        return;
    }
    const reid::Recommendation &recommendation = m_analysis->recommendation;
    const Badge badge = badgeOf(recommendation);
    m_pill->setState(badge.tone, badge.words, badge.icon);
    m_number->setText(recommendation.threshold ? thresholdText(*recommendation.threshold) : tr("None"));
    m_instead->setText(recommendation.threshold ? tr("instead of %1").arg(shortThreshold(m_analysis->options.current))
                                                : QString());
    m_gain->setText(gainSentence());
    m_try->setEnabled(recommendation.candidate.has_value());
    m_try->setText(recommendation.candidate && !recommendation.threshold
                       ? tr("Try %1 in a trial…").arg(thresholdText(*recommendation.candidate))
                       : tr("Try it in a trial…"));
    m_try->setToolTip(recommendation.trial ? text(recommendation.trial->words) : QString());
    QString why = QString::fromStdString(recommendation.reason); // what is said already stands there once
    if (recommendation.at)
        for (const std::string &said :
             {doubt(recommendation), reid::gainSentence(recommendation), reid::wrongSentence(*recommendation.at)})
            why.remove(QString::fromStdString(said));
    m_why->setTexts(tr("Why."), coreText(why.simplified()));
    m_why->setVisible(!recommendation.reason.empty());
    const bool lacking = !recommendation.missing.empty() && !recommendation.threshold;
    m_unknown->setTexts(lacking ? tr("What is missing.") : tr("Not known."),
                        lacking ? listed(recommendation.missing) : joined(recommendation.unknown));
    m_unknown->setVisible(lacking || !recommendation.unknown.empty());
    showGoals();
}

QString RecommendationCard::gainSentence() const
{
    const reid::Recommendation &recommendation = m_analysis->recommendation;
    const std::optional<reid::Evaluation> &at = recommendation.at;
    if (!recommendation.threshold || !at)
        return recommendation.candidate ? tr("Only people who look can tell whether %1 would do.")
                                              .arg(thresholdText(*recommendation.candidate))
                                        : tr("No threshold can be defended on this data.");
    QString sentence = text(reid::gainSentence(recommendation));
    if (at->wrong && at->wrongUpper && !recommendation.certified())
        sentence += u' ' + text(reid::wrongSentence(*at));
    return sentence;
}

void RecommendationCard::showGoals()
{
    while (QLayoutItem *item = m_goals->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!m_analysis)
        return;
    int row = 0;
    for (const reid::Goal &goal : m_analysis->recommendation.goals) {
        const bool pass = goal.verdict == reid::Verdict::Pass;
        const bool fail = goal.verdict == reid::Verdict::Fail;
        auto *name = new MarkedLabel(pass   ? Icon::Completed
                                     : fail ? Icon::Failed
                                            : Icon::Info,
                                     text(goal.title), TextRole::Body,
                                     pass   ? &ThemeTokens::text
                                     : fail ? &ThemeTokens::error
                                            : &ThemeTokens::text2);
        const QString verdict = pass ? tr("passes") : fail ? tr("fails") : tr("unknown");
        name->setAccessibleName(tr("%1: %2, %3").arg(text(goal.title), verdict, goalValue(goal)));
        auto *line = new QWidget; // each as wide as its own value lets it be
        auto *parts = new QHBoxLayout(line);
        parts->setContentsMargins(0, 0, 0, 0);
        parts->addWidget(name, 1);
        parts->addWidget(new Label(goalValue(goal), TextRole::Strong), 0, Qt::AlignTop);
        m_goals->addWidget(line, row++, 0, 1, 3);
        if (goal.id == "fdr")
            row = showSexes(row);
    }
}

int RecommendationCard::showSexes(int row)
{
    const reid::Recommendation &recommendation = m_analysis->recommendation;
    if (recommendation.certified())
        return row;
    const double threshold = recommendation.threshold.value_or(2);
    if (!recommendation.sexes.empty()) {
        auto *limit = new Label(tr("up to %1% in one sex alone:").arg(200 * m_analysis->options.alpha), TextRole::Label,
                                &ThemeTokens::text2);
        limit->setContentsMargins(18, 0, 0, 0);
        m_goals->addWidget(limit, row++, 0, 1, 3);
    }
    for (const reid::SexAdvice &sex : recommendation.sexes) {
        auto *line = new QWidget;
        auto *cells = new QHBoxLayout(line);
        cells->setContentsMargins(18, 0, 0, 0);
        cells->setSpacing(6);
        cells->addWidget(new SexMark(sexClass(sex.sex)), 0, Qt::AlignTop);
        auto *words = new Label(sexGoal(sex, threshold), TextRole::Label);
        words->setWordWrap(true);
        words->setToolTip(text(sex.words));
        cells->addWidget(words, 1);
        m_goals->addWidget(line, row, 0, 1, 2);
        const QString value = sex.upperAtOwn ? tr("at most %1").arg(mostShareText(sex.upperAtOwn))
                              : sex.strength == reid::Strength::None ? tr("no evidence")
                              : sex.strength == reid::Strength::Weak ? tr("weak evidence")
                                                                     : tr("strong evidence");
        m_goals->addWidget(new Label(value, TextRole::Label, &ThemeTokens::text2), row++, 2,
                           Qt::AlignRight | Qt::AlignTop);
    }
    return row;
}

QString fullReason(const reid::Analysis &analysis)
{
    const reid::Recommendation &recommendation = analysis.recommendation;
    QStringList paragraphs{text(recommendation.reason)};
    for (const reid::Goal &goal : recommendation.goals)
        paragraphs << QStringLiteral("%1: %2 (%3)")
                          .arg(text(goal.title), goalValue(goal), text(std::string(reid::name(goal.verdict))));
    paragraphs << text(recommendation.whySoFew);
    paragraphs << boundSentence(analysis);
    for (const QString &sentence : reid::sentences(recommendation))
        paragraphs << coreText(sentence);
    paragraphs.removeAll(QString());
    return paragraphs.join(QStringLiteral("\n\n"));
}

} // namespace herdbook::ui
