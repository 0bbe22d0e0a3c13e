// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QTimeZone>

namespace herdbook {

/// How to reach Redis. `password` is a secret: never log it, never put it on a command line.
struct RedisSettings
{
    QString host = QStringLiteral("localhost"); ///< or the path of a local socket
    quint16 port = 6379;
    int database = 0;
    QString username;
    QString password;
    bool tls = false;
    QString tlsCa;     ///< file of the authorities that the server's certificate must come from; empty: the system's
    QString keyPrefix; ///< kombu's `global_keyprefix`; may be empty
    bool operator==(const RedisSettings &) const = default;
};

/// How to reach PostgreSQL. `password` is a secret.
struct PostgresSettings
{
    QString host = QStringLiteral("localhost");
    quint16 port = 5432;
    QString user = QStringLiteral("deertrack");
    QString password;
    QString database = QStringLiteral("deer_tracking");
    QString sslMode = QStringLiteral("prefer");
    QString sslRootCert; ///< authorities that its certificate is checked against where TLS is always on; empty: libpq's
    QString siteZone = QString::fromLatin1(
        QTimeZone::systemTimeZoneId()); ///< where times without a zone were taken: Settings::siteTimeZone's name
    int connectSeconds = 5;             ///< how long connecting may take
    int statementSeconds = 120;         ///< how long a statement may take to its first answer
    int silenceSeconds = 30;            ///< how long nothing may come while rows are read or sent
    bool operator==(const PostgresSettings &) const = default;
};

/// Everything that is set from outside, with the defaults of `contract/names.md`.
struct Settings
{
    RedisSettings redis;
    PostgresSettings postgres;
    QString exportFolder = QStringLiteral("/mnt/exports");
    QString imageFolder =
        QStringLiteral("/mnt/images"); ///< where the deployment's /mnt/images is found on this machine
    QStringList imageRoots;            ///< further folders that links under the image folder may lead to
    QStringList contributors;          ///< names that Camtrap DP packages state
    QString license;                   ///< of data and photos, as they state it; an SPDX name; may be empty
    int photoMegapixels = 200;         ///< of the largest photo that is decoded
    int photoMemoryMb = 512;           ///< that decoding one photo may take
    double reidThreshold = 0.70;       ///< the threshold in force, 0..1
    QTimeZone siteTimeZone = QTimeZone::systemTimeZone();
    QString apiUrl;   ///< web address for downloads when the export folder is not mounted; may be empty
    QString apiToken; ///< secret; may be empty
    int keepFilesHours = 24;
    QStringList corsOrigins;  ///< whose web pages may use the API; none unless told
    QStringList allowedHosts; ///< names under which the API is reached, besides localhost and addresses
    int fileMask = 0027;      ///< bits of modes that files made here don't get, besides those of the process's umask
    int retrySeconds = 120;   ///< how long a worker waits out faults that pass, before a job fails by them
    bool operator==(const Settings &) const = default;
};

/// Variables by name, as in a process environment or a .env file.
using Variables = QHash<QString, QString>;

/// Reads all settings. Unset or empty variables keep their default; a value that can't be used is an InvalidInput error that
/// names the variable, what it holds (never for secrets) and what is acceptable.
Result<Settings> settingsFromVariables(const Variables &variables, const Settings &defaults = {});

/// The reverse: every setting as a variable, secrets included (for `demo.env` and child processes).
Variables variablesFromSettings(const Settings &settings);

/// What is wrong with `text` as the value of one of knownVariables(): "must be a whole number from 1 to 65535"; empty when it is acceptable.
QString settingProblem(const QString &variable, const QString &text);

/// Names of all variables that variablesFromSettings() has.
QStringList settingVariables();

/// These and the names of those that hold a server's whole address.
QStringList knownVariables();

/// Names of the variables that hold a secret.
QStringList secretVariables();

/// Name, one-line description and usual value of every variable, for --help.
QStringList describeVariables();

} // namespace herdbook
