// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/verdict/cards.h"

#include "core/trial/review/words.h"
#include "ui/trial/clearlayout.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/sexmark.h"
#include "ui/widgets/text/coretexts.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLocale>

namespace herdbook::trial {

namespace {

Label *right(const QString &text, TextRole role, ColorToken color = &ThemeTokens::text)
{
    auto *label = new Label(text, role, color);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

QString of(const Count &count)
{
    return ReviewerCard::tr("%1 of %2").arg(count.of).arg(count.all);
}

} // namespace

ClaimsCard::ClaimsCard(QWidget *parent) : Card(tr("What it claims"), parent)
{
    m_grid = new QGridLayout;
    m_grid->setVerticalSpacing(6);
    m_grid->setHorizontalSpacing(12);
    m_grid->setColumnStretch(0, 1);
    body()->addLayout(m_grid);
    body()->addStretch();
}

void ClaimsCard::setOutcome(const TrialRecord &record, const Outcome &outcome)
{
    clearLayout(*m_grid);
    m_text.clear();
    const QStringList titles{QString(), tr("detections"), tr("not Same"), tr("wrong at most")};
    for (int i = 0; i < titles.size(); ++i)
        m_grid->addWidget(i == 0 ? new Label(titles[i]) : right(titles[i], TextRole::Label, &ThemeTokens::text2), 0, i);
    int row = 1;
    QStringList claimed;
    for (const CertificateRecord::Claim &claim : outcome.certificate.claims()) {
        const QString name = claim.group.isEmpty() ? tr("All together") : Words::group(claim.group);
        const QString detections = QLocale().toString(claim.counts.items);
        const QString wrong = tr("%1 of %2").arg(claim.counts.wrong).arg(claim.counts.judged);
        const QString most = Words::percent(claim.alpha, 0);
        auto *title = new Label(name, claim.group.isEmpty() ? TextRole::Strong : TextRole::Body);
        title->setWordWrap(true);
        m_grid->addWidget(title, row, 0);
        m_grid->addWidget(right(detections, TextRole::Body), row, 1);
        m_grid->addWidget(right(wrong, TextRole::Body), row, 2);
        m_grid->addWidget(right(most, TextRole::Strong), row, 3);
        m_text += QStringList{name, detections, wrong, most}.join(u'\t') + u'\n';
        claimed << claim.group;
        ++row;
    }
    if (claimed.size() > 1) {
        const QString text = tr("Each line counts the pairs up to the one that proved it, so the lines don’t add up.");
        auto *note = new Label(text, TextRole::Label, &ThemeTokens::text2);
        note->setWordWrap(true);
        m_grid->addWidget(note, row++, 0, 1, 4);
        m_text += text + u'\n';
    }
    QStringList without;
    for (const reid::Sex sex : kGroupOrder) {
        const QString name = sexText(sex);
        const bool there =
            std::any_of(record.pairs.begin(), record.pairs.end(), [&](const Pair &pair) { return pair.sex == sex; });
        if (there && !claimed.contains(name) && !claimed.isEmpty())
            without << Words::group(name);
    }
    if (!without.isEmpty()) {
        const QString text = tr("Too few for a claim of their own: %1.").arg(without.join(QStringLiteral(", ")));
        auto *note = new Label(text, TextRole::Label, &ThemeTokens::text2);
        note->setWordWrap(true);
        m_grid->addWidget(note, row, 0, 1, 4);
        m_text += text;
    }
}

ReviewerCard::ReviewerCard(QWidget *parent) : Card(tr("Could the reviewer tell deer apart?"), parent)
{
    m_grid = new QGridLayout;
    m_grid->setVerticalSpacing(6);
    m_grid->setHorizontalSpacing(10);
    m_grid->setColumnStretch(1, 1);
    body()->addLayout(m_grid);
    body()->addStretch();
}

void ReviewerCard::setOutcome(const Outcome &outcome)
{
    clearLayout(*m_grid);
    m_text.clear();
    const ReviewerChecks &checks = outcome.checks;
    int row = 0;
    const auto add = [&](Tone tone, const QString &what, const QString &value) {
        auto *mark = new ElidedLabel(QString(), TextRole::Body, toneInk(tone));
        mark->setIcon(tone == Tone::Ok ? Icon::Completed : tone == Tone::Error ? Icon::Failed : Icon::Warning);
        mark->setFixedWidth(20);
        m_grid->addWidget(mark, row, 0);
        auto *words = new Label(what);
        words->setWordWrap(true);
        m_grid->addWidget(words, row, 1);
        m_grid->addWidget(right(value, TextRole::Strong, tone == Tone::Ok ? &ThemeTokens::text : toneInk(tone)), row,
                          2);
        m_text += what + u'\t' + value + u'\n';
        ++row;
    };
    add(!checks.plantsOk() || !checks.correctedOk()   ? Tone::Error
        : checks.missed() > 0 || checks.corrected > 0 ? Tone::Warn
                                                      : Tone::Ok,
        tr("Known different pairs seen through"), of(checks.plantsSeen));
    if (checks.corrected > 0)
        add(checks.correctedOk() ? Tone::Warn : Tone::Error, tr("of them only after an answer Same was taken back"),
            QString::number(checks.corrected));
    add(checks.ignored > 0 ? Tone::Warn : Tone::Ok, tr("Keys within one second, ignored"),
        QString::number(checks.ignored));
    if (checks.tooFast > 0)
        add(Tone::Error, tr("Answers recorded within one second"), QString::number(checks.tooFast));
    add(checks.cantTellOk() ? Tone::Ok : Tone::Error, Words::cantTell(checks), of(checks.cantTell));
    add(checks.picturesOk() ? Tone::Ok : Tone::Error, tr("Pictures that failed"), of(checks.failed));
    if (checks.median)
        add(checks.medianOk() ? Tone::Ok : Tone::Warn, tr("Median time for a pair"),
            tr("%1 s").arg(QLocale().toString(*checks.median / 1000.0, 'f', 1)));
    if (outcome.agreement && outcome.agreement->pairs > 0)
        add(Tone::Ok, tr("Both reviewers on the same side"),
            of({static_cast<int>(outcome.agreement->sameSide), static_cast<int>(outcome.agreement->pairs)}));
}

AssumptionsCard::AssumptionsCard(QWidget *parent) : Card(tr("It holds if"), parent)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    int number = 1;
    for (const QString &assumption : assumptions()) {
        auto *words = new Label(tr("%1. %2").arg(number++).arg(coreText(assumption)));
        words->setWordWrap(true);
        words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        row->addWidget(words, 1);
    }
    body()->addLayout(row);
}

} // namespace herdbook::trial
