// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

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
    void theManualPageHasEveryOption_data() { everyProgram(); }
    void theManualPageHasEveryOption();
    void everyVariableIsDocumented_data() { everyProgram(); }
    void everyVariableIsDocumented();

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

    /// The file as one would read it: without the escapes of manual pages.
    static QString packaged(const QString &name)
    {
        QFile file(QStringLiteral(HERDBOOK_SOURCE_DIR "/packaging/linux/") + name);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromUtf8(file.readAll()).replace(QLatin1String("\\-"), QLatin1String("-"));
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

void TestPrograms::everyVariableIsDocumented()
{
    QFETCH(const QString, program);
    const QStringList variables = found(help(program), QStringLiteral("^  ([A-Z][A-Z_]+[A-Z]) "));
    QVERIFY(variables.contains(QStringLiteral("REDIS_HOST")));
    const QString page = packaged(QStringLiteral("herdbook.env.5"));
    const QString settings = packaged(QStringLiteral("herdbook.env"));
    for (const QString &variable : variables) {
        QVERIFY2(QRegularExpression(QStringLiteral("\\b%1\\b").arg(variable)).match(page).hasMatch(),
                 qPrintable(variable + QStringLiteral(" in herdbook.env(5)")));
        QVERIFY2(QRegularExpression(QStringLiteral("^#%1=").arg(variable), QRegularExpression::MultilineOption)
                     .match(settings)
                     .hasMatch(),
                 qPrintable(variable + QStringLiteral(" in herdbook.env")));
    }
}

QTEST_GUILESS_MAIN(TestPrograms)
#include "test_programs.moc"
