// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/faults.h"
#include "core/config/setting.h"
#include "ui/connection/envimport.h"
#include "ui/connection/fieldgrid.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <algorithm>

namespace herdbook::connection {

namespace {

using Part = CheckRunner::Part;
using Outcome = storage::CheckStep::Outcome;

QString name(const char *variable)
{
    return QString::fromLatin1(variable);
}

} // namespace

void EnvImport::ask(Line &line, const QStringList &variables) const
{
    for (const QString &variable : variables) {
        const Setting *setting = settingOf(variable);
        if (setting == nullptr)
            continue;
        const char *alone = setting->field.alone;
        line.fields.append({variable, settingText(*alone != '\0' ? alone : setting->field.label),
                            setting->type.form == ValueForm::Secret, setting->type.form == ValueForm::Folder});
    }
}

EnvImport::Line EnvImport::serverLine(Row row) const
{
    const bool redis = row == Row::Redis;
    const auto variable = [redis](const char *end) -> QString {
        return name(redis ? "REDIS_" : "POSTGRES_") + QLatin1String(end);
    };
    // What was put in the host's place may hold a password.
    const bool isHost = badVariable({variable("HOST")}).isEmpty();
    const QString host = isHost ? m_values.value(variable("HOST")) : tr("no host");
    Line line;
    switch (row) {
    case Row::Postgres:
        line = {tr("PostgreSQL"),
                tr("%1 at %2, port %3").arg(m_values.value(variable("USER")), host, m_values.value(variable("PORT"))),
                {},
                {},
                {},
                {}};
        break;
    case Row::Database:
        line = {tr("Database"), m_values.value(variable("DB")), {}, {}, {}, {}};
        break;
    case Row::Rights:
        line = {tr("Rights"), tr("read and write"), {}, {}, {}, {}};
        break;
    default:
        line = {tr("Redis"), tr("%1, port %2").arg(host, m_values.value(variable("PORT"))), {}, {}, {}, {}};
    }
    QStringList own;
    for (const Setting &setting : settingTable()) {
        if (setting.field.part == (redis ? FormPart::Redis : FormPart::Postgres))
            own << name(setting.name);
    }
    const QString address = name(redis ? "REDIS_URL" : "DATABASE_URL");
    const bool isBadAddress = m_badAddresses.contains(address);
    if (isBadAddress)
        line.found.clear();
    if (const QString bad = isBadAddress ? address : badVariable(own); !bad.isEmpty()) {
        if (row == Row::Database || row == Row::Rights) {
            line.answer = tr("waits for PostgreSQL");
            return line;
        }
        line.tone = Tone::Error;
        line.answer =
            tr("%1 %2").arg(bad, coreText(settingProblem(bad, m_badAddresses.value(bad, m_values.value(bad)))));
        ask(line, isBadAddress ? QStringList{variable("HOST"), variable("PORT")} : QStringList{bad});
        return line;
    }
    const CheckRunner::Check &check = m_checks.check(redis ? Part::Redis : Part::Postgres);
    if (check.running || !check.report) {
        line.tone = check.running ? Tone::Accent : Tone::Neutral;
        line.answer = check.running ? tr("testing, up to 10 s") : tr("not tested");
        return line;
    }
    const auto rowOf = [redis](const QString &what) {
        if (redis)
            return Row::Redis;
        return what == QLatin1String("Tables") || what == QLatin1String("Database") ? Row::Database
               : what == QLatin1String("Rights")                                    ? Row::Rights
                                                                                    : Row::Postgres;
    };
    const storage::CheckStep *mine = nullptr;
    for (const storage::CheckStep &step : check.report->steps) {
        if (rowOf(step.what) != row)
            continue;
        // The worst counts; of equals the last, which got furthest.
        const auto rank = [](const storage::CheckStep &s) {
            return s.outcome == Outcome::Failed ? 2 : s.outcome == Outcome::Warning ? 1 : 0;
        };
        if (mine == nullptr || rank(step) >= rank(*mine))
            mine = &step;
    }
    if (mine == nullptr) {
        line.answer = check.report->passed() ? tr("nothing to tell") : tr("waits for the rows above");
        return line;
    }
    line.tone = mine->outcome == Outcome::Failed    ? Tone::Error
                : mine->outcome == Outcome::Warning ? Tone::Warn
                                                    : Tone::Ok;
    line.answer = coreText(mine->detail);
    if (mine->outcome != Outcome::Failed)
        return line;
    const QString authorities = name(redis ? "REDIS_TLS_CA" : "POSTGRES_SSLROOTCERT");
    const QString file = m_values.value(authorities);
    if (mine->what == QLatin1String("Host and port") || mine->what == QLatin1String("Connection")) {
        ask(line, {variable("HOST"), variable("PORT")});
        if (mine->what == QLatin1String("Host and port"))
            line.note = tr("A name that only the deployment's own machines know does not do here. The address as "
                           "seen from this machine:");
        else if (tellsOfAnotherServer(mine->detail))
            line.note = tr("What answers there may be something else. The right host and port:");
    } else if (mine->what.contains(QLatin1String("assword"))) {
        const QString password = variable("PASSWORD");
        const bool empty = m_values.value(password).isEmpty();
        ask(line, redis ? QStringList{variable("PASSWORD")} : QStringList{variable("USER"), variable("PASSWORD")});
        if (!empty && m_typed.contains(password))
            line.note = tr("The one you typed does not do. Type the right one here:");
        else if (m_given.contains(password) || (!empty && m_given.contains(address)))
            line.note = tr("The one in this file does not do. Type the right one here:");
        else
            line.note = (m_named.contains(password) ? tr("%1 is empty in this file. Type it here:")
                                                    : tr("%1 is not in this file. Type it here:"))
                            .arg(password);
    } else if (mine->what == QLatin1String("Database")) {
        ask(line, {variable("DB")});
    } else if (mine->what == QLatin1String("TLS") && !file.isEmpty() && mine->detail.contains(file)) {
        ask(line, {authorities});
        line.note = tr("Where is this file on this machine?");
    }
    return line;
}

EnvImport::Line EnvImport::folderLine(Row row) const
{
    const bool photos = row == Row::Photos;
    const QString variable = name(photos ? "IMAGE_PATH" : "EXPORT_DIR");
    const QString folder = m_values.value(variable);
    const bool isTold = m_given.contains(variable) || m_typed.contains(variable);
    Line line{photos ? tr("Photos") : tr("Export folder"), isTold ? folder : QString(), {}, {}, {}, {}};
    if (folder.isEmpty()) {
        line.tone = Tone::Warn;
        line.answer = tr("not in this file");
    } else {
        const CheckRunner::Check &check = m_checks.check(Part::Files);
        if (check.running || !check.report) {
            line.tone = check.running ? Tone::Accent : Tone::Neutral;
            line.answer = check.running ? tr("testing") : tr("not tested");
            return line;
        }
        for (const storage::CheckStep &step : check.report->steps) {
            if (step.what != (photos ? QLatin1String("Images") : QLatin1String("Export folder")))
                continue;
            // Another machine's folder: the rest works without it.
            line.tone = step.outcome == Outcome::Passed ? Tone::Ok : Tone::Warn;
            line.answer = step.outcome == Outcome::Passed ? tr("can be read")
                                                          : coreText(step.detail.section(QLatin1String(". "), 0, 0));
        }
        if (!isTold) {
            line.tone = Tone::Warn;
            line.answer = tr("not in this file: the usual %1 is taken; %2").arg(folder, line.answer);
        }
    }
    if (line.tone == Tone::Warn) {
        line.note = photos
                        ? tr("Where is this folder on this machine? Without it everything but pictures works.")
                        : tr("Where is this folder on this machine? Without it finished exports can't be opened here.");
        ask(line, {variable});
    }
    return line;
}

EnvImport::Line EnvImport::siteLine(Row row) const
{
    const bool zone = row == Row::TimeZone;
    const QString variable = name(zone ? "HERDBOOK_SITE_TZ" : "REID_THRESHOLD");
    const QString value = m_values.value(variable);
    Line line{zone ? tr("Time zone") : tr("Threshold"), value, Tone::Ok, {}, {}, {}};
    if (const QString problem = value.isEmpty() ? tr("is needed") : coreText(settingProblem(variable, value));
        !problem.isEmpty()) {
        line.tone = Tone::Error;
        line.answer = tr("%1 %2").arg(variable, problem);
        ask(line, {variable});
    } else if (m_given.contains(variable) || m_typed.contains(variable)) {
        line.answer =
            zone ? tr("taken over, now %1").arg(clockText(QDateTime::currentDateTimeUtc(), QTimeZone(value.toLatin1())))
                 : tr("taken over");
    } else {
        // What the file doesn't tell is an assumption, and said to be one.
        line.tone = Tone::Warn;
        line.answer =
            zone ? tr("not in this file: this machine's is taken") : tr("not in this file: the usual 0.70 is taken");
        line.note =
            zone ? tr("It decides when a day begins. The site's own:") : tr("The one the deployment works with:");
        ask(line, {variable});
    }
    return line;
}

EnvImport::Line EnvImport::line(Row row) const
{
    switch (row) {
    case Row::ExportFolder:
    case Row::Photos:
        return folderLine(row);
    case Row::Threshold:
    case Row::TimeZone:
        return siteLine(row);
    default:
        return serverLine(row);
    }
}

} // namespace herdbook::connection
