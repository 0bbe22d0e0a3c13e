// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/verdict/checkscard.h"

#include "core/trial/review/words.h"
#include "ui/trial/clearlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <algorithm>

namespace herdbook::trial {

namespace {

/// An icon as a widget.
class Mark : public QWidget
{
public:
    Mark(Icon icon, ColorToken color) : m_icon(icon), m_color(color) { setFixedSize(18, 18); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, rect(), m_icon, themeTokens(this).*m_color, 16);
    }

private:
    const Icon m_icon;
    const ColorToken m_color;
};

} // namespace

ChecksCard::ChecksCard(QWidget *parent) : Card(tr("Reviewer checks"), parent)
{
    m_box = new QComboBox;
    m_box->setAccessibleName(tr("Whose answers count"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    body()->addWidget(m_box);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(1, 1);
    body()->addLayout(m_grid);
    body()->addStretch();
    connect(m_box, &QComboBox::activated, this, [this](int index) {
        m_chosen = m_box->itemData(index).toStringList();
        Q_EMIT reviewersChosen(m_chosen);
    });
}

void ChecksCard::fillBox(const Outcome &outcome, int pairs)
{
    QStringList complete;
    for (const ReviewerProgress &one : outcome.everybody) {
        if (one.answered == pairs)
            complete << one.reviewer;
    }
    m_box->clear();
    m_box->setVisible(complete.size() >= 2);
    for (qsizetype first = 0; first < complete.size(); ++first) {
        for (qsizetype second = first + 1; second < complete.size(); ++second)
            m_box->addItem(tr("%1 and %2 together").arg(complete[first], complete[second]),
                           QStringList{complete[first], complete[second]});
    }
    for (const QString &name : std::as_const(complete))
        m_box->addItem(tr("%1 alone").arg(name), QStringList{name});
    for (int i = 0; i < m_box->count(); ++i) {
        if (m_box->itemData(i).toStringList() == outcome.reviewers)
            m_box->setCurrentIndex(i);
    }
}

void ChecksCard::addRow(bool good, const QString &text, const QString &value)
{
    m_grid->addWidget(new Mark(good ? Icon::Completed : Icon::Warning, good ? &ThemeTokens::ok : &ThemeTokens::warn),
                      m_row, 0);
    auto *label = new Label(text);
    label->setWordWrap(true);
    m_grid->addWidget(label, m_row, 1);
    m_grid->addWidget(new Label(value, TextRole::Strong), m_row++, 2, Qt::AlignRight);
}

void ChecksCard::addNote(const QString &text, bool warning)
{
    auto *label = new Label(text, TextRole::Label, warning ? &ThemeTokens::warn : &ThemeTokens::text2);
    label->setWordWrap(true);
    m_grid->addWidget(label, m_row++, 0, 1, 3);
}

void ChecksCard::setOutcome(const Outcome &outcome, int pairs)
{
    clearLayout(*m_grid);
    m_row = 0;
    if (m_chosen != outcome.reviewers)
        m_chosen.clear(); // chosen for another trial
    fillBox(outcome, pairs);
    const auto of = [](const Count &count) { return tr("%1 of %2").arg(count.of).arg(count.all); };
    for (std::size_t i = 0; i < outcome.checks.size(); ++i) {
        const ReviewerChecks &checks = outcome.checks[i];
        if (outcome.checks.size() > 1)
            m_grid->addWidget(
                new Label(outcome.reviewers[static_cast<int>(i)], TextRole::LabelStrong, &ThemeTokens::text2), m_row++,
                0, 1, 3);
        addRow(checks.repeatsAgree(), tr("Repeats answered the same way"), of(checks.repeatsSame));
        addRow(checks.impossibleSeen(), tr("Impossible pairs seen through"), of(checks.seenThrough));
        addRow(checks.unhurried(), tr("Answers under one second"), of(checks.underASecond));
    }
    if (const std::optional<Agreement> &agreed = outcome.agreement) {
        m_grid->addWidget(new Label(tr("Agreement"), TextRole::LabelStrong, &ThemeTokens::text2), m_row++, 0, 1, 3);
        const double same =
            agreed->pairs == 0 ? 0 : static_cast<double>(agreed->sameSide) / static_cast<double>(agreed->pairs);
        addRow(same >= 0.9, tr("Both say Same, or both don’t"),
               tr("%1 of %2").arg(agreed->sameSide).arg(agreed->pairs));
        addRow(agreed->kappa.value_or(1) >= 0.6, tr("Cohen’s kappa over the five answers"),
               agreed->kappa ? QLocale().toString(*agreed->kappa, 'f', 2) : QStringLiteral("–"));
        addNote(tr("Where they differ, the pair counts as wrong."), false);
    }
    QStringList waiting;
    QStringList leftOut;
    for (const ReviewerProgress &one : outcome.everybody) {
        if (outcome.reviewers.contains(one.reviewer))
            continue;
        if (one.answered == pairs)
            leftOut << one.reviewer;
        else
            waiting << tr("%1 has judged %2 of %3 so far and doesn’t count yet.")
                           .arg(one.reviewer)
                           .arg(one.answered)
                           .arg(pairs);
    }
    if (!leftOut.isEmpty())
        addNote(
            tr("The answers of %1 are complete but not counted; the protocol says so.").arg(leftOut.join(tr(" and "))),
            true);
    for (const QString &line : std::as_const(waiting))
        addNote(line, false);
    if (!std::all_of(outcome.checks.begin(), outcome.checks.end(),
                     [](const ReviewerChecks &checks) { return checks.sound(); }))
        addNote(tr("The certificate holds only if the answers are right. Let somebody else review the same sample "
                   "before relying on it."),
                true);
}

} // namespace herdbook::trial
