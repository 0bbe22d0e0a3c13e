// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/connectionmodel.h"

#include "core/base/language.h"
#include "core/config/setting.h"
#include "ui/widgets/text/coretexts.h"

#include <QUuid>

#include <algorithm>

namespace herdbook::connection {

namespace {

QString secretKey(const QString &profileId, const QString &variable)
{
    return profileId + QLatin1Char('/') + variable;
}

/// "Barn", "Barn 2", "Barn 3" ...
QString freeName(const QString &wish, const QStringList &taken)
{
    QString name = wish;
    for (int n = 2; taken.contains(name, Qt::CaseInsensitive); ++n)
        name = QStringLiteral("%1 %2").arg(wish, QString::number(n));
    return name;
}

/// Whether they say the same; a value that is empty says nothing.
bool sameValues(Profile a, Profile b)
{
    for (Profile *profile : {&a, &b})
        profile->values.removeIf([](auto it) { return it.value().isEmpty(); });
    return a == b;
}

} // namespace

ConnectionModel::ConnectionModel(QSettings &settings, SecretStore &secrets, Variables environment,
                                 const std::optional<Settings> &demo, QObject *parent)
    : QObject(parent), m_store(settings), m_secrets(secrets), m_environment(std::move(environment))
{
    connect(&m_checks, &CheckRunner::changed, this, &ConnectionModel::checkChanged);
    connect(&m_folders, &CheckRunner::changed, this, &ConnectionModel::takeFolders);
    connect(&m_secrets, &SecretStore::cameLate, this, &ConnectionModel::takeLateSecrets);
    m_demoRuns = demo.has_value();
    if (demo || m_store.hasDemo())
        m_demo =
            Profile{QStringLiteral("demo"), tr("Demo ranch"), false, demo ? variablesFromSettings(*demo) : Variables()};
    m_activeId = demo ? m_demo->id : m_store.currentId();
    reload(m_activeId);
    activate(m_profiles.at(m_selected));
}

void ConnectionModel::reload(const QString &selectId)
{
    m_profiles = m_store.profiles();
    const bool named = namesDeployment(m_environment);
    m_proposes = m_profiles.isEmpty() && m_unsaved.isEmpty() && !named;
    if (m_profiles.isEmpty() && (m_unsaved.isEmpty() || named))
        m_profiles.append(firstProfile(ProfileStore::firstId(), tr("Production")));
    m_profiles += m_unsaved;
    if (m_demo)
        m_profiles.prepend(*m_demo);
    m_selected = 0;
    for (int i = 0; i < m_profiles.size(); ++i) {
        if (m_profiles.at(i).id == selectId)
            m_selected = i;
    }
    if (selectId != m_draft.id)
        keepDraft();
    Q_EMIT profilesChanged();
    startDraft();
}

void ConnectionModel::keepDraft()
{
    if (isEditable() && isDirty())
        m_kept.insert(m_draft.id, {m_draft, m_touched});
}

void ConnectionModel::startDraft()
{
    Profile before = m_draft;
    m_saved = m_profiles.at(m_selected);
    const Kept kept = m_kept.take(m_saved.id);
    m_draft = kept.draft.id.isEmpty() ? m_saved : kept.draft;
    m_touched = kept.touched;
    m_showAll = false;
    loadDraftSecrets();
    before.name = m_draft.name;
    if (!sameValues(before, m_draft)) // saving changes nothing that was tested
        m_checks.reset();
    revalidate();
    Q_EMIT draftReplaced();
}

void ConnectionModel::loadDraftSecrets()
{
    if (!isEditable())
        return;
    loadSecrets(m_draft, [this](const Profile &whole) {
        if (m_draft.id != whole.id)
            return;
        for (const QString &variable : secretVariables()) {
            const QString secret = whole.values.value(variable);
            m_saved.values.insert(variable, secret);
            if (!m_touched.contains(variable))
                m_draft.values.insert(variable, secret);
        }
        Q_EMIT draftReplaced();
    });
}

void ConnectionModel::takeLateSecrets()
{
    loadDraftSecrets();
    const auto active = std::find_if(m_profiles.cbegin(), m_profiles.cend(),
                                     [this](const Profile &profile) { return profile.id == m_activeId; });
    const QStringList secrets = secretVariables();
    const bool lacks = std::any_of(secrets.cbegin(), secrets.cend(), [this](const QString &variable) {
        const QString used = m_active.values.value(variable);
        return environmentOf(m_active).value(variable).isEmpty() &&
               m_secrets.known(secretKey(m_activeId, variable)).value_or(used) != used;
    });
    if (active != m_profiles.cend() && lacks)
        activate(Profile(*active));
}

void ConnectionModel::loadSecrets(const Profile &profile, const std::function<void(const Profile &)> &done)
{
    struct Pending
    {
        Profile profile;
        int waiting = 0;
    };
    const auto pending = std::make_shared<Pending>(Pending{profile, 0});
    for (const QString &variable : secretVariables()) {
        const QString key = secretKey(profile.id, variable);
        if (const std::optional<QString> known = m_secrets.known(key)) {
            pending->profile.values.insert(variable, *known);
            continue;
        }
        ++pending->waiting;
        m_secrets.read(key, this, [pending, variable, done](const Result<QString> &secret) {
            pending->profile.values.insert(variable, secret.valueOr({}));
            if (--pending->waiting == 0)
                done(pending->profile);
        });
    }
    if (pending->waiting == 0)
        done(pending->profile);
}

void ConnectionModel::activate(const Profile &profile)
{
    m_activeId = profile.id;
    m_active = profile;
    m_ready = false;
    m_wanted.clear();
    m_folders.reset();
    m_serverTrouble = m_folderTrouble = {};
    const auto ready = [this](const Profile &whole) {
        if (m_activeId != whole.id || m_ready)
            return;
        m_active = whole;
        m_ready = true;
        lookAtFolders();
        Q_EMIT activeChanged();
    };
    Q_EMIT profilesChanged();
    if (profile.id == QLatin1String("demo"))
        ready(profile);
    else
        loadSecrets(profile, ready);
}

void ConnectionModel::choose(const Profile &profile)
{
    m_store.setCurrentId(profile.id);
    activate(profile);
}

bool ConnectionModel::canRemove() const
{
    return isEditable() && (!m_store.isEmpty() || isUnsaved());
}

bool ConnectionModel::isUnsaved() const
{
    return std::ranges::find(m_unsaved, m_draft.id, &Profile::id) != m_unsaved.end();
}

void ConnectionModel::keepListed()
{
    if (m_store.isEmpty() && namesDeployment(m_environment))
        m_store.save(m_profiles.at(m_demo ? 1 : 0));
}

bool ConnectionModel::isSetUp() const
{
    return m_demoRuns || !m_store.isEmpty() || namesDeployment(m_environment);
}

bool ConnectionModel::namesDeployment(const Variables &environment)
{
    return std::any_of(environment.keyBegin(), environment.keyEnd(), [&environment](const QString &variable) {
        const Setting *setting = settingOf(variable);
        const bool names = setting != nullptr
                               ? setting->inAddress != nullptr && *setting->inAddress == '\0'
                               : std::ranges::any_of(serverAddresses(), [&variable](const ServerAddress &address) {
                                     return variable == QLatin1String(address.name);
                                 });
        return names && !environment.value(variable).isEmpty();
    });
}

Result<Settings> ConnectionModel::activeSettings() const
{
    return settingsOfProfile(m_active, environmentOf(m_active));
}

bool ConnectionModel::hasUnsaved(const QString &id) const
{
    return id == m_draft.id ? isDirty() : m_kept.contains(id);
}

bool ConnectionModel::isDirty() const
{
    return !sameValues(m_draft, m_saved);
}

QString ConnectionModel::shownValue(const QString &variable) const
{
    if (isOverridden(variable))
        return secretVariables().contains(variable) ? QString() : m_environment.value(variable);
    return m_draft.values.value(variable);
}

QStringList ConnectionModel::alsoSet() const
{
    const Variables usual = variablesFromSettings(Settings());
    QStringList set;
    for (const Setting &setting : settingTable()) {
        const QString variable = QLatin1String(setting.name);
        const QString value = m_draft.values.value(variable);
        if (setting.field.part == FormPart::None && !value.isEmpty() && value != usual.value(variable))
            set << QStringLiteral("%1=%2").arg(variable, value);
    }
    return set;
}

bool ConnectionModel::isOfProcess(const QString &variable) const
{
    return qEnvironmentVariable(qPrintable(variable)) == m_environment.value(variable);
}

Variables ConnectionModel::environmentOf(const Profile &profile) const
{
    return profile.id == QLatin1String("demo") ? Variables() : m_environment;
}

QString ConnectionModel::effective(const Profile &profile, const QString &variable) const
{
    const QString overriding = environmentOf(profile).value(variable);
    return overriding.isEmpty() ? profile.values.value(variable) : overriding;
}

void ConnectionModel::askForPasswords(const QStringList &variables)
{
    m_wanted = variables;
    const auto active = std::ranges::find(m_profiles, m_activeId, &Profile::id);
    if (active != m_profiles.end())
        select(static_cast<int>(active - m_profiles.begin()));
    Q_EMIT draftEdited();
}

QString ConnectionModel::problem(const QString &variable) const
{
    if (m_wanted.contains(variable) && m_draft.id == m_activeId && effective(m_draft, variable).isEmpty())
        return tr("is missing; the server wants one");
    if (isOverridden(variable) || !(m_showAll || m_touched.contains(variable)))
        return {};
    for (const ProfileIssue &issue : m_issues) {
        if (issue.variable == variable)
            return coreText(issue.message);
    }
    return {};
}

QStringList ConnectionModel::otherNames() const
{
    QStringList names;
    for (int i = 0; i < m_profiles.size(); ++i) {
        if (i != m_selected)
            names << m_profiles.at(i).name;
    }
    return names;
}

void ConnectionModel::revalidate()
{
    m_issues = isEditable() ? validateProfile(m_draft, otherNames()) : QList<ProfileIssue>();
    m_issues.removeIf([this](const ProfileIssue &issue) { return isOverridden(issue.variable); });
}

void ConnectionModel::select(int index)
{
    if (index == m_selected || index < 0 || index >= m_profiles.size())
        return;
    keepDraft();
    m_selected = index;
    startDraft();
}

void ConnectionModel::setName(const QString &name)
{
    if (!isEditable() || name == m_draft.name)
        return;
    m_draft.name = name;
    m_touched.insert(QString());
    revalidate();
    Q_EMIT draftEdited();
}

void ConnectionModel::setReadOnly(bool readOnly)
{
    if (!isEditable() || readOnly == m_draft.readOnly)
        return;
    m_draft.readOnly = readOnly;
    m_checks.forget(Part::Postgres);
    m_checks.forget(Part::Redis);
    Q_EMIT draftEdited();
}

void ConnectionModel::setValue(const QString &variable, const QString &typed)
{
    const QString text = formOf(variable) == ValueForm::Decimal ? typedNumber(typed) : typed;
    if (!isEditable() || isOverridden(variable) || text == m_draft.values.value(variable))
        return;
    m_draft.values.insert(variable, text);
    m_touched.insert(variable);
    // What was found was found with other values. Whether days are read alike is asked of PostgreSQL, too.
    const FormPart part = partOf(variable);
    if (part == FormPart::Postgres || formOf(variable) == ValueForm::Zone)
        m_checks.forget(Part::Postgres);
    else if (part == FormPart::Redis)
        m_checks.forget(Part::Redis);
    else if (part == FormPart::Files)
        m_checks.forget(Part::Files);
    revalidate();
    Q_EMIT draftEdited();
}

Profile ConnectionModel::newProfile() const
{
    QStringList names = otherNames();
    names << m_profiles.at(m_selected).name;
    return firstProfile(QUuid::createUuid().toString(QUuid::WithoutBraces), freeName(tr("New profile"), names));
}

void ConnectionModel::addProfile()
{
    if (m_proposes)
        return select(listed());
    keepListed();
    const Profile added = newProfile();
    m_store.save(added);
    reload(added.id);
}

void ConnectionModel::adopt(const QString &name, const Variables &values)
{
    const bool first = m_store.isEmpty();
    QStringList names;
    for (const Profile &profile : std::as_const(m_profiles)) {
        if (!first || profile.id == QLatin1String("demo"))
            names << profile.name;
    }
    const QString id = first ? ProfileStore::firstId() : QUuid::createUuid().toString(QUuid::WithoutBraces);
    for (const QString &variable : secretVariables()) {
        if (const QString secret = values.value(variable); first || !secret.isEmpty())
            m_secrets.write(secretKey(id, variable), secret);
    }
    m_store.save({id, freeName(name, names), false, values});
    m_kept.remove(id); // all of it is new
    reload(id);
    choose(m_profiles.at(m_selected));
}

void ConnectionModel::propose(const QString &name, const Variables &values)
{
    if (m_proposes) {
        select(listed());
    } else {
        const Profile added = newProfile();
        m_unsaved.append(added);
        reload(added.id);
    }
    m_draft.name = freeName(name, otherNames());
    m_draft.values = values;
    const QStringList typed = values.keys() + secretVariables();
    m_touched = QSet<QString>(typed.begin(), typed.end());
    m_checks.reset();
    revalidate();
    Q_EMIT draftReplaced();
    for (const Part part : {Part::Postgres, Part::Redis, Part::Files})
        runCheck(part);
}

void ConnectionModel::openDemo(const Settings &demo)
{
    m_demo = Profile{QStringLiteral("demo"), tr("Demo ranch"), false, variablesFromSettings(demo)};
    m_demoRuns = true;
    useDemo();
}

void ConnectionModel::useDemo()
{
    reload(m_demo->id);
    choose(Profile(*m_demo));
}

void ConnectionModel::duplicateProfile()
{
    if (!canDuplicate())
        return;
    keepListed();
    Profile copy = m_draft;
    QStringList names = otherNames();
    names << m_profiles.at(m_selected).name;
    copy.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    copy.name = freeName(m_draft.name, names);
    for (const QString &variable : secretVariables()) {
        if (const QString secret = copy.values.value(variable); !secret.isEmpty())
            m_secrets.write(secretKey(copy.id, variable), secret);
    }
    m_store.save(copy);
    reload(copy.id);
}

std::function<void()> ConnectionModel::removeProfile()
{
    const Profile gone = m_saved;
    if (!canRemove())
        return {};
    const bool unsaved = isUnsaved();
    const QString wasActive = m_activeId;
    const int place = m_selected - (m_demo ? 1 : 0);
    keepDraft();
    const Kept edits = m_kept.take(gone.id); // the next proposal has the first one's id
    m_draft = m_saved = {};
    for (const QString &variable : secretVariables())
        m_secrets.write(secretKey(gone.id, variable), {});
    if (unsaved)
        m_unsaved.removeIf([&gone](const Profile &profile) { return profile.id == gone.id; });
    else
        m_store.remove(gone.id);
    const bool demoIsLeft = m_store.isEmpty() && m_demoRuns;
    reload(wasActive != gone.id ? wasActive : demoIsLeft ? m_demo->id : m_store.currentId());
    if (wasActive == gone.id)
        choose(m_profiles.at(m_selected));
    return [this, gone, edits, place, wasActive, unsaved] {
        Profile back = gone;
        QStringList names;
        for (const Profile &profile : m_store.profiles()) {
            names << profile.name;
            if (profile.id == gone.id) // another first one was saved meanwhile
                back.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        }
        back.name = freeName(gone.name, names);
        for (const QString &variable : secretVariables()) {
            if (const QString secret = gone.values.value(variable); !secret.isEmpty())
                m_secrets.write(secretKey(back.id, variable), secret);
            else
                m_secrets.spare(secretKey(back.id, variable)); // a locked keychain may have had it unread
        }
        if (unsaved)
            m_unsaved.append(back);
        else
            m_store.insert(place, back);
        if (!edits.draft.id.isEmpty()) {
            Kept &kept = m_kept.insert(back.id, edits).value();
            kept.draft.id = back.id;
        }
        reload(back.id);
        if (wasActive == gone.id)
            choose(m_profiles.at(m_selected));
    };
}

bool ConnectionModel::store()
{
    if (!isEditable())
        return true;
    m_showAll = true;
    revalidate();
    if (!m_issues.isEmpty()) {
        Q_EMIT draftEdited();
        return false;
    }
    m_draft.name = m_draft.name.trimmed();
    for (const QString &variable : secretVariables()) {
        const QString secret = m_draft.values.value(variable);
        if (secret != m_saved.values.value(variable))
            m_secrets.write(secretKey(m_draft.id, variable), secret);
    }
    if (isUnsaved())
        keepListed();
    m_store.save(m_draft);
    m_unsaved.removeIf([this](const Profile &profile) { return profile.id == m_draft.id; });
    reload(m_draft.id);
    return true;
}

bool ConnectionModel::save()
{
    const bool wasSetUp = isSetUp();
    Profile saved = m_draft;
    if (!store())
        return false;
    m_wanted.clear();
    if (saved.id != m_activeId || !isEditable())
        return true;
    // A session is made anew for what it works with, not for a name.
    saved.name = m_active.name;
    if (wasSetUp && m_ready && sameValues(saved, m_active)) {
        m_active.name = m_profiles.at(m_selected).name;
        Q_EMIT activeRenamed();
    } else {
        choose(m_profiles.at(m_selected));
    }
    return true;
}

void ConnectionModel::discard()
{
    if (isUnsaved()) {
        removeProfile();
        return;
    }
    m_draft = m_saved;
    m_touched.clear();
    m_showAll = false;
    m_checks.reset();
    revalidate();
    Q_EMIT draftReplaced();
}

bool ConnectionModel::use()
{
    if (mustStart()) {
        Q_EMIT demoAsked();
        return true;
    }
    if (!store())
        return false;
    choose(m_profiles.at(m_selected));
    return true;
}

void ConnectionModel::runCheck(Part part)
{
    // What can't be used of another part is said there.
    Profile tested = m_draft;
    const FormPart own = part == Part::Postgres ? FormPart::Postgres
                         : part == Part::Redis  ? FormPart::Redis
                                                : FormPart::Files;
    tested.values.removeIf([own](auto it) {
        return partOf(it.key()) != own && !it.value().isEmpty() && !settingProblem(it.key(), it.value()).isEmpty();
    });
    if (!mustStart())
        m_checks.run(part, settingsOfProfile(tested, environmentOf(tested)), tested.readOnly);
    if (part == Part::Files)
        lookAtFolders();
}

const ConnectionModel::Trouble &ConnectionModel::trouble() const
{
    return m_serverTrouble.tone != Tone::Neutral ? m_serverTrouble : m_folderTrouble;
}

void ConnectionModel::takeFolders()
{
    const std::optional<storage::CheckReport> &folders = m_folders.check(Part::Files).report;
    if (!folders) // what was seen last stays while it is looked at again
        return;
    m_folderTrouble = folders->passed() ? Trouble() : Trouble{Tone::Warn, coreText(folders->summary())};
    Q_EMIT troubleChanged();
    if (m_lookAgain)
        lookAtFolders();
}

void ConnectionModel::setServerTrouble(const Trouble &trouble)
{
    if (std::exchange(m_serverTrouble, trouble) != trouble)
        Q_EMIT troubleChanged();
}

void ConnectionModel::lookAtFolders()
{
    Result<Settings> settings = activeSettings();
    if (!isSetUp() || !m_ready || !settings)
        return;
    if (!settings->apiUrl.isEmpty()) // finished exports come from there, and it has a test of its own
        settings->exportFolder.clear();
    settings->apiUrl.clear();
    const bool same = m_lookedAt == QStringList{settings->exportFolder, settings->imageFolder};
    m_lookAgain = same && m_folders.check(Part::Files).running; // its answer isn't thrown away
    if (m_lookAgain)
        return;
    m_lookedAt = {settings->exportFolder, settings->imageFolder};
    m_folders.reset();
    m_folders.run(Part::Files, settings, true);
}

} // namespace herdbook::connection
