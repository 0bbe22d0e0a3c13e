// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/protocol/protocol.h"

#include "core/base/language.h"
#include "core/base/sitemoment.h"
#include "core/render/layout/cards.h"
#include "core/render/layout/document.h"
#include "core/render/layout/table.h"
#include "core/trial/review/words.h"

#include <cmath>

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
        : m_in(input), m_document(QPageSize(QPageSize::A4),
                                  {.title = tr("Protocol of a re-identification trial"),
                                   .subject = tr("Trial %1").arg(id()),
                                   .headerLeft = tr("Protocol of a trial"),
                                   .headerRight = id(),
                                   .footer = tr("Herdbook \u00b7 made %1").arg(siteMoment(input.now, input.zone)),
                                   .made = input.now})
    {
    }

    Result<QByteArray> make(const std::stop_token &stop)
    {
        addCertificate();
        addClaims();
        addPool();
        addReviewers();
        addApplied();
        if (!addDecisions(stop))
            return Error{ErrorKind::Cancelled, tr("Cancelled")};
        addNotes();
        return m_document.pdf();
    }

private:
    const TrialRecord &record() const { return *m_in.record; }
    const CertificateRecord &certificate() const { return m_in.outcome.certificate; }
    QString id() const { return record().id.toString(QUuid::WithoutBraces); }
    QString moment(const QDateTime &time) const { return time.isValid() ? Words::moment(time, m_in.zone) : tr("–"); }
    static QString number(double value, int decimals) { return shownNumber(value, decimals); }

    void addCertificate()
    {
        m_document.paragraph(tr("Protocol of a re-identification trial"), layout::Role::Title);
        m_document.paragraph(Words::verdict(record(), m_in.outcome), layout::Role::Strong);
        if (const QString why = Words::whyNothing(record(), m_in.outcome); !why.isEmpty())
            m_document.paragraph(why);
        const bool withheld = !certificate().withheld.isEmpty();
        layout::addCards(
            m_document,
            {{tr("Certified"), certificate().threshold ? Words::threshold(*certificate().threshold) : tr("none"),
              withheld ? tr("withheld") : tr("candidate %1").arg(Words::threshold(record().candidate))},
             {tr("Detections covered"), shownCount(certificate().items), tr("of the trial’s pool")},
             {tr("Looks"), QString::number(certificate().looks), Words::preset(certificate().preset)},
             {tr("Reviewed by"), QString::number(record().reviewers.size()),
              record().reviewers.join(QStringLiteral(", "))}});
        if (certificate().holds()) {
            QStringList doubts = Words::doubts(m_in.outcome.checks);
            if (!m_in.outcome.doubt.isEmpty())
                doubts.prepend(m_in.outcome.doubt);
            if (!doubts.isEmpty())
                m_document.paragraph(tr("It holds, with doubts: %1").arg(doubts.join(u' ')), layout::Role::Strong,
                                     QColor(layout::ink::error));
            if (!m_in.outcome.besides.isEmpty())
                m_document.paragraph(m_in.outcome.besides);
            m_document.heading(tr("It holds if"), 2);
            m_document.bullets(certificate().assumptions);
            if (!m_in.outcome.unheard.isEmpty())
                m_document.paragraph(tr("Not confirmed: other trials of this pool, each of which asks for more proof, "
                                        "may be missing: %1.")
                                         .arg(m_in.outcome.unheard));
            if (m_in.outcome.unshared)
                m_document.paragraph(
                    tr("Other trials of this pool on other computers, each of which would ask for more "
                       "proof, are not known: the database has no journal to share them."));
            if (!m_in.outcome.notCompared.isEmpty())
                m_document.paragraph(
                    tr("Not compared with the data of the day this was made: %1.").arg(m_in.outcome.notCompared));
        }
    }

    void addClaims()
    {
        m_document.heading(tr("Levels, strict to loose"));
        layout::Table table{{column(tr("Score from")), column(tr("Claim about")),
                             column(tr("Detections"), Qt::AlignRight), column(tr("Wrong at most"), Qt::AlignRight),
                             column(tr("Judged"), Qt::AlignRight), column(tr("Not Same"), Qt::AlignRight),
                             column(tr("Known pairs"), Qt::AlignRight), column(tr("missed"), Qt::AlignRight),
                             column(tr("E"), Qt::AlignRight), column(tr("After look"), Qt::AlignRight)},
                            {},
                            {}};
        for (const CertificateRecord::Level &level : certificate().levels) {
            const QString score = Words::threshold(reid::fromTicks(level.ticks));
            if (level.claims.empty()) {
                table.rows.push_back({{score, tr("not certified"), QString::number(level.items), tr("–"), tr("–"),
                                       tr("–"), tr("–"), tr("–"), tr("–"), tr("–")},
                                      false,
                                      std::nullopt});
                continue;
            }
            for (const CertificateRecord::Claim &claim : level.claims)
                table.rows.push_back(
                    {{score, Words::group(claim.group), QString::number(claim.counts.items),
                      Words::percent(claim.alpha, 0), QString::number(claim.counts.judged),
                      QString::number(claim.counts.wrong), QString::number(claim.counts.plants),
                      QString::number(claim.counts.missed),
                      claim.logE > 20 ? tr("> 10^8") : number(std::exp(claim.logE), 1), QString::number(level.looks)},
                     certificate().threshold == std::optional(reid::fromTicks(level.ticks)),
                     std::nullopt});
        }
        m_document.table(table);
        m_document.paragraph(
            tr("A level is certified at the first item whose e-value reaches %1, given that all stricter ones are; E "
               "prices in the reviewer through the known different pairs. Everything but “Same” counts as wrong. One "
               "false statement comes of at most %2 of 100 trials, whenever the reviewer stops.")
                .arg(certificate().risk > kAlpha ? tr("100") : tr("20"))
                .arg(qRound(certificate().risk * 100)),
            layout::Role::Label, QColor(layout::ink::text2));
        const Claim &lacking = m_in.outcome.lacking;
        if (lacking.counts.judged > 0)
            m_document.paragraph(
                tr("Where it came no further: %1, judged %2 of %3, not Same %4, known pairs %5, missed %6; E %7.")
                    .arg(lacking.group ? Words::group(sexText(*lacking.group)) : Words::group({}))
                    .arg(lacking.counts.judged)
                    .arg(lacking.counts.items)
                    .arg(lacking.counts.wrong)
                    .arg(lacking.counts.plants)
                    .arg(lacking.counts.missed)
                    .arg(lacking.logE() > 20 ? tr("> 10^8") : number(std::exp(lacking.logE()), 2)));
    }

    void addPool()
    {
        m_document.heading(tr("The pool"));
        QStringList facts{
            tr("Trial %1, begun %2 by %3; %4 of this pool")
                .arg(id(), moment(record().createdAt), record().createdBy, tr("trial %1").arg(record().ordinal)),
            tr("%1 unassigned detections have a score; %2 score under the candidate, %3 have no picture, %4 have a "
               "profile "
               "without a picture; %5 can be reviewed at %6 or more")
                .arg(record().eligible)
                .arg(record().below)
                .arg(record().withoutPicture)
                .arg(record().withoutProfilePicture)
                .arg(record().atCandidate())
                .arg(Words::threshold(record().candidate)),
            tr("One random order for all, seed %1, drawn once for this pool; known different pairs: %2")
                .arg(record().seed)
                .arg(record().plants.size()),
            tr("Preset %1; reviewers: %2").arg(Words::preset(certificate().preset), pipelineWords()),
            tr("Digest of the pool: %1").arg(record().digest),
            tr("All times are those of %1").arg(QString::fromLatin1(m_in.zone.id()))};
        for (const QString &line : record().fingerprint)
            facts << tr("Data: %1").arg(line);
        if (record().estimate.wrongShare)
            facts << tr("Label-free estimate at %1: %2 wrong, at most %3. The trial doesn’t use it.")
                         .arg(Words::threshold(record().candidate), Words::percent(record().estimate.wrongShare),
                              Words::atMost(record().estimate.upper));
        m_document.bullets(facts);
    }

    QString pipelineWords() const
    {
        QString names = record().reviewers.join(tr(" and "));
        switch (record().pipeline) {
        case Pipeline::Single:
            return names;
        case Pipeline::Strict:
            return tr("%1; Same only if both say so").arg(names);
        case Pipeline::SecondLook:
            return tr("%1; what the first doesn’t call Same goes to the second, whose answer counts").arg(names);
        }
        return names;
    }

    void addReviewers()
    {
        m_document.heading(tr("Could the reviewer tell deer apart?"));
        const ReviewerChecks &checks = m_in.outcome.checks;
        const auto of = [](const Count &count) { return tr("%1 of %2").arg(count.of).arg(count.all); };
        m_document.bullets({tr("Known different pairs seen through: %1").arg(Words::plantsSeen(checks)),
                            tr("Keys within one second, ignored: %1").arg(checks.ignored),
                            tr("Answers recorded within one second: %1").arg(checks.tooFast),
                            tr("%1: %2").arg(Words::cantTell(checks), of(checks.cantTell)),
                            tr("Looks with a picture that failed: %1").arg(of(checks.failed)),
                            tr("Median time for a pair: %1")
                                .arg(checks.median ? tr("%1 s").arg(number(*checks.median / 1000.0, 1)) : tr("–"))});
        if (m_in.outcome.unreliable > 0)
            m_document.paragraph(Words::unreliable(m_in.outcome.unreliable));
        if (const std::optional<Agreement> &agreed = m_in.outcome.agreement)
            m_document.paragraph(tr("Both say Same, or both don’t, for %1 of %2 pairs; Cohen’s kappa %3. It decides "
                                    "nothing.")
                                     .arg(agreed->sameSide)
                                     .arg(agreed->pairs)
                                     .arg(agreed->kappa ? number(*agreed->kappa, 2) : tr("–")));
    }

    void addApplied()
    {
        m_document.heading(tr("What was applied"));
        if (!m_in.batches) {
            m_document.paragraph(
                tr("Whether anything was written to the database isn’t known: %1.").arg(m_in.batches.error().message));
            return;
        }
        if (m_in.batches->empty()) {
            m_document.paragraph(tr("The database’s journal has no batch of this trial."));
            return;
        }
        QStringList facts;
        for (auto batch = m_in.batches->rbegin(); batch != m_in.batches->rend(); ++batch) {
            QString fact =
                tr("Batch %1, written %2 by %3: %4 detections, %5 left alone")
                    .arg(batch->id.toString(QUuid::WithoutBraces), moment(batch->appliedAt), batch->appliedBy)
                    .arg(batch->written)
                    .arg(batch->applyConflicts.size());
            if (batch->isUndone())
                fact += QStringLiteral(". ") + tr("Undone %1 by %2: %3 restored, %4 left alone")
                                                   .arg(moment(batch->undoneAt), batch->undoneBy)
                                                   .arg(batch->restored)
                                                   .arg(batch->undoConflicts.size());
            facts << fact;
        }
        m_document.bullets(facts);
    }

    /// Every pair seen, in the trial's order, two beside each other. False when cancelled.
    bool addDecisions(const std::stop_token &stop)
    {
        m_document.pageBreak();
        m_document.heading(tr("Decisions"));
        std::vector<layout::Draw> row;
        const std::vector<Decision> &decisions = m_in.outcome.decisions;
        for (std::size_t i = 0; i < decisions.size(); ++i) {
            if (stop.stop_requested())
                return false;
            row.push_back(draw(i, decisions[i]));
            if (row.size() == 2 || i + 1 == decisions.size()) {
                if (row.size() == 1)
                    row.emplace_back([](QPainter &, const QRectF &) {});
                m_document.row(kDecisionHeight, row);
                row.clear();
            }
        }
        return true;
    }

    /// In full: beside the pictures there is no room for them.
    void addNotes()
    {
        QStringList notes;
        for (const ReviewerEvents &one : m_in.reviews) {
            for (const ReviewEvent &event : one.events) {
                if (event.answer && !event.note.isEmpty())
                    notes << tr("%1, %2: %3").arg(one.reviewer, Words::shortId(event.item), event.note);
            }
        }
        if (notes.isEmpty())
            return;
        m_document.heading(tr("Notes"), 2);
        m_document.bullets(notes);
    }

    layout::Draw draw(std::size_t position, const Decision &decision)
    {
        const Pair &pair = record().pair(decision.look);
        const Picture shown = record().pictures.value(pair.detection);
        const ShownProfile *profile = record().profile(pair.deer);
        const QImage left = m_in.thumbnail(shown, kPicture);
        const QImage right = m_in.thumbnail(record().pictures.value(pair.photos.front()), kPicture);
        const QString place = shown.location.isEmpty() ? QString() : shown.location + QStringLiteral(", ");
        QStringList lines{tr("%1  %2").arg(position + 1).arg(Words::answered(decision)),
                          tr("%1, %2").arg(Words::profile(profile, pair.deer),
                                           pair.known ? tr("known different pair")
                                                      : tr("score %1").arg(number(reid::fromTicks(pair.score), 4))),
                          moment(shown.takenAt), place + Words::shortId(pair.detection),
                          pair.known ? Words::known(pair, m_in.zone, shown) : QString()};
        if (decision.lacks != Lacks::Nothing)
            lines[pair.known ? 2 : 4] = Words::lacks(decision.lacks);
        const QColor head = decision.counts == Final::None   ? layout::ink::text2
                            : decision.counts == Final::Same ? layout::ink::text
                                                             : layout::ink::error;
        return [left, right, lines, head, noPicture = tr("no picture")](QPainter &painter, const QRectF &rect) {
            const QRectF first(rect.left(), rect.top() + 4, kWide, kHigh);
            const QRectF second(first.right() + 2, first.top(), kWide, kHigh);
            for (const auto &[area, image] : {std::pair(first, left), std::pair(second, right)}) {
                painter.fillRect(area, QColor(layout::ink::sunken));
                if (!image.isNull())
                    painter.drawImage(area, image);
                else
                    layout::paintLine(painter, area, noPicture, layout::font(layout::Role::Small),
                                      QColor(layout::ink::text2), Qt::AlignHCenter);
            }
            QRectF line(second.right() + 5, rect.top() + 1, rect.right() - second.right() - 5, 12);
            for (int i = 0; i < lines.size(); ++i) {
                layout::paintLine(painter, line, lines[i],
                                  layout::font(i == 0 ? layout::Role::Strong : layout::Role::Small),
                                  i > 0 ? QColor(layout::ink::text2) : head);
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
