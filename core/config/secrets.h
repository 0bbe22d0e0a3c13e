// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QObject>
#include <functional>
#include <memory>
#include <optional>

namespace herdbook {

/// Where secrets are kept between sessions. Answers come later, on the thread that asked. Unreachable means that there is no such
/// service here; NotFound that it has no secret of that name.
class SecretBackend
{
public:
    using Read = std::function<void(Result<QString>)>;
    using Done = std::function<void(Result<void>)>;

    virtual ~SecretBackend() = default;
    virtual void read(const QString &key, Read answer) = 0;
    virtual void write(const QString &key, const QString &secret, Done answer) = 0;
    virtual void erase(const QString &key, Done answer) = 0;
};

/// The desktop's keychain (Secret Service, KWallet) by QtKeychain. Never falls back to plain text.
std::unique_ptr<SecretBackend> keychainBackend();

/// Secrets by key: kept in memory for the session and, where there is one, in the keychain. Without a keychain they are gone when the
/// program ends; isPersistent() and reason() say so.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    explicit SecretStore(std::unique_ptr<SecretBackend> backend, QObject *parent = nullptr);

    /// `answer` gets the secret or NotFound (also where there is no keychain); not if `context` is gone by then.
    void read(const QString &key, QObject *context, std::function<void(Result<QString>)> answer);

    /// The secret, empty where there is none, if that is known without asking.
    std::optional<QString> known(const QString &key) const;

    /// Keeps a secret; an empty one forgets it.
    void write(const QString &key, const QString &secret);

    bool isPersistent() const { return m_persistent; }
    /// Whether the keychain has said anything yet; before, isPersistent() is a hope.
    bool hasAnswered() const { return m_answered; }
    /// Why secrets aren't kept, in one line; empty when they are.
    QString reason() const { return m_reason; }

Q_SIGNALS:
    /// isPersistent(), hasAnswered() or reason() are other now.
    void persistenceChanged();

private:
    void note(const Result<void> &answer);

    std::unique_ptr<SecretBackend> m_backend;
    QMap<QString, QString> m_session;
    bool m_persistent = true; ///< until the keychain says otherwise
    bool m_answered = false;
    QString m_reason;
};

} // namespace herdbook
