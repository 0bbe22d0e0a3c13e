// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/herdbook/about.h"

#include "core/base/language.h"
#include "core/base/version.h"

#include <Eigen/Core>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QScreen>
#include <QSysInfo>
#include <boost/version.hpp>
#include <hiredis/hiredis.h>
#include <libpq-fe.h>
#include <zip.h>

#include <elf.h>
#include <link.h>

namespace herdbook {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("herdbook", text);
}

int findBuildId(dl_phdr_info *info, size_t, void *found)
{
    // The first object is the program itself.
    for (int i = 0; i < info->dlpi_phnum; ++i) {
        const ElfW(Phdr) &header = info->dlpi_phdr[i];
        if (header.p_type != PT_NOTE)
            continue;
        const auto *at = reinterpret_cast<const char *>(info->dlpi_addr + header.p_vaddr);
        const char *end = at + header.p_memsz;
        while (at + sizeof(ElfW(Nhdr)) <= end) {
            const auto *note = reinterpret_cast<const ElfW(Nhdr) *>(at);
            const char *name = at + sizeof *note;
            const char *content = name + ((note->n_namesz + 3) & ~3U);
            if (note->n_type == NT_GNU_BUILD_ID && note->n_namesz == 4 && qstrncmp(name, "GNU", 4) == 0) {
                *static_cast<QByteArray *>(found) = QByteArray(content, static_cast<int>(note->n_descsz)).toHex();
                return 1;
            }
            at = content + ((note->n_descsz + 3) & ~3U);
        }
    }
    return 1;
}

QString postgresVersion()
{
    const int number = PQlibVersion(); // 150008 is 15.8
    return QStringLiteral("%1.%2").arg(number / 10000).arg(number % 10000);
}

QString stateText(const ServiceHealth &health)
{
    switch (health.state) {
    case ServiceHealth::State::NotSetUp:
        return QStringLiteral("not set up");
    case ServiceHealth::State::Unknown:
        return QStringLiteral("connecting");
    case ServiceHealth::State::Connected:
        return QStringLiteral("answered at %1 in %2 ms")
            .arg(health.heardAt.toString(Qt::ISODate), QString::number(health.latencyMs, 'f', 1));
    case ServiceHealth::State::Unreachable:
        break;
    }
    return QStringLiteral("%1 since %2: %3")
        .arg(health.refused ? QLatin1String("refused") : QLatin1String("unreachable"),
             health.since.toString(Qt::ISODate), health.reason);
}

QList<std::pair<QString, QString>> aboutLines()
{
    const QString id = buildId();
    const QString kind = QStringLiteral(HERDBOOK_BUILD_KIND);
    return {
        {tr("Build"), id.isEmpty() ? kind : QStringLiteral("%1, %2").arg(id.left(12), kind)},
        {tr("Qt"), QLatin1String(qVersion()) == QLatin1String(QT_VERSION_STR)
                       ? QString::fromLatin1(qVersion())
                       : tr("%1 (built with %2)").arg(QLatin1String(qVersion()), QLatin1String(QT_VERSION_STR))},
        {tr("Libraries"), QStringLiteral("libpq %1, hiredis %2.%3.%4, libzip %5, Eigen %6.%7.%8, Boost %9")
                              .arg(postgresVersion())
                              .arg(HIREDIS_MAJOR)
                              .arg(HIREDIS_MINOR)
                              .arg(HIREDIS_PATCH)
                              .arg(QLatin1String(zip_libzip_version()))
                              .arg(EIGEN_WORLD_VERSION)
                              .arg(EIGEN_MAJOR_VERSION)
                              .arg(EIGEN_MINOR_VERSION)
                              .arg(QString(QLatin1String(BOOST_LIB_VERSION)).replace(u'_', u'.'))},
        {tr("System"), QStringLiteral("%1, kernel %2, %3")
                           .arg(QSysInfo::prettyProductName(), QSysInfo::kernelVersion(), QSysInfo::buildAbi())},
        {tr("License"),
         tr("GNU General Public License, version 3 or later (GPL-3.0-or-later). You may use, change and share it; it "
            "comes without any warranty.")}};
}

} // namespace

QString buildId()
{
    QByteArray id;
    dl_iterate_phdr(findBuildId, &id);
    return QString::fromLatin1(id);
}

AboutPanel::Facts aboutFacts(const Profile &profile, const Result<Settings> &settings, const SystemHealth &health)
{
    AboutPanel::Facts facts;
    facts.version = version();
    facts.lines = aboutLines();
    QStringList text{QStringLiteral("Herdbook %1").arg(facts.version),
                     QStringLiteral("As of %1").arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODate))};
    const EnglishTexts english; // who helps may read nothing else
    for (const auto &[name, value] : aboutLines())
        text << QStringLiteral("%1: %2").arg(name, value);
    text << QStringLiteral("Platform: %1, locale %2").arg(QGuiApplication::platformName(), QLocale().name());
    const QList<QScreen *> screens = QGuiApplication::screens();
    for (const QScreen *screen : screens) {
        const QRect room = screen->availableGeometry();
        text << QStringLiteral("Screen: %1 x %2, available %3 x %4, scale %5")
                    .arg(screen->size().width())
                    .arg(screen->size().height())
                    .arg(room.width())
                    .arg(room.height())
                    .arg(screen->devicePixelRatio());
    }
    text << QStringLiteral("PostgreSQL: %1").arg(stateText(health.postgres));
    text << QStringLiteral("Redis: %1").arg(stateText(health.redis));
    const auto count = [](const std::optional<int> &number) {
        return number ? QString::number(*number) : QStringLiteral("unknown");
    };
    text << QStringLiteral("Workers online: %1, waiting: %2%3")
                .arg(count(health.workersOnline), count(health.queueLength),
                     health.countsAt.isValid()
                         ? QStringLiteral(", as last read at ") + health.countsAt.toString(Qt::ISODate)
                         : QString());
    for (const QString &remark : health.remarks)
        text << QStringLiteral("  %1").arg(remark);
    text << QStringLiteral("Profile: %1%2")
                .arg(profile.name, profile.readOnly ? QStringLiteral(", read only") : QString());
    QStringList secrets;
    if (settings) {
        const Variables values = variablesFromSettings(*settings);
        QStringList names = values.keys();
        names.sort();
        for (const QString &name : std::as_const(names)) {
            QString value = values.value(name);
            if (secretVariables().contains(name)) {
                if (!value.isEmpty())
                    secrets << value;
                value = value.isEmpty() ? QStringLiteral("(not set)") : QStringLiteral("(set)");
            }
            text << QStringLiteral("  %1=%2").arg(name, value);
        }
    } else {
        text << QStringLiteral("Settings: %1").arg(settings.error().message);
    }
    facts.diagnostics = text.join(u'\n') + u'\n';
    // A server's message or an address may hold one; a word as short as "no" would blot out half the text and is no secret.
    for (const QString &secret : std::as_const(secrets)) {
        if (secret.size() >= 4)
            facts.diagnostics.replace(secret, QStringLiteral("(secret)"));
    }
    // Whatever setting a whole address was put into: who reads this needs no name and password of it.
    static const QRegularExpression credentials(QStringLiteral(R"(://\S*@)"));
    facts.diagnostics.replace(credentials, QStringLiteral("://(secret)@"));
    return facts;
}

} // namespace herdbook
