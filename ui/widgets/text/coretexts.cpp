// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text/coretexts.h"

#include "core/base/language.h"

#include <QCache>
#include <QCoreApplication>
#include <QDate>
#include <QHash>
#include <QList>
#include <QRegularExpression>
#include <QThread>
#include <cstring>
#include <optional>

namespace herdbook {

namespace {

constexpr qsizetype LongestSentence = 600;
constexpr int kOwnLetters = 6; ///< with fewer, what stands for the placeholders has to be known as well

struct Sentence
{
    const char *source;
    const char *verbatim;
    QRegularExpression pattern;
    QList<int> places; ///< the numbers of its placeholders, in their order
    qsizetype letters; ///< of its own
};

const QRegularExpression &placeholder()
{
    static const QRegularExpression one(QStringLiteral("%(\\d)"));
    return one;
}

/// The most telling first.
QList<Sentence> prepared()
{
    QList<Sentence> all;
    const auto prepare = [&all](const CoreSentence &said) {
        const auto &[source, verbatim] = said;
        const QString text = QString::fromUtf8(source);
        Sentence sentence{source, verbatim, {}, {}, 0};
        QString pattern;
        qsizetype from = 0;
        const auto add = [&](const QString &piece) {
            pattern += QRegularExpression::escape(piece);
            sentence.letters += std::count_if(piece.begin(), piece.end(), [](QChar c) { return c.isLetter(); });
        };
        for (auto match = placeholder().globalMatch(text); match.hasNext();) {
            const QRegularExpressionMatch one = match.next();
            add(text.mid(from, one.capturedStart() - from));
            pattern += QStringLiteral("(.+?)");
            sentence.places << one.captured(1).toInt();
            from = one.capturedEnd();
        }
        add(text.mid(from));
        sentence.pattern.setPattern(QRegularExpression::anchoredPattern(pattern));
        sentence.pattern.setPatternOptions(QRegularExpression::DotMatchesEverythingOption);
        all << sentence;
    };
    for (const auto &one : {coreSentences(), serverSentences()})
        std::for_each(one.begin(), one.end(), prepare);
    std::stable_sort(all.begin(), all.end(),
                     [](const Sentence &a, const Sentence &b) { return a.letters > b.letters; });
    return all;
}

/// "11,570", "9.5%", "+20%", "<0.1%" with the marks of the language, "2026-11-28" as it writes days.
std::optional<QString> figure(const QString &text)
{
    static const QRegularExpression day(QStringLiteral("\\A\\d{4}-\\d\\d-\\d\\d\\z"));
    if (day.match(text).hasMatch())
        return shownDate(QDate::fromString(text, Qt::ISODate), QStringLiteral("d MMM yyyy"));
    static const QRegularExpression form(QStringLiteral("\\A[<>+-]?(\\d{1,3}(,\\d{3})*|\\d+)(\\.\\d+)?%?\\z"));
    return form.match(text).hasMatch() ? std::optional(shownFigure(text.toStdString())) : std::nullopt;
}

struct Spoken
{
    QString text;
    qsizetype kept = 0; ///< so much of it is as it was
};

using Known = QHash<QString, std::optional<Spoken>>;

/// Of the sentences that a text may be made from, one whose parts are known too comes before those that tell more.
std::optional<Spoken> translated(const QString &text, Known &known)
{
    static const QList<Sentence> sentences = prepared();
    if (text.size() > LongestSentence)
        return std::nullopt;
    if (const auto before = known.constFind(text); before != known.constEnd())
        return *before;
    std::optional<Spoken> best;
    for (const Sentence &sentence : sentences) {
        const QRegularExpressionMatch match = sentence.pattern.match(text);
        if (!match.hasMatch())
            continue;
        QHash<int, QString> parts;
        const bool wholeOnly = best || sentence.letters < kOwnLetters;
        qsizetype left = 0;
        for (qsizetype i = 0; i < sentence.places.size() && (left == 0 || !wholeOnly); ++i) {
            const QString part = match.captured(static_cast<int>(i) + 1);
            std::optional<Spoken> own;
            if (std::strchr(sentence.verbatim, '0' + sentence.places.at(i)) != nullptr)
                own = Spoken{part, 0};
            else if (const std::optional<QString> number = figure(part))
                own = Spoken{*number, 0};
            else
                own = translated(part, known);
            left += own ? own->kept : part.size();
            parts.insert(sentence.places.at(i), own ? own->text : part);
        }
        if (left > 0 && wholeOnly)
            continue;
        // One after the other, so that a placeholder in a part is none.
        const QString words = QCoreApplication::translate("Core", sentence.source);
        QString result;
        qsizetype from = 0;
        for (auto at = placeholder().globalMatch(words); at.hasNext();) {
            const QRegularExpressionMatch one = at.next();
            result += words.mid(from, one.capturedStart() - from) + parts.value(one.captured(1).toInt());
            from = one.capturedEnd();
        }
        best = Spoken{result + words.mid(from), left};
        if (left == 0)
            break;
    }
    known.insert(text, best);
    return best;
}

QString made(const QString &english)
{
    // An initial in a name ends no sentence.
    static const QRegularExpression between(QStringLiteral("(?<=[.!?])(?<!\\b\\p{Lu}\\.)(\\s+)|(\\n)"));
    Known known;
    QString all;
    bool each = true;
    qsizetype kept = 0;
    qsizetype from = 0;
    const auto add = [&](const QString &one, const QString &gap) {
        const std::optional<Spoken> own = translated(one, known);
        each = each && (own || one.isEmpty());
        kept += own ? own->kept : one.size() + 1; // with its gap
        all += (own ? own->text : one) + gap;
    };
    for (auto match = between.globalMatch(english); match.hasNext();) {
        const QRegularExpressionMatch gap = match.next();
        add(english.mid(from, gap.capturedStart() - from), gap.captured());
        from = gap.capturedEnd();
    }
    add(english.mid(from), {});
    if (each)
        return all;
    // A sentence of core's may have a full stop within, as may a name: then what follows it is no part of the name.
    const std::optional<Spoken> whole = translated(english, known);
    return whole && whole->kept <= kept ? whole->text : all;
}

} // namespace

QString coreText(const QString &english)
{
    constexpr qsizetype MostKept = 4000;
    // The screens are of one thread, and their language doesn't change while they are there.
    if (english.isEmpty() || shownLocale().language() == QLocale::English || shownLocale().language() == QLocale::C)
        return english;
    if (QThread::currentThread() != QCoreApplication::instance()->thread())
        return made(english);
    static QCache<QString, QString> kept(MostKept);
    static QLocale::Language of = QLocale::C;
    if (std::exchange(of, shownLocale().language()) != shownLocale().language())
        kept.clear();
    if (const QString *known = kept.object(english))
        return *known;
    QString text = made(english);
    kept.insert(english, new QString(text));
    return text;
}

QString coreText(const std::string &english)
{
    return coreText(QString::fromStdString(english));
}

} // namespace herdbook
