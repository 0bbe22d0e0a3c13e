// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/protocol/protocol.h"

#include "core/render/layout/cards.h"
#include "core/render/layout/document.h"
#include "core/render/layout/table.h"
#include "core/trial/review/words.h"

#include <QLocale>

namespace herdbook::trial {

namespace {

using layout::Document;

constexpr QSize kPicture(160, 100); ///< pixels
constexpr qreal kWide = 62;         ///< points
constexpr qreal kHigh = 38.75;
constexpr qreal kDecisionHeight = 66;
constexpr qreal kLineHeight = 11.5;

layout::Column column(const QString &title, Qt::Alignment alignment = Qt::AlignLeft)
{
    return {title, alignment, false, std::nullopt};
}

class Protocol
{
    Q_DECLARE_TR_FUNCTIONS(Protocol)

public:
    explicit Protocol(const ProtocolInput &input)
        : m_in(input), m_document(QPageSize(QPageSize::A4), {.title = tr("Protocol of a re-identification trial"),
                                                             .subject = tr("Trial %1").arg(id()),
                                                             .headerLeft = tr("Protocol of a trial"),
                                                             .headerRight = id(),
                                                             .footer = tr("Herdbook"),
                                                             .made = input.now})
    {
    }

    Result<QByteArray> make(const std::stop_token &stop)
    {
        addCertificate();
        addTests();
        addSample();
        addReviewers();
        addApplied();
        for (std::size_t i = 0; i < m_in.reviews.size(); ++i) {
            if (!addDecisions(m_in.reviews[i], stop))
                return Error{ErrorKind::Cancelled, tr("Cancelled")};
            addNotes(m_in.reviews[i]);
        }
        return m_document.pdf();
    }

private:
    QString id() const { return m_in.record.id.toString(QUuid::WithoutBraces); }
    QString moment(const QDateTime &time) const { return time.isValid() ? Words::moment(time, m_in.zone) : tr("–"); }

    void addCertificate()
    {
        const Verdict &verdict = m_in.outcome.verdict;
        m_document.paragraph(tr("Protocol of a re-identification trial"), layout::Role::Title);
        m_document.paragraph(
            verdict.certified
                ? tr("A match at %1 or more is certified: with 95% confidence at most %2 of such matches are "
                     "wrong; %3 of %4 judged were.")
                      .arg(Words::threshold(*verdict.certified), Words::percent(verdict.overall.upper))
                      .arg(verdict.overall.wrong)
                      .arg(verdict.overall.judged)
                : tr("Nothing was certified. %1").arg(Words::whyNothingIsCertified(verdict)),
            layout::Role::Strong);
        layout::addCards(m_document,
                         {{tr("Certified"), verdict.certified ? Words::threshold(*verdict.certified) : tr("none"),
                           tr("candidate %1").arg(Words::threshold(m_in.record.plan.candidate))},
                          {tr("Judged wrong"), tr("%1 of %2").arg(verdict.overall.wrong).arg(verdict.overall.judged),
                           tr("at %1 or more").arg(Words::threshold(verdict.reference))},
                          {tr("At most"), Words::percent(verdict.overall.upper), tr("one-sided, 95%")},
                          {tr("Reviewed by"), QString::number(m_in.reviews.size()),
                           m_in.outcome.reviewers.join(QStringLiteral(", "))}});
    }

    void addTests()
    {
        m_document.heading(tr("Tests in their fixed order"));
        layout::Table table{{column(tr("Score from")), column(tr("Judged"), Qt::AlignRight),
                             column(tr("Wrong"), Qt::AlignRight), column(tr("Allowed"), Qt::AlignRight),
                             column(tr("Share"), Qt::AlignRight), column(tr("At most"), Qt::AlignRight),
                             column(tr("p"), Qt::AlignRight), column(tr("Result"))},
                            {},
                            {}};
        for (const Test &test : m_in.outcome.verdict.tests) {
            table.rows.push_back(
                {{Words::threshold(test.threshold), QString::number(test.share.judged),
                  QString::number(test.share.wrong), test.allowed < 0 ? tr("–") : QString::number(test.allowed),
                  Words::percent(test.share.share), Words::percent(test.share.upper),
                  !test.p            ? tr("–")
                  : *test.p < 0.0001 ? tr("< 0.0001")
                                     : QLocale::c().toString(*test.p, 'f', 4),
                  resultOf(test)},
                 m_in.outcome.verdict.certified == std::optional(test.threshold),
                 std::nullopt});
        }
        m_document.table(table);
        m_document.paragraph(
            tr("From strict to loose; a threshold is passed while P(Bin(n, 5%) ≤ wrong) ≤ 5%, skipped while too "
               "few were drawn for any certificate, and the first failure ends the sequence. Everything "
               "but “Same” counts as wrong. Bounds after Clopper and Pearson."),
            layout::Role::Label, QColor(layout::ink::text2));
        addSexes();
    }

    void addSexes()
    {
        layout::Table table{{column(tr("By sex, described only")), column(tr("Judged"), Qt::AlignRight),
                             column(tr("Wrong"), Qt::AlignRight), column(tr("Share"), Qt::AlignRight),
                             column(tr("95% interval"), Qt::AlignRight)},
                            {},
                            {}};
        for (const reid::Sex sex : reid::kAllSexes) {
            const Share &share = m_in.outcome.verdict.bySex[static_cast<std::size_t>(sex)];
            if (share.judged == 0)
                continue;
            const std::string_view name = reid::name(sex);
            table.rows.push_back(
                {{QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())), QString::number(share.judged),
                  QString::number(share.wrong), Words::percent(share.share),
                  tr("%1 to %2").arg(Words::percent(share.lower2), Words::percent(share.upper2))},
                 false,
                 std::nullopt});
        }
        if (!table.rows.empty())
            m_document.table(table);
    }

    static QString resultOf(const Test &test)
    {
        switch (test.outcome) {
        case Test::Outcome::Skipped:
            return tr("skipped");
        case Test::Outcome::Passes:
            return tr("passes");
        case Test::Outcome::Fails:
            return tr("fails");
        case Test::Outcome::NotReached:
            return tr("not reached");
        case Test::Outcome::Open:
            return tr("open");
        }
        return {};
    }

    void addSample()
    {
        const TrialRecord &record = m_in.record;
        m_document.heading(tr("The sample"));
        QStringList facts{
            tr("Trial %1, drawn %2 by %3").arg(id(), moment(record.createdAt), record.createdBy),
            tr("%1 bursts drawn at random, without replacement, from %2 with a score of %3 or more; seed %4")
                .arg(record.sampled())
                .arg(record.frameSize)
                .arg(Words::threshold(record.plan.candidate - 0.02))
                .arg(record.plan.seed),
            tr("Left out before: %1 under that score, %2 without their picture, %3 whose profile has no picture")
                .arg(record.belowFrame)
                .arg(record.withoutPicture)
                .arg(record.withoutProfilePicture),
            tr("Checksum of the frame: %1").arg(record.checksum)};
        for (const QString &line : record.fingerprint)
            facts << tr("Data: %1").arg(line);
        for (const Estimate &estimate : record.estimates) {
            if (estimate.wrongShare)
                facts << tr("Label-free estimate at %1: %2 wrong, at most %3")
                             .arg(Words::threshold(estimate.threshold), Words::percent(estimate.wrongShare),
                                  Words::percent(estimate.upper));
        }
        m_document.bullets(facts);
    }

    void addReviewers()
    {
        m_document.heading(tr("The reviewers"));
        layout::Table table{{column(tr("Reviewer")), column(tr("Repeats the same"), Qt::AlignRight),
                             column(tr("Impossible pairs seen through"), Qt::AlignRight),
                             column(tr("Under one second"), Qt::AlignRight)},
                            {},
                            {}};
        const auto of = [](const Count &count) { return tr("%1 of %2").arg(count.of).arg(count.all); };
        for (std::size_t i = 0; i < m_in.outcome.checks.size(); ++i) {
            const ReviewerChecks &checks = m_in.outcome.checks[i];
            table.rows.push_back({{m_in.outcome.reviewers[static_cast<int>(i)], of(checks.repeatsSame),
                                   of(checks.seenThrough), of(checks.underASecond)},
                                  false,
                                  std::nullopt});
        }
        m_document.table(table);
        if (const std::optional<Agreement> &agreed = m_in.outcome.agreement)
            m_document.paragraph(tr("Both say Same, or both don’t, for %1 of %2 pairs; Cohen’s kappa %3.")
                                     .arg(agreed->sameSide)
                                     .arg(agreed->pairs)
                                     .arg(agreed->kappa ? QLocale::c().toString(*agreed->kappa, 'f', 2) : tr("–")));
        for (const ReviewerProgress &one : m_in.outcome.everybody) {
            if (!m_in.outcome.reviewers.contains(one.reviewer))
                m_document.paragraph(tr("Not counted: %1, who judged %2 of %3 pairs.")
                                         .arg(one.reviewer)
                                         .arg(one.answered)
                                         .arg(m_in.record.pairs.size()));
        }
    }

    void addApplied()
    {
        m_document.heading(tr("What was applied"));
        if (!m_in.batch) {
            m_document.paragraph(tr("Nothing was written to the database."));
            return;
        }
        const BatchRecord &batch = *m_in.batch;
        QStringList facts{tr("Batch %1, written %2 by %3: %4 detections, %5 left alone")
                              .arg(batch.id.toString(QUuid::WithoutBraces), moment(batch.appliedAt), batch.appliedBy)
                              .arg(batch.written)
                              .arg(batch.applyConflicts.size())};
        if (batch.isUndone())
            facts << tr("Undone %1 by %2: %3 restored, %4 left alone")
                         .arg(moment(batch.undoneAt), batch.undoneBy)
                         .arg(batch.restored)
                         .arg(batch.undoConflicts.size());
        m_document.bullets(facts);
    }

    /// Every decision of one reviewer, two beside each other. False when cancelled.
    bool addDecisions(const Reviewed &review, const std::stop_token &stop)
    {
        m_document.pageBreak();
        m_document.heading(tr("Decisions of %1").arg(review.reviewer));
        std::vector<layout::Draw> row;
        for (std::size_t i = 0; i < m_in.record.pairs.size(); ++i) {
            if (stop.stop_requested())
                return false;
            row.push_back(decision(i, review.states[i]));
            if (row.size() == 2 || i + 1 == m_in.record.pairs.size()) {
                if (row.size() == 1)
                    row.emplace_back([](QPainter &, const QRectF &) {});
                m_document.row(kDecisionHeight, row);
                row.clear();
            }
        }
        return true;
    }

    /// In full: beside the pictures there is no room for them.
    void addNotes(const Reviewed &review)
    {
        QStringList notes;
        for (std::size_t i = 0; i < review.states.size(); ++i) {
            if (!review.states[i].note.isEmpty())
                notes << tr("%1: %2").arg(i + 1).arg(review.states[i].note);
        }
        if (notes.isEmpty())
            return;
        m_document.heading(tr("Notes of %1").arg(review.reviewer), 2);
        m_document.bullets(notes);
    }

    layout::Draw decision(std::size_t position, const PairState &state)
    {
        const Pair &pair = m_in.record.pairs[position];
        const Picture shown = m_in.record.pictures.value(pair.detection);
        const ShownProfile *profile = m_in.record.profile(pair.deer);
        const QImage left = m_in.thumbnail(shown, kPicture);
        const QImage right = m_in.thumbnail(m_in.record.pictures.value(profile->pictures.front()), kPicture);
        const QString answer = state.answer ? Words::answer(*state.answer) : tr("no answer");
        const QString place = shown.location.isEmpty() ? QString() : shown.location + QStringLiteral(", ");
        const QStringList lines{
            tr("%1  %2").arg(position + 1).arg(answer),
            tr("%1, %2").arg(Words::profile(profile, pair.deer),
                             pair.kind == Item::Kind::Repeat ? tr("repeat of %1").arg(pair.original + 1)
                             : pair.kind == Item::Kind::Impossible
                                 ? tr("impossible pair")
                                 : tr("score %1").arg(QLocale::c().toString(reid::fromTicks(pair.score), 'f', 4))),
            moment(shown.takenAt), place + Words::shortId(pair.detection),
            state.answer ? tr("judged %1").arg(moment(state.at)) : QString()};
        const bool same = state.answer == std::optional(Answer::Same);
        return [left, right, lines, same](QPainter &painter, const QRectF &rect) {
            const QRectF first(rect.left(), rect.top() + 4, kWide, kHigh);
            const QRectF second(first.right() + 2, first.top(), kWide, kHigh);
            for (const auto &[area, image] : {std::pair(first, left), std::pair(second, right)}) {
                painter.fillRect(area, QColor(layout::ink::sunken));
                if (!image.isNull())
                    painter.drawImage(area, image);
            }
            QRectF line(second.right() + 5, rect.top() + 1, rect.right() - second.right() - 5, 12);
            for (int i = 0; i < lines.size(); ++i) {
                layout::paintLine(painter, line, lines[i],
                                  layout::font(i == 0 ? layout::Role::Strong : layout::Role::Small),
                                  QColor(i > 0  ? layout::ink::text2
                                         : same ? layout::ink::text
                                                : layout::ink::error));
                line.translate(0, kLineHeight);
            }
        };
    }

    const ProtocolInput &m_in;
    Document m_document;
};

} // namespace

Result<QByteArray> protocolPdf(const ProtocolInput &input, const std::stop_token &stop)
{
    return Protocol(input).make(stop);
}

} // namespace herdbook::trial
