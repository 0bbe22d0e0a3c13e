// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/keeping.h"

#include "core/config/secrets.h"
#include "ui/widgets/label.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace herdbook::connection {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("herdbook::connection", text);
}

} // namespace

void explainKeeping(Label &line, const SecretStore &secrets)
{
    using Keeping = SecretStore::Keeping;
    QString remedy;
    switch (secrets.keeping()) {
    case Keeping::NoKeychain:
        remedy = tr("A keychain in this desktop session would keep them: GNOME Keyring, KWallet or KeePassXC. Or give "
                    "them at each start by --env or as environment variables.");
        break;
    case Keeping::Silent:
        remedy = tr("Perhaps it waits for its password in a window of its own. If there is none, sign out of the "
                    "desktop and in again.");
        break;
    case Keeping::Locked:
        remedy = tr("Unlock it, and start Herdbook again.");
        break;
    case Keeping::Unknown:
    case Keeping::Kept:
        line.setToolTip({});
        line.setAccessibleDescription({});
        return;
    }
    const QString instead = tr("All of a profile but its passwords is kept in %1, where that can be written.")
                                .arg(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                                     QStringLiteral("/herdbook/herdbook.conf"));
    line.setToolTip(
        Qt::convertFromPlainText(QStringList{line.text(), instead, remedy}.join(u'\n'), Qt::WhiteSpaceNormal));
    line.setAccessibleDescription(QString(instead + u' ' + remedy));
}

} // namespace herdbook::connection
