// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/profile.h"

#include "core/config/setting.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSettings>

namespace herdbook {

namespace {

const QString arrayKey = QStringLiteral("profiles/list");
const QString currentKey = QStringLiteral("profiles/current");
const QString demoKey = QStringLiteral("profiles/demo"); ///< in use or not; only where it was opened

QString problemOf(const Setting &setting, const QString &text)
{
    const ValueForm form = setting.type.form;
    if (text.isEmpty())
        return setting.field.required ? QStringLiteral("is needed") : QString();
    if (text != text.trimmed() && form != ValueForm::Secret)
        return QStringLiteral("must not begin or end with a space");
    if (form == ValueForm::Host && text.contains(QLatin1Char(' ')))
        return QStringLiteral("must be a host name or address");
    if ((form == ValueForm::Folder || form == ValueForm::File) && !QDir::isAbsolutePath(text))
        return QStringLiteral("must be a whole path, from /");
    return settingProblem(QLatin1String(setting.name), text);
}

} // namespace

Profile firstProfile(const QString &id, const QString &name)
{
    Settings settings;
    settings.redis.port = 6380;
    settings.postgres.port = 5433;
    Profile profile{id, name, false, variablesFromSettings(settings)};
    for (const QString &secret : secretVariables())
        profile.values.remove(secret);
    return profile;
}

QList<ProfileIssue> validateProfile(const Profile &profile, const QStringList &otherNames)
{
    QList<ProfileIssue> issues;
    if (profile.name.trimmed().isEmpty())
        issues.append({{}, QStringLiteral("A profile needs a name")});
    else if (profile.name.size() > 60)
        issues.append({{}, QStringLiteral("The name must have at most 60 characters")});
    else if (otherNames.contains(profile.name.trimmed(), Qt::CaseInsensitive))
        issues.append({{}, QStringLiteral("Another profile has this name")});
    for (const Setting &setting : settingTable()) {
        const QString variable = QLatin1String(setting.name);
        const QString problem =
            setting.field.part == FormPart::None ? QString() : problemOf(setting, profile.values.value(variable));
        if (!problem.isEmpty())
            issues.append({variable, problem});
    }
    if (profile.values.value(QStringLiteral("EXPORT_DIR")).isEmpty() &&
        profile.values.value(QStringLiteral("HERDBOOK_API_URL")).isEmpty())
        issues.append({QStringLiteral("EXPORT_DIR"), QStringLiteral("is needed where no web address is given")});
    return issues;
}

Result<Settings> settingsOfProfile(const Profile &profile, const Variables &environment)
{
    Settings defaults;
    // Where the profile leaves these empty they are off, not at their default.
    for (QString *text : {&defaults.exportFolder, &defaults.imageFolder})
        text->clear();
    Result<Settings> own = settingsFromVariables(profile.values, defaults);
    if (!own)
        return own;
    return settingsFromVariables(environment, *own);
}

QString deploymentKey(const Profile &profile, const Settings &settings)
{
    const PostgresSettings &postgres = settings.postgres;
    QString port = QString::number(postgres.port);
    if (profile.id == QLatin1String("demo") && profile.values.value(QStringLiteral("POSTGRES_PORT")) == port)
        port.clear(); // its servers take another at each start
    const QStringList parts{postgres.host, port, postgres.database, postgres.user};
    const QByteArray hash = QCryptographicHash::hash(parts.join(QChar(0)).toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(16));
}

QList<Profile> ProfileStore::profiles() const
{
    QList<Profile> profiles;
    const int count = m_settings.beginReadArray(arrayKey);
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        Profile profile{m_settings.value(QStringLiteral("id")).toString(),
                        m_settings.value(QStringLiteral("name")).toString(),
                        m_settings.value(QStringLiteral("read_only")).toBool(),
                        {}};
        for (const QString &variable : settingVariables()) {
            const QVariant value = m_settings.value(variable);
            if (value.isValid())
                profile.values.insert(variable, value.toString());
        }
        if (!profile.id.isEmpty())
            profiles.append(profile);
    }
    m_settings.endArray();
    return profiles;
}

bool ProfileStore::isEmpty() const
{
    const int count = m_settings.beginReadArray(arrayKey);
    m_settings.endArray();
    return count == 0;
}

void ProfileStore::save(const Profile &profile)
{
    QList<Profile> all = profiles();
    const auto same =
        std::find_if(all.begin(), all.end(), [&](const Profile &other) { return other.id == profile.id; });
    if (same == all.end())
        all.append(profile);
    else
        *same = profile;
    write(all);
}

void ProfileStore::insert(int place, const Profile &profile)
{
    QList<Profile> all = profiles();
    all.insert(std::min<qsizetype>(place, all.size()), profile);
    write(all);
}

void ProfileStore::remove(const QString &id)
{
    QList<Profile> all = profiles();
    all.removeIf([&](const Profile &profile) { return profile.id == id; });
    write(all);
}

void ProfileStore::write(const QList<Profile> &profiles)
{
    const QStringList secrets = secretVariables();
    m_settings.remove(arrayKey);
    m_settings.beginWriteArray(arrayKey, static_cast<int>(profiles.size()));
    for (int i = 0; i < profiles.size(); ++i) {
        m_settings.setArrayIndex(i);
        m_settings.setValue(QStringLiteral("id"), profiles.at(i).id);
        m_settings.setValue(QStringLiteral("name"), profiles.at(i).name);
        m_settings.setValue(QStringLiteral("read_only"), profiles.at(i).readOnly);
        for (auto it = profiles.at(i).values.cbegin(); it != profiles.at(i).values.cend(); ++it) {
            if (!secrets.contains(it.key()))
                m_settings.setValue(it.key(), it.value());
        }
    }
    m_settings.endArray();
}

QString ProfileStore::currentId() const
{
    const QList<Profile> all = profiles();
    const QString stored = m_settings.value(currentKey).toString();
    const bool there =
        std::any_of(all.cbegin(), all.cend(), [&](const Profile &profile) { return profile.id == stored; });
    return there ? stored : all.isEmpty() ? firstId() : all.constFirst().id;
}

void ProfileStore::setCurrentId(const QString &id)
{
    const bool demo = id == QLatin1String("demo");
    if (demo || hasDemo())
        m_settings.setValue(demoKey, demo);
    if (!demo)
        m_settings.setValue(currentKey, id);
}

bool ProfileStore::hasDemo() const
{
    return m_settings.contains(demoKey);
}

bool ProfileStore::isDemoCurrent() const
{
    return m_settings.value(demoKey).toBool();
}

void ProfileStore::forgetDemo()
{
    m_settings.remove(demoKey);
}

} // namespace herdbook
