// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"

#include <QCommandLineParser>
#include <initializer_list>

namespace herdbook {

/// Exit codes of all programs.
enum ExitCode {
    ExitDone = 0,
    ExitFailure = 1,
    ExitUsage = 2,
    ExitAbstain = 3,
    ExitNoData = 4,
    ExitUnreachable = 5,
    ExitIncomplete = 6 ///< saved, but not all that was asked for is in it
};

/// The exit code of a program that wrote to standard output: `code`, or ExitFailure, said on standard error, where not all of it got there.
int written(int code);

/// Lets no file made from now on be readable by those whom the settings or the process's umask exclude.
void limitFileModes(const Settings &settings);

/// The options every program has: --env FILE, --verbose, --version, --help; the help also lists the variables.
class CommandLine
{
public:
    explicit CommandLine(const QString &description);

    /// Whether --help, --version or one of `more` is among the arguments: the program then needs no display and no fonts, only a
    /// QCoreApplication. For main(), before there is one.
    static bool onlyPrints(int argc, char **argv, std::initializer_list<const char *> more = {});

    /// To add a program's own options before parse().
    QCommandLineParser &parser() { return m_parser; }

    /// Parses the arguments and sets up logging. An exit code when the program has to end now (help, version, bad usage, such
    /// as an argument that is no option's).
    std::optional<int> parse(const QStringList &arguments);

    /// The environment and the file of --env; real variables win.
    Result<Variables> variables() const;

    /// Settings from the environment and --env. The modes of files made from then on are as they say.
    Result<Settings> settings(const Settings &defaults = {}) const;

    /// The option's value as a whole number in the range, or its default; otherwise an error that names the option.
    Result<int> number(const QString &option, int least, int most) const;

private:
    QCommandLineParser m_parser;
};

} // namespace herdbook
