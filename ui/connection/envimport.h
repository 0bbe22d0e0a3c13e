// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/envparser.h"
#include "core/config/settings.h"
#include "ui/connection/checkrunner.h"
#include "ui/widgets/style/tokens.h"

#include <QDateTime>
#include <QSet>

namespace herdbook::connection {

/// A deployment's .env file on its way to becoming a profile, without widgets: what was found in it, what the servers say to that, and what has
/// to be typed by hand because the file has it wrong or not at all. The file is only read. Nothing here waits for disk or network.
class EnvImport : public QObject
{
    Q_OBJECT

public:
    enum class Row { Postgres, Database, Rights, Redis, ExportFolder, Photos, Threshold, TimeZone };
    static constexpr int RowCount = 8;

    /// A value that is asked for where the file's doesn't do.
    struct Field
    {
        QString variable;
        QString label;
        bool secret = false;
        bool folder = false;
        bool operator==(const Field &) const = default;
    };

    /// What one row says. Neutral: not tested yet, or waits for another row; Accent: being tested; Warn goes on without; Error doesn't.
    struct Line
    {
        QString name, found;
        Tone tone = Tone::Neutral;
        QString answer, note;
        QList<Field> fields;
        bool operator==(const Line &) const = default;
    };

    explicit EnvImport(QObject *parent = nullptr);

    /// Reads the file and tests what it says. Earlier corrections by hand are forgotten.
    void read(const QString &path);
    /// Tests all again; with a file reads it again first, and keeps what was typed.
    void testAgain();
    /// A value typed in place of the file's; test() then tries it.
    void setValue(const QString &variable, const QString &typed);
    QString value(const QString &variable) const { return m_values.value(variable); }
    /// Tests what the row stands for.
    void test(Row row);

    Line line(Row row) const;
    bool hasFile() const { return m_loaded; }
    bool isReading() const { return m_reading; }
    QString path() const { return m_path; }
    /// Why the file can't be used at all; empty otherwise.
    QString fileProblem() const { return m_fileProblem; }
    /// What the file sets for Herdbook, can't be used and has no row to put it right in, as "NAME must be ...". It is left out.
    QStringList leftOut() const;
    /// The file's lines that set nothing, as "line 11 must be ...".
    QStringList badLines() const;
    /// Names in the file, and how many of them mean something to Herdbook.
    int found() const { return m_found; }
    int used() const { return m_used; }
    /// The names of the others, as far as they look like names.
    const QStringList &unused() const { return m_unused; }

    bool isTesting() const;
    /// How many rows are red or warn.
    int needing() const;
    bool canConnect() const;
    /// Everything but Redis is right: reports of old, Re-ID and trials work without it.
    bool canConnectWithoutRedis() const;
    /// A name for the profile: that of the file's folder, or where that is anybody's, of the host or the database.
    QString suggestedName() const;
    /// The profile's values, secrets among them.
    Variables values() const;
    /// Those, and what can't be used as it stands, for the form to say so; empty without a file.
    Variables readSoFar() const;

Q_SIGNALS:
    void changed();

private:
    void take(const Result<EnvironmentText> &text, bool keepTyped);
    Result<Settings> settings() const;
    QString badVariable(const QStringList &variables) const;
    Line serverLine(Row row) const;
    Line folderLine(Row row) const;
    Line siteLine(Row row) const;
    void ask(Line &line, const QStringList &variables) const;

    QString m_path, m_fileProblem;
    bool m_reading = false, m_loaded = false;
    int m_found = 0, m_used = 0, m_run = 0;
    QStringList m_unused;
    QList<qsizetype> m_badLines;
    Variables m_values;                      ///< every setting as text: from the file, its default, or typed
    Variables m_badAddresses;                ///< whole addresses that can't be used, until a host is typed
    QSet<QString> m_named, m_given, m_typed; ///< names in the file, those of them with a use, and what was typed
    CheckRunner m_checks;
};

} // namespace herdbook::connection
