// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/secrets.h"

#include "core/base/diskerrand.h"
#include "core/base/sessionbus.h"

#include <QPointer>
#include <QSettings>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <algorithm>
#include <vector>

namespace herdbook {

namespace {

constexpr int Patience = 4500; ///< ms; timers may be a little late
const QString debtsKey = QStringLiteral("keychain/to_forget");

QString noKeychain()
{
    return QStringLiteral("There is no keychain on this computer");
}

QString silentKeychain()
{
    return QStringLiteral("The desktop's keychain doesn't answer");
}

class KeychainBackend : public SecretBackend
{
public:
    void read(const QString &key, Read answer) override
    {
        whenBusAnswers([this, key, answer = std::move(answer)](const Result<void> &reached) {
            if (!reached)
                return answer(reached.error());
            auto *job = new QKeychain::ReadPasswordJob(m_service);
            job->setKey(key);
            QObject::connect(job, &QKeychain::Job::finished, job, [job, answer] {
                if (job->error() == QKeychain::NoError)
                    answer(job->textData());
                else
                    answer(errorOf(*job));
            });
            job->start();
        });
    }

    void write(const QString &key, const QString &secret, Done answer) override
    {
        whenBusAnswers([this, key, secret, answer = std::move(answer)](const Result<void> &reached) {
            if (!reached)
                return answer(reached);
            auto *job = new QKeychain::WritePasswordJob(m_service);
            job->setTextData(secret);
            run(job, key, answer);
        });
    }

    void erase(const QString &key, Done answer) override
    {
        whenBusAnswers([this, key, answer = std::move(answer)](const Result<void> &reached) {
            if (!reached)
                return answer(reached);
            run(new QKeychain::DeletePasswordJob(m_service), key, answer);
        });
    }

private:
    /// Calls `turn` when the bus has answered, or with why it won't. QtKeychain asks for its connection on this thread.
    void whenBusAnswers(Done turn)
    {
        m_turns.push_back(std::move(turn));
        if (m_errand.isBusy())
            return;
        const auto bus = std::make_shared<SessionBus>();
        m_errand.give([bus] { *bus = askSessionBus(); },
                      [this, bus] {
                          for (const Done &each : std::exchange(m_turns, {}))
                              each(reached(*bus));
                      });
    }

    static Result<void> reached(SessionBus bus)
    {
        switch (bus) {
        case SessionBus::Answers:
            return {};
        case SessionBus::Silent:
            return Error{ErrorKind::Unreachable, silentKeychain(), true};
        case SessionBus::Absent:
            break;
        }
        return Error{ErrorKind::Unreachable, noKeychain()};
    }

    static void run(QKeychain::Job *job, const QString &key, const Done &answer)
    {
        job->setKey(key);
        job->setInsecureFallback(false);
        QObject::connect(job, &QKeychain::Job::finished, job, [job, answer] {
            if (job->error() == QKeychain::NoError)
                answer({});
            else
                answer(errorOf(*job));
        });
        job->start();
    }

    static Error errorOf(const QKeychain::Job &job)
    {
        switch (job.error()) {
        case QKeychain::EntryNotFound:
            return {ErrorKind::NotFound, QStringLiteral("The keychain has no such entry")};
        case QKeychain::AccessDenied:
        case QKeychain::AccessDeniedByUser:
            return {ErrorKind::Denied, QStringLiteral("The keychain is locked or refused access")};
        default:
            return {ErrorKind::Unreachable, noKeychain()};
        }
    }

    const QString m_service = QStringLiteral("Herdbook");
    std::vector<Done> m_turns;
    DiskErrand m_errand; ///< to the bus, which may be as silent as a disk
};

} // namespace

std::unique_ptr<SecretBackend> keychainBackend()
{
    return std::make_unique<KeychainBackend>();
}

SecretStore::SecretStore(std::unique_ptr<SecretBackend> backend, QSettings *debts, QObject *parent)
    : QObject(parent), m_backend(std::move(backend)), m_debts(debts)
{
    const QStringList owed = debts != nullptr ? debts->value(debtsKey).toStringList() : QStringList();
    m_toForget = QSet<QString>(owed.begin(), owed.end());
    for (const QString &key : owed) {
        m_session.insert(key, {}); // what it still has of it is nobody's any more
        send(key);
    }
}

void SecretStore::setToForget(const QString &key, bool toForget)
{
    const qsizetype before = m_toForget.size();
    if (toForget)
        m_toForget.insert(key);
    else
        m_toForget.remove(key);
    if (m_debts == nullptr || m_toForget.size() == before)
        return;
    if (m_toForget.isEmpty())
        m_debts->remove(debtsKey);
    else
        m_debts->setValue(debtsKey, QStringList(m_toForget.begin(), m_toForget.end()));
}

SecretStore::Keeping SecretStore::keeping() const
{
    if (m_overdue > 0)
        return Keeping::Silent;
    if (m_fault != Keeping::Unknown)
        return m_fault;
    return m_answered ? Keeping::Kept : Keeping::Unknown;
}

QString SecretStore::reason() const
{
    return m_overdue > 0 ? silentKeychain() : m_reason;
}

std::function<bool()> SecretStore::await(const std::function<void()> &overdue)
{
    struct Wait
    {
        bool answered = false, late = false;
    };
    const auto wait = std::make_shared<Wait>();
    QTimer::singleShot(Patience, this, [this, wait, overdue] {
        if (wait->answered)
            return;
        wait->late = true;
        ++m_overdue;
        overdue();
        announce();
    });
    return [this, wait] {
        wait->answered = true;
        if (wait->late)
            --m_overdue;
        return wait->late;
    };
}

void SecretStore::note(const Result<void> &answer, bool late)
{
    m_answered = true;
    const bool refused = !answer && answer.error().kind != ErrorKind::NotFound;
    // A locked one tells, too, what it doesn't have.
    const bool works = answer || (!refused && m_fault != Keeping::Locked);
    if (refused) {
        const bool silent = answer.error().kind == ErrorKind::Unreachable && (late || answer.error().passing);
        m_fault = answer.error().kind == ErrorKind::Denied ? Keeping::Locked
                  : silent                                 ? Keeping::Silent
                                                           : Keeping::NoKeychain;
        m_reason = silent ? silentKeychain() : answer.error().message;
    } else if (works) {
        m_fault = Keeping::Unknown;
        m_reason.clear();
    }
    announce();
    if (works && m_overdue == 0)
        askAgain();
    if (m_overdue == 0 && m_rereading.isEmpty() && std::exchange(m_foundLate, false))
        Q_EMIT cameLate();
}

void SecretStore::askAgain()
{
    for (const QString &key : std::exchange(m_owed, {}))
        send(key);
    m_rereading += m_unread;
    for (const QString &key : std::exchange(m_unread, {}))
        readAgain(key);
}

void SecretStore::readAgain(const QString &key)
{
    m_backend->read(key, [self = QPointer(this), key, isLate = await([] {})](const Result<QString> &found) {
        SecretStore *const store = self.data();
        if (!store)
            return;
        const bool late = isLate();
        const bool wanted = store->m_rereading.remove(key); // else it was typed meanwhile
        if (wanted && found) {
            store->m_session.insert(key, *found);
            store->m_foundLate = store->m_foundLate || !found->isEmpty();
        } else if (wanted && found.error().kind != ErrorKind::NotFound) {
            store->m_unread.insert(key);
        }
        store->note(found ? Result<void>() : found.error(), late);
    });
}

void SecretStore::announce()
{
    bool other = std::exchange(m_told, keeping()) != keeping();
    other = std::exchange(m_toldForgotten, mayHoldForgotten()) != mayHoldForgotten() || other;
    if (std::exchange(m_toldReason, reason()) != reason() || other)
        Q_EMIT persistenceChanged();
}

bool SecretStore::mayHoldForgotten() const
{
    const Keeping now = keeping();
    return (now == Keeping::Locked || now == Keeping::Silent) &&
           std::any_of(m_owed.cbegin(), m_owed.cend(),
                       [this](const QString &key) { return m_session.value(key).isEmpty(); });
}

std::optional<QString> SecretStore::known(const QString &key) const
{
    return m_session.contains(key) ? std::optional(m_session.value(key)) : std::nullopt;
}

void SecretStore::read(const QString &key, QObject *context, std::function<void(Result<QString>)> answer)
{
    const auto tell = [key](const QString &secret, const std::function<void(Result<QString>)> &listener) {
        if (secret.isEmpty())
            listener(Error{ErrorKind::NotFound, QStringLiteral("No secret is kept for %1").arg(key)});
        else
            listener(secret);
    };
    if (const std::optional<QString> secret = known(key)) {
        QTimer::singleShot(0, context, [tell, secret = *secret, answer = std::move(answer)] { tell(secret, answer); });
        return;
    }
    const auto isLate = await([context = QPointer(context), tell, answer] {
        if (context)
            tell({}, answer);
    });
    m_backend->read(key, [self = QPointer(this), context = QPointer(context), key, tell, isLate,
                          answer = std::move(answer)](const Result<QString> &found) {
        SecretStore *const store = self.data();
        if (!store)
            return;
        const bool late = isLate();
        const bool isAskedAgain = !found && found.error().passing;
        if (!store->m_session.contains(key) && !isAskedAgain) { // else it was typed meanwhile
            store->m_session.insert(key, found ? *found : QString());
            store->m_foundLate = store->m_foundLate || (late && found && !found->isEmpty());
            if (!found && found.error().kind != ErrorKind::NotFound)
                store->m_unread.insert(key);
        }
        store->note(found ? Result<void>() : found.error(), late);
        if (context && !late)
            tell(store->m_session.value(key), answer);
    });
}

void SecretStore::write(const QString &key, const QString &secret)
{
    m_session.insert(key, secret);
    m_owed.remove(key);
    m_unread.remove(key);
    m_rereading.remove(key);
    setToForget(key, secret.isEmpty());
    send(key);
}

void SecretStore::send(const QString &key)
{
    const QString secret = m_session.value(key);
    const auto owe = [this, key, secret](bool owed) {
        if (known(key) != secret)
            return; // another was sent after it
        if (!owed)
            setToForget(key, false);
        if (owed)
            m_owed.insert(key);
        else
            m_owed.remove(key);
    };
    const auto done = [self = QPointer(this), owe, isLate = await([owe] { owe(true); })](const Result<void> &written) {
        SecretStore *const store = self.data();
        if (!store)
            return;
        owe(!written && written.error().kind != ErrorKind::NotFound);
        store->note(written, isLate());
    };
    if (secret.isEmpty())
        m_backend->erase(key, done);
    else
        m_backend->write(key, secret, done);
}

void SecretStore::spare(const QString &key)
{
    if (m_session.value(key).isEmpty() && m_owed.remove(key)) {
        m_session.remove(key);
        setToForget(key, false);
    }
    announce();
}

} // namespace herdbook
