// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/secrets.h"

#include <QPointer>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace herdbook {

namespace {

class KeychainBackend : public SecretBackend
{
public:
    void read(const QString &key, Read answer) override
    {
        auto *job = new QKeychain::ReadPasswordJob(m_service);
        job->setKey(key);
        QObject::connect(job, &QKeychain::Job::finished, job, [job, answer = std::move(answer)] {
            if (job->error() == QKeychain::NoError)
                answer(job->textData());
            else
                answer(errorOf(*job));
        });
        job->start();
    }

    void write(const QString &key, const QString &secret, Done answer) override
    {
        auto *job = new QKeychain::WritePasswordJob(m_service);
        job->setTextData(secret);
        run(job, key, std::move(answer));
    }

    void erase(const QString &key, Done answer) override
    {
        run(new QKeychain::DeletePasswordJob(m_service), key, std::move(answer));
    }

private:
    static void run(QKeychain::Job *job, const QString &key, Done answer)
    {
        job->setKey(key);
        job->setInsecureFallback(false);
        QObject::connect(job, &QKeychain::Job::finished, job, [job, answer = std::move(answer)] {
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
            return {ErrorKind::Unreachable, QStringLiteral("There is no keychain service in this session")};
        }
    }

    const QString m_service = QStringLiteral("Herdbook");
};

} // namespace

std::unique_ptr<SecretBackend> keychainBackend()
{
    return std::make_unique<KeychainBackend>();
}

SecretStore::SecretStore(std::unique_ptr<SecretBackend> backend, QObject *parent)
    : QObject(parent), m_backend(std::move(backend))
{
}

void SecretStore::note(const Result<void> &answer)
{
    const bool first = !std::exchange(m_answered, true);
    const bool fault = !answer && answer.error().kind != ErrorKind::NotFound;
    if (fault && (m_persistent || m_reason != answer.error().message)) {
        m_persistent = false;
        m_reason = answer.error().message;
    } else if (!first) {
        return;
    }
    Q_EMIT persistenceChanged();
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
    m_backend->read(key, [self = QPointer(this), context = QPointer(context), key, tell,
                          answer = std::move(answer)](const Result<QString> &found) {
        SecretStore *const store = self.data();
        if (!store)
            return;
        if (!store->m_session.contains(key)) // else it was typed meanwhile
            store->m_session.insert(key, found ? *found : QString());
        store->note(found ? Result<void>() : found.error());
        if (context)
            tell(store->m_session.value(key), answer);
    });
}

void SecretStore::write(const QString &key, const QString &secret)
{
    m_session.insert(key, secret);
    const auto done = [self = QPointer(this)](const Result<void> &written) {
        if (SecretStore *const store = self.data())
            store->note(written);
    };
    if (secret.isEmpty())
        m_backend->erase(key, done);
    else
        m_backend->write(key, secret, done);
}

} // namespace herdbook
