// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/keeping.h"

#include "core/config/secrets.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/text/coretexts.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace herdbook::connection {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("herdbook::connection", text);
}

/// What would help; nothing while all is well.
QString remedy(SecretStore::Keeping keeping)
{
    using Keeping = SecretStore::Keeping;
    switch (keeping) {
    case Keeping::NoKeychain:
        return tr("A keychain in this desktop session would keep them: GNOME Keyring, KWallet or KeePassXC. Or give "
                  "them at each start by --env or as environment variables.");
    case Keeping::Silent:
        return tr("Perhaps it waits for its password in a window of its own. If there is none, sign out of the "
                  "desktop and in again.");
    case Keeping::Locked:
        return tr("Unlock it, and save a password: Herdbook then asks it again for all that it refused. Or start "
                  "Herdbook again.");
    case Keeping::Unknown:
    case Keeping::Kept:
        break;
    }
    return {};
}

} // namespace

void sayKeeping(ElidedLabel &line, const SecretStore &secrets)
{
    line.setIcon(secrets.isPersistent() ? Icon::Key : Icon::Info);
    // With the demo ranch nobody asks it; and a locked one, too, tells what it doesn't have.
    const QString said = secrets.isPersistent() && secrets.hasAnswered()
                             ? tr("Passwords are kept in the desktop's keychain; while it is locked, until Herdbook "
                                  "closes")
                         : secrets.isPersistent()
                             ? tr("Passwords are kept in the desktop's keychain; without one, or while it is locked, "
                                  "until Herdbook closes")
                         : secrets.mayHoldForgotten()
                             ? tr("%1: removed passwords may still be in it, new ones are kept until Herdbook closes")
                         : secrets.keeping() == SecretStore::Keeping::NoKeychain
                             ? tr("%1: passwords are kept until Herdbook closes, never on disk")
                             : tr("%1: new passwords are kept until Herdbook closes");
    line.setText(secrets.isPersistent() ? said : said.arg(coreText(secrets.reason())));
    const QString instead = tr("All of a profile but its passwords is kept in %1, where that can be written.")
                                .arg(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                                     QStringLiteral("/herdbook/herdbook.conf"));
    const QString help = remedy(secrets.keeping());
    line.setToolTip(
        Qt::convertFromPlainText(QStringList{line.text(), instead, help}.join(u'\n').trimmed(), Qt::WhiteSpaceNormal));
    line.setAccessibleDescription(QString(instead + u' ' + help).trimmed());
}

} // namespace herdbook::connection
