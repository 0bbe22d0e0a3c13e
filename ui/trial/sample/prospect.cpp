// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/sample/prospect.h"

#include "core/trial/review/words.h"
#include "ui/trial/sample/numbertable.h"
#include "ui/trial/sample/prospectchart.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/text/coretexts.h"

#include <QBoxLayout>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace herdbook::trial {

namespace {

constexpr int kNarrow = 620; ///< below this width the cards stand under each other

using RowLook = NumberTable::Row::Look;

Label *paragraph(const QString &text, TextRole role, ColorToken color)
{
    auto *label = new Label(text, role, color);
    label->setWordWrap(true);
    return label;
}

} // namespace

Prospect::Prospect(QWidget *parent) : QScrollArea(parent)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto *promise = new Card;
    m_title = new Label({}, TextRole::Strong);
    m_fewer = paragraph({}, TextRole::Label, &ThemeTokens::text2);
    m_promise = paragraph({}, TextRole::Sentence, &ThemeTokens::text);
    m_note = paragraph({}, TextRole::Label, &ThemeTokens::text2);
    m_chart = new ProspectChart;
    promise->body()->addWidget(m_title);
    promise->body()->addWidget(m_fewer);
    m_fewer->hide();
    promise->body()->addWidget(m_promise);
    promise->body()->addWidget(m_note);
    promise->body()->addSpacing(6);
    promise->body()->addWidget(m_chart, 1);
    promise->body()->addStretch(0); // without the chart the words stay on top
    column->addWidget(promise, 1);

    m_facts = new QWidget;
    m_pair = new QHBoxLayout(m_facts);
    m_pair->setContentsMargins(0, 0, 0, 0);
    m_pair->setSpacing(12);
    auto *frame = new Card(tr("What it is drawn from"));
    m_frame = new NumberTable;
    frame->body()->addWidget(m_frame);
    m_without = paragraph({}, TextRole::Label, &ThemeTokens::text2);
    frame->body()->addWidget(m_without);
    frame->body()->addStretch();
    auto *says = new Card(tr("What a certificate says"));
    m_claims = paragraph({}, TextRole::Body, &ThemeTokens::text);
    showClaims();
    says->body()->addWidget(m_claims);
    m_risk = paragraph({}, TextRole::Body, &ThemeTokens::text);
    setTries({});
    says->body()->addWidget(m_risk);
    says->body()->addWidget(new Label(tr("What it doesn’t"), TextRole::LabelStrong, &ThemeTokens::text2));
    says->body()->addWidget(paragraph(
        tr("It covers today’s pool, not photos that come later. Some pairs are known to be different deer; they "
           "show that you tell deer apart, and can’t be told from the others."),
        TextRole::Label, &ThemeTokens::text2));
    says->body()->addStretch();
    m_pair->addWidget(frame, 1);
    m_pair->addWidget(says, 1);
    column->addWidget(m_facts);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void Prospect::setTries(const Tries &tries)
{
    m_tries = tries;
    QString text =
        tr("Such a statement is false in at most %1 of 100 trials, whenever you stop.").arg(5 + tries.ofPool);
    if (tries.ofPool > 0)
        text += u' ' + tr("It would be trial %1 of these very detections, and needs more proof than the first.")
                           .arg(tries.ofPool + 1);
    if (tries.others > 0)
        text += u' ' + tr("%1 of other states of these data had their own 5% each.")
                           .arg(Words::count(tries.others, tr("trial"), tr("trials")));
    if (!tries.unread.isEmpty())
        text += u' ' + tr("The shared journal can’t be read (%1): each trial of these detections that is known there "
                          "only makes it one more.")
                           .arg(coreText(tries.unread));
    m_risk->setText(text);
    if (m_facts->isVisibleTo(this))
        showPromise();
}

QString Prospect::risk() const
{
    return m_risk->text();
}

void Prospect::showClaims()
{
    const Scheme &scheme = m_outlook.schemes[static_cast<std::size_t>(m_preset)];
    const int levels = scheme.levelCount();
    QStringList always, sometimes, never;
    for (const reid::Sex sex : kGroupOrder) {
        if (levels == 0 || scheme.sizeOf(levels - 1, sex) == 0)
            continue;
        int claimed = 0;
        for (int level = 0; level < levels; ++level)
            claimed += static_cast<int>(std::ranges::count(scheme.tests(level), std::optional(sex)));
        (claimed == levels ? always : claimed > 0 ? sometimes : never) << Words::group(sexText(sex));
    }
    const auto list = [](const QStringList &groups) { return groups.join(QStringLiteral(", ")); };
    QString text = always.isEmpty()
                       ? tr("At most 5% of the detections it covers would be assigned wrongly.")
                       : tr("At most 5% of the detections it covers would be assigned wrongly, and at most 10% of each "
                            "of these alone: %1.")
                             .arg(list(always));
    if (!sometimes.isEmpty())
        text +=
            u' ' +
            tr("Only at some of its thresholds are there enough for a claim of their own: %1.").arg(list(sometimes));
    if (!never.isEmpty())
        text += u' ' + tr("Too few for a claim of their own: %1.").arg(list(never));
    m_claims->setText(text);
}

QString Prospect::claims() const
{
    return m_claims->text();
}

QString Prospect::promise() const
{
    return m_promise->text();
}

QString Prospect::fewer() const
{
    return m_fewer->isHidden() ? QString() : m_fewer->text();
}

QString Prospect::note() const
{
    return m_note->text();
}

void Prospect::setWaiting(const QString &sentence)
{
    m_title->clear();
    m_fewer->hide();
    m_promise->setText(sentence);
    m_note->clear();
    m_prospects.reset();
    m_chart->setProspects(nullptr, 0, {});
    m_facts->hide();
}

void Prospect::setOutlook(const Outlook &outlook, const Estimate &estimate)
{
    m_outlook = outlook;
    m_estimate = estimate;
    m_chart->setStale(true);
    const auto number = [](int count) { return QLocale().toString(count); };
    m_frame->setRows(
        {{{tr("Unassigned, eligible detections"), number(outlook.eligible)}, RowLook::Plain},
         {{tr("score under %1").arg(Words::threshold(outlook.candidate)), number(outlook.below)}, RowLook::Quiet},
         {{tr("no picture of the detection"), number(outlook.withoutPicture)}, RowLook::Quiet},
         {{tr("no picture of the profile"), number(outlook.withoutProfilePicture)}, RowLook::Quiet},
         {{tr("Tried at %1").arg(Words::threshold(outlook.candidate)), number(outlook.atCandidate)},
          RowLook::Strong,
          true}});
    QStringList groups;
    for (const reid::Sex sex : kGroupOrder) {
        const int count = outlook.bySex[static_cast<std::size_t>(sex)];
        if (count > 0)
            groups << tr("%1 %2").arg(Words::group(sexText(sex)), number(count));
    }
    m_without->setText(
        groups.join(QStringLiteral(", ")) + (groups.isEmpty() ? QString() : QStringLiteral(". ")) +
        tr("Detections without a picture are in no level and are never written under the certificate. The "
           "order of the pairs is drawn once for this pool and kept; nobody can draw again.") +
        (outlook.unread == 0 ? QString()
                             : u' ' + tr("Of %1 it isn’t known whether they are there: they can’t be read now.")
                                          .arg(Words::count(outlook.unread, tr("photo"), tr("photos")))));
    const int without = outlook.withoutPicture + outlook.withoutProfilePicture;
    m_fewer->setText(tr("%1 of the %2 that score %3 or more: %4 have no picture, or their profile has none.")
                         .arg(number(outlook.atCandidate), number(outlook.atCandidate + without),
                              Words::threshold(outlook.candidate), number(without)));
    m_fewer->setVisible(without > 0);
    showClaims();
    m_facts->show();
    m_prospects.reset();
    showPromise();
}

void Prospect::setProspects(std::shared_ptr<const Prospects> prospects)
{
    if (!prospects || prospects->ordinal != m_outlook.ordinal ||
        reid::thresholdTicks(prospects->candidate) != reid::thresholdTicks(m_outlook.candidate))
        return;
    m_prospects = std::move(prospects);
    m_chart->setProspects(m_prospects, m_outlook.atCandidate, m_estimate);
    showPromise();
}

void Prospect::setPreset(Preset preset)
{
    m_preset = preset;
    m_chart->setPreset(preset);
    showClaims();
    if (m_facts->isVisibleTo(this))
        showPromise();
}

void Prospect::showPromise()
{
    m_title->setText(m_outlook.atCandidate == 0
                         ? QString()
                         : tr("What it brings on these %1")
                               .arg(Words::count(m_outlook.atCandidate, tr("detection"), tr("detections"))));
    m_note->clear();
    m_chart->setVisible(!m_tries.begun && m_outlook.kind == TrialKind::Certificate);
    if (m_tries.begun) {
        // What is still needed follows from the answers, of which nothing is told before Finish.
        m_promise->setText(tr("%1; it goes on where you stopped")
                               .arg(Words::count(*m_tries.begun, tr("look is done"), tr("looks are done"))));
        m_note->setText(tr("How many pairs it still takes is not known: that depends on your answers, of which nothing "
                           "is told before you finish."));
        return;
    }
    if (m_outlook.kind == TrialKind::ReviewAll) {
        m_promise->setText(
            m_outlook.atCandidate == 0
                ? tr("Nothing here has a picture and scores %1 or more").arg(Words::threshold(m_outlook.candidate))
                : tr("Under 20 detections are too few for a certificate: review all of them"));
        if (m_outlook.atCandidate > 0)
            m_note->setText(tr("Only pairs answered Same are written then."));
        return;
    }
    if (m_outlook.kind == TrialKind::CountOnly) {
        m_promise->setText(
            (m_outlook.ordinal > 1 ? tr("No certificate can come of another trial of this pool: %1, %2 needed")
                                   : tr("No certificate can come of this pool: %1, %2 needed"))
                .arg(Words::count(m_outlook.plants, tr("known different pair"), tr("known different pairs")))
                .arg(m_outlook.plantsNeeded));
        m_note->setText(tr("Two deer in one photo, one of them assigned, make such a pair. You can count without a "
                           "certificate."));
        return;
    }
    if (!m_prospects) {
        m_promise->setText(tr("Simulating trials on this pool’s scores …"));
        return;
    }
    const std::vector<Expected> &curve = m_prospects->curves[static_cast<std::size_t>(m_preset)];
    const Expected &one = curve[kOnePercent];
    QString earlier;
    if (m_outlook.ordinal > 1)
        earlier = (m_tries.failed ? tr("An earlier trial of these detections certified nothing, so more of them may be "
                                       "wrong than that. Another one takes more proof, which is counted in here.")
                                  : tr("Another trial of these detections takes more proof than the first, which is "
                                       "counted in here.")) +
                  u' ';
    if (one.firstShare <= 0) {
        m_promise->setText(tr("%1 can hardly certify anything here, not even if only 1% of the matches are wrong")
                               .arg(Words::preset(QString::fromUtf8(name(m_preset).data()))));
        m_note->setText(earlier + tr("The pool has %1; another way to go about it may need fewer.")
                                      .arg(Words::count(m_outlook.plants, tr("known different pair"),
                                                        tr("known different pairs"))));
        return;
    }
    m_promise->setText(
        tr("About %1 looks for a first certificate, about %2 for the whole, if 1% of the matches are wrong: %3 then "
           "certifies about %4 detections on average; if 5% are wrong, about %5.")
            .arg(Words::roughly(one.firstLooks), Words::roughly(one.looks),
                 Words::preset(QString::fromUtf8(name(m_preset).data())), Words::roughly(one.detections),
                 Words::roughly(curve[5].detections)));
    const std::vector<Level> &levels = m_outlook.schemes[static_cast<std::size_t>(m_preset)].levels();
    const int loosest = levels.empty() ? 0 : levels.back().ticks;
    const QString beyond =
        loosest < reid::thresholdTicks(m_outlook.candidate)
            ? tr("It goes on below %1 while the answers bear it out, down to %2 (%L3 detections). ")
                  .arg(Words::threshold(m_outlook.candidate), Words::threshold(reid::fromTicks(loosest)))
                  .arg(levels.back().items)
            : QString();
    m_note->setText(
        earlier + beyond +
        tr("Looks count the known pairs too. Mean of %L1 trials simulated on this pool’s scores, wrong matches "
           "taken to get rarer with the score, and every known pair to be seen through; with 1% wrong, %2 of "
           "100 came to a certificate. Nothing else in a trial uses the estimate.")
            .arg(m_prospects->trials)
            .arg(std::floor(100 * one.firstShare)));
}

void Prospect::resizeEvent(QResizeEvent *event)
{
    m_pair->setDirection(width() < kNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QScrollArea::resizeEvent(event);
}

} // namespace herdbook::trial
