// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/commandline.h"
#include "core/config/setting.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace herdbook;

/// What holds for every program alike: its first words, and that manual pages and settings file know all it knows.
class TestPrograms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QDir bin(qEnvironmentVariable("HERDBOOK_BIN"));
        m_programs = bin.entryList({QStringLiteral("herdbook*")}, QDir::Files | QDir::Executable);
        QVERIFY(m_programs.contains(QStringLiteral("herdbook-api")));
    }

    void nothingButTheVersion_data() { everyProgram(); }
    void nothingButTheVersion();
    void whatCannotBePrintedIsSaid_data() { everyProgram(); }
    void whatCannotBePrintedIsSaid();
    void whatIsNoOptionIsRefused_data() { everyProgram(); }
    void whatIsNoOptionIsRefused();
    void theManualPageHasEveryOption_data() { everyProgram(); }
    void theManualPageHasEveryOption();
    void theManualPageHasTheExitCodesOfAll_data() { everyProgram(); }
    void theManualPageHasTheExitCodesOfAll();
    void everyVariableIsDocumented_data() { everyProgram(); }
    void everyVariableIsDocumented();
    void nothingElseIsDocumented();
    void theRulesAreCheckedWithoutGit();

private:
    struct Ended
    {
        int code = -1;
        QString output;
        QString errors;
    };

    void everyProgram() const
    {
        QTest::addColumn<QString>("program");
        for (const QString &program : m_programs)
            QTest::newRow(qPrintable(program)) << program;
    }

    static Ended run(const QString &program, const QStringList &arguments, const QStringList &environment)
    {
        QProcess process;
        process.setEnvironment(environment);
        process.start(qEnvironmentVariable("HERDBOOK_BIN") + u'/' + program, arguments);
        if (!process.waitForFinished())
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    static QString help(const QString &program)
    {
        return run(program, {QStringLiteral("--help")}, {QStringLiteral("LC_ALL=C.UTF-8")}).output;
    }

    static QString packaged(const QString &name) { return source(QStringLiteral("packaging/linux/") + name); }

    /// The file as one would read it: without the escapes of manual pages.
    static QString source(const QString &path)
    {
        QFile file(QStringLiteral(HERDBOOK_SOURCE_DIR "/") + path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromUtf8(file.readAll()).replace(QLatin1String("\\-"), QLatin1String("-"));
    }

    /// Of the README's table, what each variable is unless set.
    static QMap<QString, QString> defaultsInReadme()
    {
        QMap<QString, QString> defaults;
        for (const QString &line : source(QStringLiteral("README.md")).split(u'\n')) {
            if (!line.startsWith(QLatin1String("| `")))
                continue;
            const QStringList cells = line.split(QStringLiteral(" | "));
            const QStringList names = found(cells.first(), QStringLiteral("`([A-Z_]+)`"));
            const QStringList values = cells.value(1).split(QStringLiteral(", "));
            for (qsizetype at = 0; at < names.size(); ++at)
                defaults.insert(names.at(at), values.value(values.size() == 1 ? 0 : at));
        }
        return defaults;
    }

    static QStringList sorted(QStringList list)
    {
        list.sort();
        return list;
    }

    /// The first words of the lines of the section, as `--option` or `VARIABLE`.
    static QStringList found(const QString &text, const QString &pattern)
    {
        QStringList all;
        const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
        for (auto each = expression.globalMatch(text); each.hasNext();)
            all << each.next().captured(1);
        return all;
    }

    QStringList m_programs;
};

void TestPrograms::nothingButTheVersion()
{
    QFETCH(const QString, program);
    // As in a minimal system, under cron, in a container, on a system of another encoding.
    for (const QStringList &environment : {QStringList{QStringLiteral("PATH=/usr/bin:/bin")},
                                           {QStringLiteral("LC_ALL=C")},
                                           {QStringLiteral("LANG=POSIX")},
                                           {QStringLiteral("LANG=de_DE.ISO-8859-1")},
                                           {QStringLiteral("LC_CTYPE=C"), QStringLiteral("LANG=en_US.UTF-8")},
                                           {QStringLiteral("XDG_RUNTIME_DIR=/nowhere"), QStringLiteral("LC_ALL=C")}}) {
        for (const char *option : {"--version", "-v"}) {
            const Ended ended = run(program, {QString::fromLatin1(option)}, environment);
            QCOMPARE(ended.errors, QString());
            QVERIFY2(ended.output.startsWith(program + u' '), qPrintable(ended.output));
            QCOMPARE(ended.code, 0);
        }
        QCOMPARE(run(program, {QStringLiteral("--help")}, environment).errors, QString());
    }
}

void TestPrograms::whatCannotBePrintedIsSaid()
{
    QFETCH(const QString, program);
    for (const char *option : {"--version", "--help"}) {
        QProcess process;
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        process.start(qEnvironmentVariable("HERDBOOK_BIN") + u'/' + program, {QString::fromLatin1(option)});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("Standard output can't be written"));
    }
}

/// Whatever else is wrong: here there is no display, no Redis and no file of that name.
void TestPrograms::whatIsNoOptionIsRefused()
{
    QFETCH(const QString, program);
    for (const char *argument : {"deployment.env", "--no-such-option"}) {
        const Ended ended =
            run(program, {QString::fromLatin1(argument)}, {QStringLiteral("LC_ALL=C.UTF-8"), QStringLiteral("HOME=/")});
        QCOMPARE(ended.code, 2);
        const QRegularExpression said(
            QStringLiteral("[^\n]+(deployment\\.env|no-such-option)[^\n]+\nTry --help\\.\n$"));
        QVERIFY2(said.match(ended.errors).hasMatch(), qPrintable(ended.errors));
    }
}

void TestPrograms::theManualPageHasEveryOption()
{
    QFETCH(const QString, program);
    const QString page = packaged(program + QStringLiteral(".1"));
    QVERIFY2(!page.isEmpty(), "there is no manual page");
    const QStringList options = found(help(program), QStringLiteral("^ +(?:-\\w, )?(--[a-z-]+)"));
    QVERIFY(options.contains(QStringLiteral("--version")));
    for (const QString &option : options)
        QVERIFY2(QRegularExpression(option + QStringLiteral("(?![a-z-])")).match(page).hasMatch(), qPrintable(option));
}

/// The README has all, the pages those of their programs.
void TestPrograms::theManualPageHasTheExitCodesOfAll()
{
    QFETCH(const QString, program);
    const QString code = QStringLiteral("(?:^|, )(\\d)(?= )");
    const QString all =
        source(QStringLiteral("README.md")).section(QStringLiteral("same exit codes: "), 1).section(u'.', 0, 0);
    const QStringList known = found(QString(all).replace(u'\n', u' '), code);
    QStringList expected;
    for (int each = ExitDone; each <= ExitIncomplete; ++each)
        expected << QString::number(each);
    QCOMPARE(known, expected);
    const QStringList own = found(
        packaged(program + QStringLiteral(".1")).section(QStringLiteral(".SH EXIT STATUS\n"), 1).section(u'\n', 0, 0),
        code);
    QVERIFY(own.contains(QStringLiteral("0")));
    for (const QString &each : own)
        QVERIFY2(known.contains(each), qPrintable(each));
    QCOMPARE(own.contains(QString::number(ExitIncomplete)), program == QLatin1String("herdbook-export"));
}

void TestPrograms::everyVariableIsDocumented()
{
    QFETCH(const QString, program);
    const QString said = help(program);
    QCOMPARE(sorted(found(said, QStringLiteral("^  ([A-Z][A-Z_]+[A-Z]) "))), sorted(knownVariables()));
    const QString page = packaged(QStringLiteral("herdbook.env.5"));
    const QString settings = packaged(QStringLiteral("herdbook.env"));
    const QMap<QString, QString> inReadme = defaultsInReadme();
    const Variables defaults = variablesFromSettings(Settings());
    for (const QString &variable : knownVariables()) {
        const QString usual =
            found(said, QStringLiteral("^  %1 [^\n]*\\(([^()]+)\\)$").arg(variable)).value(0, QStringLiteral("-"));
        const Setting *setting = settingOf(variable);
        const QString own = defaults.value(variable);
        const QString elsewhere = QString::fromLatin1(setting != nullptr ? setting->whoseDefault : "");
        const QString expected = !own.isEmpty() ? own : !elsewhere.isEmpty() ? elsewhere : QStringLiteral("-");
        const bool isZone = formOf(variable) == ValueForm::Zone; // whichever this machine has
        QVERIFY2(isZone || usual == expected, qPrintable(variable + QStringLiteral(" in --help: ") + usual));
        const QString documented = inReadme.value(variable);
        const auto readsAs = [&](const QString &text) { // 0.70 is 0.7
            const Result<Settings> read = settingsFromVariables({{variable, text}});
            return read && variablesFromSettings(*read).value(variable) == own;
        };
        const bool same = own.isEmpty() || isZone ? documented == (isZone ? elsewhere : expected)
                                                  : !documented.isEmpty() && readsAs(documented);
        QVERIFY2(same, qPrintable(variable + QStringLiteral(" in README.md: ") + documented));
        QVERIFY2(QRegularExpression(QStringLiteral("\\b%1\\b").arg(variable)).match(page).hasMatch(),
                 qPrintable(variable + QStringLiteral(" in herdbook.env(5)")));
        const QStringList asComment = found(settings, QStringLiteral("^#%1=(.*)$").arg(variable));
        const bool sameThere =
            isZone ? settingProblem(variable, asComment.value(0)).isEmpty()
                   : asComment.value(0) == documented || (asComment.value(0).isEmpty() && own.isEmpty());
        QVERIFY2(asComment.size() == 1 && sameThere,
                 qPrintable(variable + QStringLiteral(" in herdbook.env: ") + asComment.join(u' ')));
    }
}

/// README.md, manual page and settings file have each variable once and no other; the page names the same defaults, in their order.
void TestPrograms::nothingElseIsDocumented()
{
    const QMap<QString, QString> inReadme = defaultsInReadme();
    const QStringList known = sorted(knownVariables());
    QCOMPARE(inReadme.keys(), known);
    QCOMPARE(sorted(found(packaged(QStringLiteral("herdbook.env")), QStringLiteral("^#([A-Z_]+)="))), known);
    QStringList onPage;
    const QString page = packaged(QStringLiteral("herdbook.env.5")).section(QStringLiteral("\n.SH SEE ALSO"), 0, 0);
    for (const QString &entry : page.split(QRegularExpression(QStringLiteral("\n\\.(?=TP\n|SH )")))) {
        const QStringList names = found(entry.section(u'\n', 1, 1), QStringLiteral("\\b([A-Z_]{3,})\\b"));
        if (!entry.startsWith(QLatin1String("TP\n")))
            continue;
        onPage << names;
        QStringList defaults;
        for (const QString &name : names)
            defaults << (inReadme.value(name) == u'-' ? QStringLiteral("none") : inReadme.value(name));
        const QString said = defaults.join(QStringLiteral(", ")) + QStringLiteral(" unless set");
        QVERIFY2(defaults.count(QStringLiteral("none")) == defaults.size() || entry.contains(said),
                 qPrintable(entry + QStringLiteral("\nlacks: ") + said));
    }
    QCOMPARE(sorted(onPage), known);
}

/// In a copy of the sources, as packages are built from, and where git isn't installed.
void TestPrograms::theRulesAreCheckedWithoutGit()
{
    const QTemporaryDir folder;
    const auto write = [&](const char *name, const QByteArray &text) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        return QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly) && file.write(text) >= 0;
    };
    QVERIFY(write("CMakeLists.txt", "cmake_minimum_required(VERSION 3.25)\nproject(x NONE)\n"));
    QVERIFY(write("core/unlicensed.cpp", "\n") && write("build/made.cpp", "\n") &&
            write("build/dev/compile_commands.json", "[]"));
    QVERIFY(QDir().mkpath(folder.filePath(QStringLiteral("packaging"))) &&
            QDir().mkpath(folder.filePath(QStringLiteral("bin"))));
    QVERIFY(QFile::copy(QStringLiteral(HERDBOOK_SOURCE_DIR "/packaging/check"),
                        folder.filePath(QStringLiteral("packaging/check"))));
    const QString cmake = QStandardPaths::findExecutable(QStringLiteral("cmake"));
    QVERIFY(QFile::link(cmake, folder.filePath(QStringLiteral("bin/cmake"))));
    QCOMPARE(QProcess::execute(cmake, {QStringLiteral("-S"), folder.path(), QStringLiteral("-B"),
                                       folder.filePath(QStringLiteral("build/dev"))}),
             0);
    for (const QString &path : {qEnvironmentVariable("PATH"), folder.filePath(QStringLiteral("bin"))}) {
        QProcess check;
        check.setEnvironment({QStringLiteral("PATH=") + path});
        check.start(QStringLiteral("/usr/bin/python3"), {folder.filePath(QStringLiteral("packaging/check"))});
        QVERIFY(check.waitForFinished());
        const QString found = QString::fromUtf8(check.readAllStandardOutput());
        QVERIFY2(found.contains(QLatin1String("core/unlicensed.cpp: no SPDX line")), qPrintable(found));
        QVERIFY2(!found.contains(QLatin1String("build/made.cpp")), qPrintable(found));
        QVERIFY2(found.contains(QLatin1String("without a git checkout")), qPrintable(found));
        QCOMPARE(check.exitCode(), 1);
        QCOMPARE(check.readAllStandardError(), QByteArray("2 findings\n")); // CMakeLists.txt is the other
    }
}

QTEST_GUILESS_MAIN(TestPrograms)
#include "test_programs.moc"
