// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QObject>
#include <QSet>
#include <functional>
#include <memory>
#include <optional>

class QSettings;

namespace herdbook {

/// Where secrets are kept between sessions. Answers come later, on the thread that asked. Unreachable means that there is no such
/// service here, or, where it may pass, that it doesn't answer; NotFound that it has no secret of that name; Denied that it is locked.
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

/// The desktop's keychain (Secret Service, KWallet) by QtKeychain. Never falls back to plain text. The bus that leads there is asked in another
/// thread before each request.
std::unique_ptr<SecretBackend> keychainBackend();

/// Secrets by key: kept in memory for the session and, where there is one, in the keychain. Without a keychain they are gone when the
/// program ends; keeping() and reason() say so, within 5 s after the first question. As soon as it does what it is asked again, so is all that
/// it refused; what it was to forget, also in a later session.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    /// `debts` remembers the keys, never the secrets, that are to be forgotten until the keychain has done so; those of earlier sessions are
    /// asked for at once. It outlives the store.
    explicit SecretStore(std::unique_ptr<SecretBackend> backend, QSettings *debts = nullptr, QObject *parent = nullptr);

    enum class Keeping {
        Unknown, ///< nothing was asked yet, or it may still answer in time
        Kept,
        NoKeychain, ///< there is none on this computer
        Silent,     ///< it doesn't answer, or waits for somebody to unlock it
        Locked
    };

    /// `answer` gets the secret or NotFound (also where there is no keychain, or it doesn't answer in time); not if `context` is gone by
    /// then.
    void read(const QString &key, QObject *context, std::function<void(Result<QString>)> answer);

    /// The secret, empty where there is none, if that is known without asking.
    std::optional<QString> known(const QString &key) const;

    /// Keeps a secret; an empty one forgets it.
    void write(const QString &key, const QString &secret);
    /// Takes back that it is to be forgotten, where the keychain refused to: the next read() asks for it.
    void spare(const QString &key);
    /// Whether secrets that were to be forgotten may still be in the keychain, since it refuses or doesn't answer.
    bool mayHoldForgotten() const;

    Keeping keeping() const;
    bool isPersistent() const { return keeping() == Keeping::Unknown || keeping() == Keeping::Kept; }
    /// Whether it is known how secrets are kept; before, isPersistent() is a hope.
    bool hasAnswered() const { return keeping() != Keeping::Unknown; }
    /// Why secrets aren't kept, in one line; empty when they are.
    QString reason() const;

Q_SIGNALS:
    /// keeping(), reason() or mayHoldForgotten() are other now.
    void persistenceChanged();
    /// Secrets are known now that were answered with NotFound, since the keychain took too long or refused them.
    void cameLate();

private:
    /// Counts a question that isn't answered in time, and then calls `overdue`. The returned function is to be called with the answer; it says
    /// whether that comes too late.
    std::function<bool()> await(const std::function<void()> &overdue);
    void note(const Result<void> &answer, bool late);
    void announce();
    void send(const QString &key);
    void askAgain();
    void readAgain(const QString &key);
    void setToForget(const QString &key, bool toForget);

    std::unique_ptr<SecretBackend> m_backend;
    QSettings *m_debts;
    QSet<QString> m_toForget; ///< the keychain hasn't said yet that it has none of them any more
    QMap<QString, QString> m_session;
    QSet<QString> m_owed;      ///< the keychain didn't take over what the session has of them
    QSet<QString> m_unread;    ///< it didn't say what it has of them
    QSet<QString> m_rereading; ///< of those, the ones it is asked for again
    bool m_answered = false;
    Keeping m_fault = Keeping::Unknown; ///< of the last answer that tells; what it was about isn't kept
    QString m_reason;
    int m_overdue = 0;        ///< questions that aren't answered in time, and still may be
    bool m_foundLate = false; ///< one of them, or of what was read again, had a secret
    Keeping m_told = Keeping::Unknown;
    QString m_toldReason;
    bool m_toldForgotten = false;
};

} // namespace herdbook
