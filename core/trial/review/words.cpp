// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/words.h"

#include "core/base/language.h"
#include "core/reid/text.h"

#include <cmath>

namespace herdbook::trial {

QString Words::percent(const std::optional<double> &share, int decimals)
{
    if (!share)
        return QStringLiteral("–");
    // What is not all or nothing isn't rounded to it.
    const double step = std::pow(10, -decimals);
    const double value = *share * 100;
    const bool low = value > 0 && value < step / 2;
    const bool high = value < 100 && value >= 100 - step / 2;
    const QString number = shownNumber(low ? step : high ? 100 - step : value, decimals);
    return (low ? QStringLiteral("<") : high ? QStringLiteral(">") : QString()) + tr("%1%").arg(number);
}

QString Words::atMost(const std::optional<double> &upper)
{
    return percent(upper ? std::optional(reid::text::upward(*upper)) : upper);
}

QString Words::threshold(double value)
{
    return shownFigure(reid::text::score(value));
}

QString Words::count(qint64 number, const QString &one, const QString &many)
{
    return shownCount(number) + u' ' + (number == 1 ? one : many);
}

QString Words::roughly(double value)
{
    const int step = value >= 1000 ? 10 : value >= 100 ? 5 : 1;
    return shownCount(std::llround(value / step) * step);
}

QString Words::answer(Answer answer)
{
    switch (answer) {
    case Answer::Same:
        return tr("Same");
    case Answer::Different:
        return tr("Different");
    case Answer::CantTell:
        return tr("Can’t tell");
    case Answer::Background:
        return tr("Background only");
    case Answer::BadCrop:
        return tr("Bad crop");
    }
    return {};
}

QString Words::answered(const Decision &decision)
{
    if (decision.lacks == Lacks::NewAnswer)
        return tr("Taken back");
    return answer(decision.answer.value_or(Answer::CantTell)); // what a second look is for
}

QString Words::lacks(Lacks lacks)
{
    switch (lacks) {
    case Lacks::Nothing:
        break;
    case Lacks::SecondLook:
        return tr("not looked at again");
    case Lacks::OtherReviewer:
        return tr("waits for the other reviewer");
    case Lacks::NewAnswer:
        return tr("not answered again");
    }
    return {};
}

QString Words::verdict(const TrialRecord &record, const Outcome &outcome)
{
    const CertificateRecord &certificate = outcome.certificate;
    if (record.isFirstEdition())
        return tr("Nothing is certified: trials of the first edition count for nothing.");
    if (!certificate.withheld.isEmpty())
        return tr("Nothing is certified: the certificate is withheld because %1.").arg(certificate.withheld);
    if (certificate.threshold)
        return tr("At most 5% of these %1 that score %2 or more would be assigned wrongly; the way this is found "
                  "out errs in at most %3 of 100 trials.")
            .arg(count(certificate.items, tr("detection"), tr("detections")), threshold(*certificate.threshold))
            .arg(qRound(certificate.risk * 100));
    if (record.kind == TrialKind::ReviewAll)
        return outcome.reviewAllDone
                   ? tr("Nothing is certified: under 20 detections are too few. All of them were reviewed.")
                   : tr("Nothing is certified: under 20 detections are too few, and not all were reviewed.");
    const Counts &counts = outcome.lacking.counts;
    if (counts.judged == 0)
        return tr("Nothing is certified: the review has hardly begun.");
    const QString missed =
        counts.missed == 0 ? QString()
                           : tr(", %1 of %2 known different pairs answered Same").arg(counts.missed).arg(counts.plants);
    const QString sentence =
        outcome.plantsSpent ? tr("Nothing is certified: %1 of %2 pairs%3 not answered Same%4, and the pool has no more "
                                 "known different pairs to go on with.")
        : outcome.exhausted ? tr("Nothing is certified: %1 of all %2 pairs%3 not answered Same%4.")
                            : tr("Nothing is certified yet: %1 of the first %2 pairs%3 not answered Same%4.");
    return sentence.arg(QString::number(counts.wrong), QString::number(counts.judged), ofGroup(outcome.lacking.group),
                        missed);
}

QString Words::whyNothing(const TrialRecord &record, const Outcome &outcome)
{
    const CertificateRecord &certificate = outcome.certificate;
    const Claim &lacking = outcome.lacking;
    if (record.isFirstEdition() || record.kind != TrialKind::Certificate || certificate.threshold ||
        !certificate.withheld.isEmpty() || lacking.counts.judged == 0)
        return {};
    const auto pairs = [](int number) { return count(number, tr("pair"), tr("pairs")); };
    // Nothing is certified, so it is the first level's test that lacks.
    const QString claim =
        tr("To be proven first is that at most %1 of the %2%3 at %4 or more are wrong.")
            .arg(percent(lacking.alpha, 0), count(lacking.counts.items, tr("detection"), tr("detections")),
                 ofGroup(lacking.group), threshold(reid::fromTicks(record.levels.front().ticks)));
    QStringList why{claim};
    if (lacking.counts.wrong > 0)
        why << tr("Each pair not answered Same counts as a wrong match, and takes more pairs to make up for.");
    if (outcome.checks.missed() > 0)
        why << tr("Known different pairs are mixed in to show whether wrong matches would be noticed; each that was "
                  "answered Same takes more pairs, too.");
    if (const int tries = qRound(certificate.risk * 100) - 4; tries > 1)
        why << tr("This is trial %1 of these detections, and from the second on each takes more proof.").arg(tries);
    if (outcome.enough && lacking.counts.wrong + outcome.checks.missed() > 0)
        why << tr("Without such answers %1 would have been enough.").arg(pairs(*outcome.enough));
    if (!outcome.remaining && !outcome.exhausted && !outcome.plantsSpent)
        why << tr("However the others are answered, these pairs can’t prove it any more.");
    if (outcome.remaining && outcome.remaining->pairs > 0)
        why << tr("Now it takes at least %1 more, if each is answered Same and every known different pair is seen "
                  "through; known pairs come on top.")
                   .arg(pairs(outcome.remaining->pairs));
    return why.join(u' ');
}

QString Words::unreliable(int levels)
{
    return tr("%1 certified after that %2: known different pairs among those looks were answered Same.")
        .arg(count(levels, tr("looser threshold"), tr("looser thresholds")),
             levels == 1 ? tr("doesn’t count") : tr("don’t count"));
}

QStringList Words::doubts(const ReviewerChecks &checks)
{
    QStringList doubts;
    if (checks.corrected > 0)
        doubts << tr("%1 of %2 known different pairs were seen through only after an answer Same was taken back.")
                      .arg(checks.corrected)
                      .arg(checks.plantsSeen.all);
    if (!checks.ignoredOk())
        doubts << tr("%1 keys came within one second and were ignored, for %2 answers.")
                      .arg(checks.ignored)
                      .arg(checks.failed.all);
    if (!checks.medianOk())
        doubts << tr("Half of the pairs were judged within %1 s.").arg(shownNumber(*checks.median / 1000.0, 1));
    return doubts;
}

QString Words::plantsSeen(const ReviewerChecks &checks)
{
    const QString seen = tr("%1 of %2").arg(checks.plantsSeen.of).arg(checks.plantsSeen.all);
    return checks.corrected == 0
               ? seen
               : tr("%1, %2 of them only after an answer Same was taken back").arg(seen).arg(checks.corrected);
}

QString Words::cantTell(const ReviewerChecks &checks)
{
    if (checks.awaiting == 0)
        return tr("Can’t tell, even at the second look");
    return checks.awaiting == checks.cantTell.of ? tr("Can’t tell so far, not shown again yet")
                                                 : tr("Can’t tell so far, %1 not shown again yet").arg(checks.awaiting);
}

QString Words::ofGroup(const std::optional<reid::Sex> &sex)
{
    return sex ? tr(" of the %1").arg(group(sexText(*sex))) : QString();
}

QString Words::group(const QString &sex)
{
    if (sex == QLatin1String("doe"))
        return tr("does");
    if (sex == QLatin1String("buck"))
        return tr("bucks");
    if (sex == QLatin1String("fawn"))
        return tr("fawns");
    return sex.isEmpty() ? tr("all together") : tr("deer of unknown sex");
}

QString Words::preset(const QString &name)
{
    if (name == QLatin1String("short"))
        return tr("Short");
    return name == QLatin1String("standard") ? tr("Standard") : tr("Direct");
}

QString Words::known(const Pair &pair, const QTimeZone &zone, const Picture &picture)
{
    if (!pair.known)
        return {};
    if (*pair.known == PlantKind::Elsewhere)
        return tr("%1 km apart within %2 by camera clocks")
            .arg(shownNumber(pair.meters / 1000, 1), duration(static_cast<qint64>(pair.seconds * 1000)));
    QStringList parts{tr("two %1 in one photo").arg(group(sexText(pair.sex)))};
    if (!picture.location.isEmpty())
        parts << picture.location;
    if (picture.takenAt.isValid())
        parts << shownDate(picture.takenAt.toTimeZone(zone), QStringLiteral("d MMM"));
    return parts.join(QStringLiteral(", "));
}

QString Words::moment(const QDateTime &time, const QTimeZone &zone)
{
    return shownDate(time.toTimeZone(zone), QStringLiteral("d MMM yyyy HH:mm:ss"));
}

QString Words::shortMoment(const QDateTime &time, const QTimeZone &zone)
{
    return shownDate(time.toTimeZone(zone), QStringLiteral("d MMM HH:mm"));
}

QString Words::month(const QDateTime &time, const QTimeZone &zone)
{
    return shownDate(time.toTimeZone(zone), QStringLiteral("MMM yyyy"));
}

QString Words::day(const QDateTime &time, const QTimeZone &zone)
{
    return shownDate(time.toTimeZone(zone), QStringLiteral("d MMM yyyy"));
}

QString Words::duration(qint64 milliseconds)
{
    const qint64 seconds = (milliseconds + 500) / 1000;
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min").arg((seconds + 30) / 60);
    return tr("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60, 2, 10, QLatin1Char('0'));
}

QString Words::profile(const ShownProfile *profile, const QUuid &deer)
{
    return profile != nullptr && !profile->name.isEmpty() ? profile->name : tr("Deer %1").arg(shortId(deer));
}

QString Words::shortId(const QUuid &id)
{
    const QString text = id.toString(QUuid::Id128);
    return text.left(4) + u'…' + text.right(2);
}

} // namespace herdbook::trial
