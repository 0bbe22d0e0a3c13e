// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/leftanswers.h"

#include "core/base/atomicfile.h"
#include "core/trial/review/jsonfields.h"
#include "core/trial/review/store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <map>
#include <mutex>

namespace herdbook::trial {

namespace {

const auto kLeft = QStringLiteral(".left-");
const auto kRefused = QStringLiteral(".refused-");

struct Memory
{
    std::mutex storing; ///< held while the disk is waited for
    std::mutex guard;   ///< of `left`: never for long
    std::map<QString, std::vector<LeftAnswers>> left;
};

Memory &memory()
{
    static Memory one;
    return one;
}

QJsonObject toJson(const LeftAnswers &answers)
{
    return {{QStringLiteral("trial"), json::text(answers.trial)},
            {QStringLiteral("reviewer"), answers.reviewer},
            {QStringLiteral("events"), json::list(answers.events, [](const ReviewEvent &event) {
                 return QJsonObject{
                     {QStringLiteral("sequence"), event.sequence},
                     {QStringLiteral("position"), event.position},
                     {QStringLiteral("item"), json::text(event.item)},
                     {QStringLiteral("plant"), event.plant},
                     {QStringLiteral("answer"), event.answer ? QString(QLatin1Char(letter(*event.answer))) : QString()},
                     {QStringLiteral("note"), event.note},
                     {QStringLiteral("at"), json::time(event.at)},
                     {QStringLiteral("milliseconds"), event.milliseconds},
                     {QStringLiteral("ignored"), event.ignored},
                     {QStringLiteral("picture_failed"), event.pictureFailed}};
             })}};
}

/// Nothing when the file can't be read as what it should be.
std::optional<LeftAnswers> readLeft(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    LeftAnswers answers{
        json::uuid(object.value(QStringLiteral("trial"))), object.value(QStringLiteral("reviewer")).toString(), {}};
    for (const auto &value : object.value(QStringLiteral("events")).toArray()) {
        const QJsonObject one = value.toObject();
        ReviewEvent event;
        event.sequence = one.value(QStringLiteral("sequence")).toInt();
        event.position = one.value(QStringLiteral("position")).toInt();
        event.item = json::uuid(one.value(QStringLiteral("item")));
        event.plant = one.value(QStringLiteral("plant")).toBool();
        const QString answer = one.value(QStringLiteral("answer")).toString();
        if (!answer.isEmpty())
            event.answer = answerFromLetter(answer.at(0).toLatin1());
        event.note = one.value(QStringLiteral("note")).toString();
        event.at = json::time(one.value(QStringLiteral("at")));
        event.milliseconds = one.value(QStringLiteral("milliseconds")).toInt();
        event.ignored = one.value(QStringLiteral("ignored")).toInt();
        event.pictureFailed = one.value(QStringLiteral("picture_failed")).toBool();
        if (event.sequence < 1 || !event.at.isValid() || (!answer.isEmpty() && !event.answer))
            return std::nullopt;
        answers.events.push_back(std::move(event));
    }
    return answers.trial.isNull() || answers.events.empty() ? std::nullopt : std::optional(std::move(answers));
}

/// Stores what the journal lacks of them. Conflict when it has others in their place, or lacks those before them.
/// @param stored counts those that are stored now @param lacking those that aren't there afterwards
Result<void> store(TrialStore &journal, const LeftAnswers &answers, int &stored, int &lacking)
{
    Result<std::vector<ReviewEvent>> known = journal.events(answers.trial, answers.reviewer);
    if (!known)
        return known.error();
    for (const ReviewEvent &event : answers.events) {
        const auto place = static_cast<std::size_t>(event.sequence) - 1;
        if (place < known->size() && (*known)[place] == event) {
            --lacking;
            continue;
        }
        if (place != known->size())
            return Error{ErrorKind::Conflict, QStringLiteral("The same reviewer has answered in another window")};
        // Whoever left it may be storing it at this moment.
        if (Result<void> kept = journal.keep(answers.trial, answers.reviewer, event); !kept)
            return kept;
        known->push_back(event);
        --lacking;
        ++stored;
    }
    return {};
}

/// What is left of one journal, those of files first.
class Leftovers
{
public:
    Leftovers(const QString &journal, const std::optional<QUuid> &trial) : m_journal(journal), m_trial(trial) {}

    LeftReport settle()
    {
        const QFileInfo place(m_journal);
        const QStringList names =
            place.dir().entryList({place.fileName() + kLeft + u'*'}, QDir::Files, QDir::Name); // by time
        for (const QString &name : names) {
            const QString path = place.dir().filePath(name);
            const std::optional<LeftAnswers> answers = readLeft(path);
            if (answers && isMeant(*answers))
                settle(*answers, path);
        }
        std::vector<LeftAnswers> left;
        {
            const std::lock_guard lock(memory().guard);
            left.swap(memory().left[m_journal]);
        }
        std::erase_if(left, [this](const LeftAnswers &one) { return isMeant(one) && settle(one, {}); });
        const std::lock_guard lock(memory().guard);
        std::vector<LeftAnswers> &all = memory().left[m_journal];
        all.insert(all.begin(), left.begin(), left.end());
        return m_report;
    }

private:
    bool isMeant(const LeftAnswers &answers) const { return !m_trial || *m_trial == answers.trial; }

    /// @param path the file that they are in; empty: in none. False: nothing keeps them but this program.
    bool settle(const LeftAnswers &answers, const QString &path)
    {
        auto lacking = static_cast<int>(answers.events.size());
        const bool behind =
            std::ranges::find(m_waiting, answers.trial) != m_waiting.end(); // those before it are lacking
        const Result<void> done =
            behind ? Result<void>(Error{ErrorKind::Storage, m_report.why}) : inJournal(answers, lacking);
        if (done) {
            if (!path.isEmpty())
                QFile::remove(path); // if it can't be, they are found to be there the next time
            return true;
        }
        const bool refused = done.error().kind == ErrorKind::Conflict && m_store;
        if (refused) {
            m_report.refused += lacking;
        } else {
            m_waiting.push_back(answers.trial);
            m_report.waiting += lacking;
            m_report.why = done.error().message;
        }
        const QString place = fileOf(answers, refused ? kRefused : kLeft);
        if (!path.isEmpty()) {
            if (refused)
                tellPlace(QFile::rename(path, place) ? place : path);
            return true;
        }
        const Result<void> kept = AtomicFile::write(place, json::compact(toJson(answers)).toUtf8());
        if (!kept)
            qWarning("%d answers of a trial are kept nowhere: %s", lacking, qUtf8Printable(kept.error().message));
        if (refused && kept)
            tellPlace(place);
        else if (refused)
            m_report.unkept = true;
        return kept.hasValue();
    }

    void tellPlace(const QString &file)
    {
        m_report.place = m_report.place.isEmpty() ? file : QFileInfo(m_journal).path();
    }

    Result<void> inJournal(const LeftAnswers &answers, int &lacking)
    {
        if (!m_store) {
            Result<std::unique_ptr<TrialStore>> opened = TrialStore::open(m_journal);
            if (!opened)
                return opened.error();
            m_store = std::move(*opened);
        }
        return store(*m_store, answers, m_report.stored, lacking);
    }

    QString fileOf(const LeftAnswers &answers, const QString &kind) const
    {
        return m_journal + kind +
               QStringLiteral("%1-%2.json")
                   .arg(answers.events.front().at.toMSecsSinceEpoch())
                   .arg(QUuid::createUuid().toString(QUuid::Id128));
    }

    const QString m_journal;
    const std::optional<QUuid> m_trial;
    std::unique_ptr<TrialStore> m_store;
    std::vector<QUuid> m_waiting;
    LeftReport m_report;
};

} // namespace

void leaveAnswers(const QString &journal, LeftAnswers answers)
{
    if (journal.isEmpty() || answers.events.empty())
        return;
    const std::lock_guard lock(memory().guard);
    memory().left[journal].push_back(std::move(answers));
}

bool areAnswersLeft(const QString &journal)
{
    const std::lock_guard lock(memory().guard);
    const auto left = memory().left.find(journal);
    return left != memory().left.end() && !left->second.empty();
}

LeftReport storeLeftAnswers(const QString &journal, const std::optional<QUuid> &trial)
{
    if (journal.isEmpty())
        return {};
    const std::lock_guard lock(memory().storing);
    return Leftovers(journal, trial).settle();
}

Result<LeftReport> takeUpLeftAnswers(const QString &journal, const QUuid &trial)
{
    LeftReport report = storeLeftAnswers(journal, trial);
    if (report.waiting > 0)
        return Error{ErrorKind::Storage, QStringLiteral("What was answered last isn't stored yet: %1").arg(report.why)};
    return report;
}

} // namespace herdbook::trial
