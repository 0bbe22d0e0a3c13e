// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/profile.h"
#include "core/config/secrets.h"
#include "ui/connection/checkrunner.h"
#include "ui/widgets/style/tokens.h"

#include <QHash>
#include <QSet>
#include <functional>
#include <optional>

namespace herdbook::connection {

/// What stands behind the Connection screen, without widgets: the profiles, the draft of the one selected, what is wrong with it, the
/// tests, and which profile is in use.
class ConnectionModel : public QObject
{
    Q_OBJECT

public:
    using Part = CheckRunner::Part;

    /// `environment` wins over every profile. `demo` holds the running demo ranch's settings, secrets included; it becomes a profile
    /// of its own that can't be changed, and the one in use. One that was opened earlier and doesn't run is in the list, to be started. Before a
    /// profile is stored there is a proposal: in use as far as anything is, nobody's choice, and not remembered.
    ConnectionModel(QSettings &settings, SecretStore &secrets, Variables environment,
                    const std::optional<Settings> &demo, QObject *parent = nullptr);

    /// All there are; where none is stored the last one is the proposal.
    QList<Profile> profiles() const { return m_profiles; }
    /// How many of them somebody made, the proposal where the environment fills it in included.
    int listed() const { return static_cast<int>(m_profiles.size()) - (m_proposes ? 1 : 0); }
    /// The selected one is what nobody has made yet: the form proposes it.
    bool isProposal() const { return m_selected >= listed(); }
    /// What somebody made: neither the demo nor what the form proposes or the environment names.
    bool canRemove() const;
    /// Neither the demo, whose servers take other ports at each start, nor a proposal, in which there is nothing yet.
    bool canDuplicate() const { return isEditable() && !isProposal(); }
    int selected() const { return m_selected; }
    QString activeId() const { return m_activeId; }

    /// The selected profile as typed so far.
    const Profile &draft() const { return m_draft; }
    bool isDirty() const;
    /// Whether a profile has edits that aren't saved; they stay while another one is selected.
    bool hasUnsaved(const QString &id) const;
    /// The demo ranch can't be edited.
    bool isEditable() const { return m_draft.id != QLatin1String("demo"); }
    bool demoRuns() const { return m_demoRuns; }
    /// The selected one is the demo ranch, and it doesn't run: use() asks for its start.
    bool mustStart() const { return !isEditable() && !m_demoRuns; }
    /// An environment variable holds this value; the profile's own isn't used.
    bool isOverridden(const QString &variable) const { return !environmentOf(m_draft).value(variable).isEmpty(); }
    /// Whether it's a real variable; otherwise --env's file has it.
    bool isOfProcess(const QString &variable) const;
    /// What is used of a profile.
    QString effective(const Profile &profile, const QString &variable) const;
    /// What the field shows: the profile's value, or the environment's (a secret's is never shown).
    QString shownValue(const QString &variable) const;

    /// What an imported .env set besides the fields of the form and unlike Herdbook's own value, as "NAME=value".
    QStringList alsoSet() const;

    const QList<ProfileIssue> &issues() const { return m_issues; }
    /// What is wrong with a field, as soon as it was touched or saving was tried; an empty variable is the name.
    QString problem(const QString &variable) const;
    const CheckRunner::Check &check(Part part) const { return m_checks.check(part); }

    /// What keeps the profile in use from working as it should. Neutral: nothing is known to, which doesn't say that all is well.
    struct Trouble
    {
        Tone tone = Tone::Neutral;
        QString reason; ///< in the language of the screens
        bool operator==(const Trouble &) const = default;
    };
    /// That of its servers; without one, that of its folders.
    const Trouble &trouble() const;

    /// The settings of the profile in use with secrets and environment; an error names what can't be used.
    Result<Settings> activeSettings() const;
    /// False at a first start: nobody has chosen a deployment yet, by a profile, the environment or the demo.
    bool isSetUp() const;
    /// Whether these name servers.
    static bool namesDeployment(const Variables &environment);
    /// False until the keychain has answered for the profile in use; activeChanged() then comes.
    bool isReady() const { return m_ready; }
    Profile activeProfile() const { return m_active; }

    void select(int index);
    /// Servers of the profile in use want these: it is selected, and problem() says so as long as they are empty. They can be saved so.
    void askForPasswords(const QStringList &variables);
    void setName(const QString &name);
    void setReadOnly(bool readOnly);
    void setValue(const QString &variable, const QString &typed);
    /// The first one is the proposal, which is stored when it is saved.
    void addProfile();
    /// Makes a profile of values that were read from a file, secrets among them, and takes it in use.
    void adopt(const QString &name, const Variables &values);
    /// The form of a new profile, filled in with what was read from a file and tested, but not saved: it is stored when it is saved, and gone
    /// when it is discarded or the program ends.
    void propose(const QString &name, const Variables &values);
    /// The demo ranch runs now: a profile of its own, in use.
    void openDemo(const Settings &demo);
    /// Takes it in use again; it runs.
    void useDemo();
    void duplicateProfile();
    /// Removes the selected one, where that can be done. The returned function undoes it.
    std::function<void()> removeProfile();
    /// False when something is wrong; problem() then says what, field by field.
    bool save();
    void discard();
    /// Saves, and makes the selected profile the one in use; of a demo ranch that doesn't run demoAsked() comes instead.
    bool use();
    /// Tests what is typed, off this thread.
    void runCheck(Part part);
    /// What is heard of the servers in use.
    void setServerTrouble(const Trouble &trouble);
    /// Whether the folders in use are there, off this thread.
    void lookAtFolders();

Q_SIGNALS:
    void profilesChanged();
    /// Another profile is selected, or its values were replaced as a whole.
    void draftReplaced();
    /// A value, an issue or dirtiness changed.
    void draftEdited();
    void checkChanged(herdbook::connection::CheckRunner::Part part);
    void troubleChanged();
    /// The profile in use is another one, or has other settings; its secrets are there.
    void activeChanged();
    /// It has another name, and nothing else changed.
    void activeRenamed();
    /// The demo ranch is to be started; openDemo() is to follow.
    void demoAsked();

private:
    void reload(const QString &selectId);
    /// Whether the selected one is in no store.
    bool isUnsaved() const;
    Profile newProfile() const;
    /// Stores the proposal the environment has filled in, so that it stays beside what is added.
    void keepListed();
    /// Puts the edits aside until the profile is selected again.
    void keepDraft();
    void startDraft();
    void loadDraftSecrets();
    void revalidate();
    /// Hands the profile on with its secrets in, at once where they are known, else when the keychain has answered.
    void loadSecrets(const Profile &profile, const std::function<void(const Profile &)> &done);
    bool store();
    void activate(const Profile &profile);
    /// Activates what somebody chose, and remembers it.
    void choose(const Profile &profile);
    void takeLateSecrets();
    void takeFolders();
    /// What wins over a profile's values: nothing over those of the demo ranch, whose servers and folders are its own.
    Variables environmentOf(const Profile &profile) const;
    QStringList otherNames() const;

    ProfileStore m_store;
    SecretStore &m_secrets;
    const Variables m_environment;
    std::optional<Profile> m_demo;
    bool m_demoRuns = false;
    QList<Profile> m_profiles;
    QList<Profile> m_unsaved; ///< what propose() added beside others and nobody has saved yet
    bool m_proposes = false;  ///< the last one is nobody's yet
    int m_selected = 0;
    Profile m_draft;
    Profile m_saved; ///< the draft as it was stored, secrets included
    QSet<QString> m_touched;
    QStringList m_wanted; ///< passwords, by the servers of the profile in use
    struct Kept
    {
        Profile draft;
        QSet<QString> touched;
    };
    QHash<QString, Kept> m_kept; ///< edits of profiles that aren't selected, by their id
    bool m_showAll = false;      ///< saving was tried
    QList<ProfileIssue> m_issues;
    QString m_activeId;
    Profile m_active;
    bool m_ready = false;
    CheckRunner m_checks;
    CheckRunner m_folders;    ///< of the profile in use, as it is used
    QStringList m_lookedAt;   ///< the folders it looks at, or did
    bool m_lookAgain = false; ///< asked for while it is looked at
    Trouble m_serverTrouble, m_folderTrouble;
};

} // namespace herdbook::connection
