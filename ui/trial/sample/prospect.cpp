// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/sample/prospect.h"

#include "core/trial/review/words.h"
#include "ui/trial/sample/facttable.h"
#include "ui/trial/sample/powerchart.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QLocale>

namespace herdbook::trial {

namespace {

constexpr int kNarrow = 620; ///< below this width the cards stand under each other

using Look = FactTable::Row::Look;

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
    auto *promise = new Card(tr("What this trial can certify"));
    m_promise = paragraph({}, TextRole::Sentence, &ThemeTokens::text);
    m_note = paragraph({}, TextRole::Body, &ThemeTokens::text2);
    m_chart = new PowerChart;
    promise->body()->addWidget(m_promise);
    promise->body()->addWidget(m_note);
    promise->body()->addSpacing(6);
    promise->body()->addWidget(m_chart, 1);
    column->addWidget(promise, 1);

    m_facts = new QWidget;
    m_pair = new QHBoxLayout(m_facts);
    m_pair->setContentsMargins(0, 0, 0, 0);
    m_pair->setSpacing(12);
    auto *tests = new Card(tr("The tests, in this order"));
    m_tests = new FactTable;
    tests->body()->addWidget(m_tests);
    tests->body()->addStretch();
    tests->body()->addWidget(paragraph(tr("The first one that fails ends the trial; the last one passed is certified."),
                                       TextRole::Label, &ThemeTokens::text2));
    auto *frame = new Card(tr("What it is drawn from"));
    m_frame = new FactTable;
    frame->body()->addWidget(m_frame);
    frame->body()->addStretch();
    m_pair->addWidget(tests, 1);
    m_pair->addWidget(frame, 1);
    column->addWidget(m_facts);

    auto *cannot = new Card(tr("What it can’t"));
    cannot->body()->addWidget(paragraph(
        tr("It says nothing about scores under the threshold, about classes one by one, or about photos unlike "
           "those of today (another season, new cameras). It counts everything that isn’t clearly the same "
           "deer as wrong. The order of the tests is fixed beforehand, and the count stays hidden until "
           "the end, because looking while it runs would void the certificate."),
        TextRole::Body, &ThemeTokens::text2));
    column->addWidget(cannot);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QString Prospect::promise() const
{
    return m_promise->text();
}

void Prospect::setWaiting(const QString &sentence)
{
    m_promise->setText(sentence);
    m_note->clear();
    m_chart->setSample({});
    m_facts->hide();
}

void Prospect::setOutlook(const Outlook &outlook, const trial::Shape &shape)
{
    m_chart->setSample(outlook.sample.judgedAt, shape);
    showPromise(outlook, shape);
    showTests(outlook.sample);
    showFrame(outlook);
    m_facts->show();
}

void Prospect::showPromise(const Outlook &outlook, const trial::Shape &shape)
{
    const Sample &sample = outlook.sample;
    const QString candidate = Words::threshold(outlook.plan.candidate);
    const int atCandidate = sample.judgedAt.empty() ? 0 : sample.judgedAt.back();
    const int allowed = allowedErrors(atCandidate);
    if (sample.sampled() == 0) {
        m_promise->setText(tr("Nothing to judge: no burst that can be shown scores %1 or more").arg(candidate));
        m_note->setText(tr("A looser threshold, or pictures that are missing, would give something to draw from."));
        return;
    }
    if (allowed < 0) {
        m_promise->setText(tr("Too few to certify anything at %1").arg(candidate));
        m_note->setText(tr("%1 of the bursts drawn score %2 or more. Without a single error it takes 59: draw more, or "
                           "try a looser threshold.")
                            .arg(atCandidate)
                            .arg(candidate));
        return;
    }
    const auto chanceAt = [&](double at) { return Words::percent(certifyProbability(sample.judgedAt, at, shape), 0); };
    m_promise->setText(tr("With these %1 bursts you can certify 5% at %2 if the true wrong share is about %3 or less")
                           .arg(sample.sampled())
                           .arg(candidate, Words::percent(shareCertifiedWith(0.75, sample.judgedAt, shape))));
    QString note = tr("%1 of them score %2 or more, and %3 of these may be wrong. If 2% of all such matches are wrong, "
                      "the trial succeeds %4 of the time; at 5%, %5.")
                       .arg(atCandidate)
                       .arg(candidate)
                       .arg(allowed)
                       .arg(chanceAt(0.02), chanceAt(0.05));
    note += shape.empty() ? tr(" The worst case is taken: wrong matches as frequent among the best scores.")
                          : tr(" This takes wrong matches to get rarer with the score as the analysis expects.");
    m_note->setText(note);
}

void Prospect::showTests(const Sample &sample)
{
    std::vector<FactTable::Row> rows{{{tr("Score"), tr("Judged"), tr("May be wrong")}, Look::Header}};
    for (std::size_t i = 0; i < sample.thresholds.size(); ++i) {
        const int most = allowedErrors(sample.judgedAt[i]);
        const bool last = i + 1 == sample.thresholds.size();
        rows.push_back(
            {{tr("%1 or more").arg(Words::threshold(sample.thresholds[i])), QString::number(sample.judgedAt[i]),
              most < 0 ? tr("skipped, under 59") : QString::number(most)},
             most < 0 ? Look::Quiet
             : last   ? Look::Strong
                      : Look::Plain,
             i == 0});
    }
    m_tests->setRows(rows);
}

void Prospect::showFrame(const Outlook &outlook)
{
    const Frame &frame = outlook.frame;
    const auto number = [](std::size_t count) { return QLocale().toString(qulonglong{count}); };
    m_frame->setRows(
        {{{tr("Bursts with a score"), number(frame.scored)}, Look::Plain},
         {{tr("left out: score under %1").arg(Words::threshold(outlook.plan.candidate - 0.02)), number(frame.below)},
          Look::Quiet},
         {{tr("left out: no picture"), number(frame.withoutPicture)}, Look::Quiet},
         {{tr("left out: profile without a picture"), number(frame.withoutProfilePicture)}, Look::Quiet},
         {{tr("Can be drawn"), number(frame.units.size())}, Look::Plain, true},
         {{tr("Drawn at random"), QLocale().toString(outlook.sample.sampled())}, Look::Strong}});
}

void Prospect::resizeEvent(QResizeEvent *event)
{
    m_pair->setDirection(width() < kNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QScrollArea::resizeEvent(event);
}

} // namespace herdbook::trial
