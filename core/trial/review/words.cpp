// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/words.h"

#include <QLocale>
#include <algorithm>

namespace herdbook::trial {

QString Words::percent(const std::optional<double> &share, int decimals)
{
    return share ? tr("%1%").arg(QLocale().toString(*share * 100, 'f', decimals)) : QStringLiteral("–");
}

QString Words::threshold(double value)
{
    QString text = QString::number(value, 'f', 4);
    while (text.endsWith(u'0') && text.size() - text.indexOf(u'.') > 3)
        text.chop(1);
    return text;
}

QString Words::count(qint64 number, const QString &one, const QString &many)
{
    return QLocale().toString(number) + u' ' + (number == 1 ? one : many);
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

QString Words::whyNothingIsCertified(const Verdict &verdict)
{
    const auto failed = std::find_if(verdict.tests.begin(), verdict.tests.end(),
                                     [](const Test &test) { return test.outcome == Test::Outcome::Fails; });
    if (failed != verdict.tests.end())
        return tr("At %1, %2 of %3 were judged wrong; allowed: %4")
            .arg(threshold(failed->threshold))
            .arg(failed->share.wrong)
            .arg(failed->share.judged)
            .arg(failed->allowed);
    return verdict.complete ? tr("Too few of the sample score high enough for any certificate")
                            : tr("The review isn’t finished");
}

QString Words::moment(const QDateTime &time, const QTimeZone &zone)
{
    return QLocale::c().toString(time.toTimeZone(zone), QStringLiteral("d MMM yyyy HH:mm:ss"));
}

QString Words::shortMoment(const QDateTime &time, const QTimeZone &zone)
{
    return QLocale::c().toString(time.toTimeZone(zone), QStringLiteral("d MMM HH:mm"));
}

QString Words::month(const QDateTime &time, const QTimeZone &zone)
{
    return QLocale::c().toString(time.toTimeZone(zone), QStringLiteral("MMM yyyy"));
}

QString Words::day(const QDateTime &time, const QTimeZone &zone)
{
    return QLocale::c().toString(time.toTimeZone(zone), QStringLiteral("d MMM yyyy"));
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
