// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"

#include <QList>

class QSettings;

namespace herdbook {

/// A named set of settings for one deployment. While it is edited its values are texts by variable name, as typed; those of an imported .env
/// that no form asks for are among them.
struct Profile
{
    QString id; ///< stays when the name changes; "demo" is the demo ranch's
    QString name;
    bool readOnly = false; ///< the desktop hides what writes
    Variables values;      ///< by variable name; secrets are not among what is stored
    bool operator==(const Profile &) const = default;
};

/// One thing that is wrong with a profile; `variable` is empty when it is the name.
struct ProfileIssue
{
    QString variable;
    QString message;
    bool operator==(const ProfileIssue &) const = default;
};

/// A first profile: the deployment's outside ports, Redis 6380 and PostgreSQL 5433, on this machine.
Profile firstProfile(const QString &id, const QString &name);

/// Checks everything that can be known without connecting. At most one issue a field, in the form's order. `otherNames` are
/// taken already.
QList<ProfileIssue> validateProfile(const Profile &profile, const QStringList &otherNames);

/// The profile's settings with the environment over them, where real variables win. InvalidInput as settingsFromVariables().
Result<Settings> settingsOfProfile(const Profile &profile, const Variables &environment);

/// A short name, fit for files, of the database that these settings of the profile reach: of its host, port, name and user. What is kept
/// of one deployment belongs under it, as a profile (or --env) may mean another at every start. The demo ranch is one on every port.
QString deploymentKey(const Profile &profile, const Settings &settings);

/// Profiles in QSettings, without any secret.
class ProfileStore
{
public:
    explicit ProfileStore(QSettings &settings) : m_settings(settings) {}

    /// All stored profiles in their order.
    QList<Profile> profiles() const;
    /// Whether nothing was stored yet.
    bool isEmpty() const;
    /// The id of the first one, before it is stored, too.
    static QString firstId() { return QStringLiteral("production"); }
    /// Adds or replaces by id. Secrets in `values` are left out.
    void save(const Profile &profile);
    /// Adds it in that place of the order.
    void insert(int place, const Profile &profile);
    /// Forgets a profile. Its secrets are SecretStore's business.
    void remove(const QString &id);

    /// Id of the stored profile last in use; the first one's when none was chosen or it is gone, and when none is stored.
    QString currentId() const;
    /// "demo" is remembered beside the stored one, which currentId() goes on to name.
    void setCurrentId(const QString &id);

    /// Whether the demo ranch was opened from here and belongs in the list, without being stored.
    bool hasDemo() const;
    /// Whether it was the one last in use.
    bool isDemoCurrent() const;
    /// Its folder is gone.
    void forgetDemo();

private:
    void write(const QList<Profile> &profiles);

    QSettings &m_settings;
};

} // namespace herdbook
