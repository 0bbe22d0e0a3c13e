// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/settingtypes.h"

#include <algorithm>

namespace herdbook {

const std::vector<Setting> &settingTable()
{
    using enum FormPart;
    static const std::vector<Setting> table{
        // clang-format off
        {"POSTGRES_HOST", hostType(&PostgresSettings::host), "host of PostgreSQL",
         {.part = Postgres, .label = QT_TRANSLATE_NOOP("Setting", "Host"), .required = true}, ""},
        {"POSTGRES_PORT", portType(&PostgresSettings::port), "port of PostgreSQL",
         {.part = Postgres, .label = QT_TRANSLATE_NOOP("Setting", "Port"), .required = true}, ""},
        {"POSTGRES_DB", textType(&PostgresSettings::database), "database",
         {.part = Postgres, .label = QT_TRANSLATE_NOOP("Setting", "Database"), .required = true}, ""},
        {"POSTGRES_USER", textType(&PostgresSettings::user), "user of PostgreSQL",
         {.part = Postgres, .label = QT_TRANSLATE_NOOP("Setting", "User"), .required = true}, ""},
        {"POSTGRES_PASSWORD", textType(&PostgresSettings::password, ValueForm::Secret), "password of PostgreSQL",
         {.part = Postgres, .label = QT_TRANSLATE_NOOP("Setting", "Password"),
          .alone = QT_TRANSLATE_NOOP("Setting", "PostgreSQL password")}, ""},
        {"POSTGRES_SSLMODE", choiceType(&PostgresSettings::sslMode,
                                        {{"disable", QT_TRANSLATE_NOOP("Setting", "never")},
                                         {"allow", QT_TRANSLATE_NOOP("Setting", "if the server insists")},
                                         {"prefer", QT_TRANSLATE_NOOP("Setting", "if the server can")},
                                         {"require", QT_TRANSLATE_NOOP("Setting", "always")},
                                         {"verify-ca", QT_TRANSLATE_NOOP("Setting", "always, certificate checked")},
                                         {"verify-full", QT_TRANSLATE_NOOP("Setting", "always, certificate and name checked")}}),
         "TLS to PostgreSQL, as libpq's sslmode",
         {.part = Postgres, .label = QT_TRANSLATE_NOOP("Setting", "TLS"), .required = true}, "sslmode"},
        {"POSTGRES_SSLROOTCERT", textType(&PostgresSettings::sslRootCert, ValueForm::File),
         "file of the authorities for TLS to PostgreSQL",
         {.part = Postgres, .label = QT_TRANSLATE_NOOP("Setting", "TLS CA file"),
          .placeholder = QT_TRANSLATE_NOOP("Setting", "libpq's"),
          .hint = QT_TRANSLATE_NOOP("Setting", "Checks its certificate where TLS is \"always\"")},
         "sslrootcert", "libpq's"},
        {"REDIS_HOST", hostType(&RedisSettings::host), "host of Redis",
         {.part = Redis, .label = QT_TRANSLATE_NOOP("Setting", "Host"), .required = true}, ""},
        {"REDIS_PORT", portType(&RedisSettings::port), "port of Redis",
         {.part = Redis, .label = QT_TRANSLATE_NOOP("Setting", "Port"), .required = true}, ""},
        {"REDIS_DB", numberType(&RedisSettings::database, 0, 65535), "number of the Redis database",
         {.part = Redis, .label = QT_TRANSLATE_NOOP("Setting", "Database"), .required = true}, ""},
        {"REDIS_USERNAME", textType(&RedisSettings::username), "user of Redis's ACL",
         {.part = Redis, .label = QT_TRANSLATE_NOOP("Setting", "User"),
          .placeholder = QT_TRANSLATE_NOOP("Setting", "none (the default user)")}, ""},
        {"REDIS_PASSWORD", textType(&RedisSettings::password, ValueForm::Secret), "password of Redis",
         {.part = Redis, .label = QT_TRANSLATE_NOOP("Setting", "Password"),
          .alone = QT_TRANSLATE_NOOP("Setting", "Redis password")}, ""},
        {"REDIS_TLS", switchType(&RedisSettings::tls), "on or off",
         {.part = Redis, .label = QT_TRANSLATE_NOOP("Setting", "TLS")}, ""},
        {"REDIS_TLS_CA", textType(&RedisSettings::tlsCa, ValueForm::File), "file of the authorities for TLS to Redis",
         {.part = Redis, .label = QT_TRANSLATE_NOOP("Setting", "TLS CA file"),
          .placeholder = QT_TRANSLATE_NOOP("Setting", "the system's"),
          .hint = QT_TRANSLATE_NOOP("Setting", "The authorities that Redis' certificate must come from")},
         "ssl_ca_certs", "the system's"},
        {"HERDBOOK_REDIS_KEYPREFIX", keyPrefixType(&RedisSettings::keyPrefix),
         "global_keyprefix of Celery's transport options, before queues and channels",
         {.part = Redis, .label = QT_TRANSLATE_NOOP("Setting", "Key prefix"),
          .placeholder = QT_TRANSLATE_NOOP("Setting", "none"),
          .hint = QT_TRANSLATE_NOOP("Setting", "Celery's global_keyprefix, where it has one")}},
        {"EXPORT_DIR", textType(&Settings::exportFolder, ValueForm::Folder), "folder of the finished exports",
         {.part = Files, .label = QT_TRANSLATE_NOOP("Setting", "Export folder"),
          .placeholder = QT_TRANSLATE_NOOP("Setting", "none"),
          .hint = QT_TRANSLATE_NOOP("Setting", "Where finished exports are found here")}},
        {"HERDBOOK_API_URL", webAddressType(&Settings::apiUrl), "web address for downloads",
         {.part = Files, .label = QT_TRANSLATE_NOOP("Setting", "Web address"),
          .placeholder = QT_TRANSLATE_NOOP("Setting", "none"),
          .hint = QT_TRANSLATE_NOOP("Setting", "For downloads where the folder isn't mounted")}},
        {"HERDBOOK_API_TOKEN", textType(&Settings::apiToken, ValueForm::Secret),
         "bearer token that herdbook-api asks for and its clients send",
         {.part = Files, .label = QT_TRANSLATE_NOOP("Setting", "Token"),
          .placeholder = QT_TRANSLATE_NOOP("Setting", "none")}},
        {"IMAGE_PATH", textType(&Settings::imageFolder, ValueForm::Folder),
         "where the deployment's /mnt/images is found here",
         {.part = Files, .label = QT_TRANSLATE_NOOP("Setting", "Images"),
          .placeholder = QT_TRANSLATE_NOOP("Setting", "none"),
          .hint = QT_TRANSLATE_NOOP("Setting", "Where its /mnt/images is here; workers have their own"),
          .alone = QT_TRANSLATE_NOOP("Setting", "Photos")}},
        {"HERDBOOK_SITE_TZ", siteZoneType(), "the site's time zone, which decides what a day is",
         {.part = Site, .label = QT_TRANSLATE_NOOP("Setting", "Time zone"), .required = true,
          .hint = QT_TRANSLATE_NOOP("Setting", "Decides when a day begins")}, nullptr, "the system's"},
        {"REID_THRESHOLD", shareType(&Settings::reidThreshold), "the re-identification threshold in force",
         {.part = Site, .label = QT_TRANSLATE_NOOP("Setting", "Threshold"), .required = true,
          .hint = QT_TRANSLATE_NOOP("Setting", "The re-identification threshold in force, 0 to 1")}},
        {"HERDBOOK_CONNECT_SECONDS", numberType(&PostgresSettings::connectSeconds, 1, 600),
         "how long connecting to PostgreSQL may take"},
        {"HERDBOOK_STATEMENT_SECONDS", numberType(&PostgresSettings::statementSeconds, 1, 86400),
         "how long PostgreSQL may take to answer a statement"},
        {"HERDBOOK_SILENCE_SECONDS", numberType(&PostgresSettings::silenceSeconds, 1, 86400),
         "how long PostgreSQL amid rows, or a photo's disk, may be silent"},
        {"IMAGE_ROOTS", foldersType(&Settings::imageRoots),
         "further folders that links under IMAGE_PATH may lead to, with : between"},
        {"HERDBOOK_CONTRIBUTORS", namesType(&Settings::contributors),
         "names that Camtrap DP packages state, with ; between, the contact first"},
        {"HERDBOOK_LICENSE", textType(&Settings::license), "license that Camtrap DP packages state, such as CC-BY-4.0"},
        {"HERDBOOK_PHOTO_MEGAPIXELS", numberType(&Settings::photoMegapixels, 1, 4000),
         "megapixels of the largest photo that is decoded"},
        {"HERDBOOK_PHOTO_MEMORY_MB", numberType(&Settings::photoMemoryMb, 16, 65536),
         "megabytes that decoding one photo may take"},
        {"HERDBOOK_KEEP_FILES_HOURS", numberType(&Settings::keepFilesHours, 1, 24 * 365),
         "hours until an export's file is deleted"},
        {"HERDBOOK_CORS_ORIGINS", listType(&Settings::corsOrigins),
         "origins whose web pages may use the API, with , between"},
        {"HERDBOOK_ALLOWED_HOSTS", listType(&Settings::allowedHosts),
         "names of herdbook-api besides localhost and addresses, with , between"},
        {"HERDBOOK_UMASK", fileMaskType(&Settings::fileMask),
         "octal: who may not read the files that are made, besides whom the process's own umask excludes"},
        {"HERDBOOK_RETRY_SECONDS", numberType(&Settings::retrySeconds, 0, 24 * 3600),
         "how long a worker waits out faults of PostgreSQL or the export folder"},
        // clang-format on
    };
    return table;
}

const Setting *settingOf(const QString &variable)
{
    const std::vector<Setting> &table = settingTable();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Setting &setting) { return variable == QLatin1String(setting.name); });
    return found == table.end() ? nullptr : &*found;
}

ValueForm formOf(const QString &variable)
{
    const Setting *setting = settingOf(variable);
    return setting != nullptr ? setting->type.form : ValueForm::Text;
}

FormPart partOf(const QString &variable)
{
    const Setting *setting = settingOf(variable);
    return setting != nullptr ? setting->field.part : FormPart::None;
}

} // namespace herdbook
