// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "core/config/environment.h"
#include "core/config/envparser.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace herdbook;

/// The .env file as python-dotenv reads it, and addresses in one piece.
class TestEnvironment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsPythonDotenv();
    void byteOrderMarkIsNoName();
    void whatIsNoBindingIsNamedByItsLine();
    void whatIsWrittenIsReadAgain();
    void whatIsNotUtf8IsNamedByItsLine();
    void whatCantBeReadWholeIsNoFile();
    void whatIsNotUtf8InTheEnvironmentIsNamed();
    void addressesInOnePiece_data();
    void addressesInOnePiece();
    void realAddressesWin();
    void wrongAddressesAreRefused_data();
    void wrongAddressesAreRefused();
};

namespace {

const QStringList Forms{
    QStringLiteral("A=1"),
    QStringLiteral("A="),
    QStringLiteral("A"),
    QStringLiteral("A =1"),
    QStringLiteral("A= 1"),
    QStringLiteral("A\t=\t1"),
    QStringLiteral("  A=1  "),
    QStringLiteral("export A=1"),
    QStringLiteral("export\tA=1"),
    QStringLiteral("export   A = 1"),
    QStringLiteral("export=1"),
    QStringLiteral("exported=1"),
    QStringLiteral("export A"),
    QStringLiteral("# comment"),
    QStringLiteral("  # comment"),
    QStringLiteral("#A=1\nB=2"),
    QStringLiteral("A=1 # comment"),
    QStringLiteral("A=1\t# comment"),
    QStringLiteral("A=1#no comment"),
    QStringLiteral("A=#1"),
    QStringLiteral("A= # is the value"),
    QStringLiteral("A=a # b # c"),
    QStringLiteral("A=a#b #c"),
    QStringLiteral("A='x'"),
    QStringLiteral("A=\"x\""),
    QStringLiteral("A=''"),
    QStringLiteral("A=\"\""),
    QStringLiteral("A='' # comment"),
    QStringLiteral("A=\"\"\t# comment"),
    QStringLiteral("A='x' # comment"),
    QStringLiteral("A=\"x\"# comment"),
    QStringLiteral("A='a # b'"),
    QStringLiteral("A=\"a # b\""),
    QStringLiteral("A=\"a\\\"b\""),
    QStringLiteral("A='a\\'b'"),
    QStringLiteral("A=\"a\\\\\""),
    QStringLiteral("A='a\\\\'"),
    QStringLiteral("A=\"a\\nb\""),
    QStringLiteral("A='a\\nb'"),
    QStringLiteral("A=\"a\\tb\\rc\\fd\\ve\\af\\bg\""),
    QStringLiteral("A=\"a\\zb\""),
    QStringLiteral("A=a\\nb"),
    QStringLiteral("A=\"first\nsecond\""),
    QStringLiteral("A='first\n\nthird'"),
    QStringLiteral("A=\"a\r\nb\"\r\nB=2"),
    QStringLiteral("A=1\r\nB=2\r\n"),
    QStringLiteral("A=1\rB=2"),
    QStringLiteral("A=1\n\n\nB=2"),
    QStringLiteral("A=1\nA=2"),
    QStringLiteral("A=b=c"),
    QStringLiteral("A==b"),
    QStringLiteral("A=a b c"),
    QStringLiteral("A=`x`"),
    QStringLiteral("A=$B"),
    QStringLiteral("B=x\nA=${B}"),
    QStringLiteral("B=x\nA=a${B}c${B}"),
    QStringLiteral("A=${NOT_THERE}"),
    QStringLiteral("A=${NOT_THERE:-usual}"),
    QStringLiteral("A=${NOT_THERE:-}"),
    QStringLiteral("B=x\nA=${B:-usual}"),
    QStringLiteral("B=\nA=${B:-usual}"),
    QStringLiteral("B=x\nA='${B}'"),
    QStringLiteral("B=x\nA=\"${B}-${C:-y}\""),
    QStringLiteral("A=${B\nB=1"),
    QStringLiteral("A=${}"),
    QStringLiteral("A=$${B}"),
    QStringLiteral("'A'=1"),
    QStringLiteral("'A B'=1"),
    QStringLiteral("A.B-C=1"),
    QStringLiteral("A=ä€🦌"),
    QStringLiteral("ÄÖ=1"),
    QStringLiteral("A=\"x\"\n\nB='y'\n#c\nC=z"),
    QStringLiteral("A=x\n  B=y"),
    QStringLiteral("A=\u00a0x"),
    QStringLiteral("A=postgresql://u:p%40@h:5432/d?x=y#z"),
    QStringLiteral("A=\"{\\\"a\\\": 1}\""),
    QStringLiteral("A=it's"),
    QStringLiteral("A=say \"x\""),
    QStringLiteral("A= \"x\""),
    QStringLiteral("A=\\"),
    QStringLiteral("A=\"multi \\\n line\""),
};

} // namespace

void TestEnvironment::readsAsPythonDotenv()
{
    QVERIFY(Forms.size() >= 60);
    QProcess python;
    python.start(
        QStringLiteral("/usr/bin/python3"),
        {QStringLiteral("-c"),
         QStringLiteral("import dotenv, io, json, sys\n"
                        "print(json.dumps([{name: value for name, value in "
                        "dotenv.dotenv_values(stream=io.StringIO(text, newline='')).items() if value is not None} "
                        "for text in json.load(sys.stdin)]))")});
    python.write(QJsonDocument(QJsonArray::fromStringList(Forms)).toJson());
    python.closeWriteChannel();
    QVERIFY(python.waitForFinished(60'000));
    const QJsonArray expected = QJsonDocument::fromJson(python.readAllStandardOutput()).array();
    QVERIFY2(expected.size() == Forms.size(), python.readAllStandardError().constData());
    for (qsizetype at = 0; at < Forms.size(); ++at) {
        const auto read = parseEnvironment(Forms.at(at));
        QVERIFY2(read, qPrintable(Forms.at(at)));
        QJsonObject found;
        for (auto each = read->begin(); each != read->end(); ++each)
            found.insert(each.key(), each.value());
        const QByteArray mine = QJsonDocument(found).toJson(QJsonDocument::Compact);
        const QByteArray theirs = QJsonDocument(expected.at(at).toObject()).toJson(QJsonDocument::Compact);
        const QByteArray both = Forms.at(at).toUtf8() + ": " + mine + ", python-dotenv: " + theirs;
        QVERIFY2(mine == theirs, both.constData());
    }
}

// python-dotenv takes it for a part of the first name; Docker Compose, as everybody, doesn't.
void TestEnvironment::byteOrderMarkIsNoName()
{
    const auto read = parseEnvironment(QChar(QChar::ByteOrderMark) + QStringLiteral("A=1"));
    QVERIFY(read);
    QCOMPARE(read->value(QStringLiteral("A")), QStringLiteral("1"));
}

void TestEnvironment::whatIsNoBindingIsNamedByItsLine()
{
    for (const QString &bad : {QStringLiteral("=x"), QStringLiteral("A='x"), QStringLiteral("A=\"x"),
                               QStringLiteral("A B"), QStringLiteral("A='x'y"), QStringLiteral("''=x")}) {
        const auto read = parseEnvironment(QStringLiteral("GOOD=1\n\n") + bad);
        QVERIFY2(!read, qPrintable(bad));
        QCOMPARE(read.error().message, QStringLiteral("line 3: must be NAME=value"));
        const EnvironmentText usable = parseUsableLines(QStringLiteral("GOOD=1\n\n") + bad + QStringLiteral("\nB=2"));
        QCOMPARE(usable.badLines, QList<qsizetype>{3});
        QCOMPARE(usable.variables, (Variables{{QStringLiteral("GOOD"), QStringLiteral("1")},
                                              {QStringLiteral("B"), QStringLiteral("2")}}));
    }
}

void TestEnvironment::whatIsWrittenIsReadAgain()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral(".env"));
    const Variables variables{{QStringLiteral("A"), QStringLiteral("it's")},
                              {QStringLiteral("B"), QStringLiteral("back\\slash\\'")},
                              {QStringLiteral("C"), QStringLiteral("two\nlines # \"x\"")},
                              {QStringLiteral("D"), QString()}};
    QVERIFY(writeEnvironmentFile(path, variables));
    const auto read = readEnvironmentFile(path);
    QVERIFY(read);
    QCOMPARE(*read, variables);
}

void TestEnvironment::whatIsNotUtf8IsNamedByItsLine()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral(".env"));
    QVERIFY(AtomicFile::write(path, "A=K\xc3\xb6ln\nPOSTGRES_PASSWORD=K\xf6ln7\nB=\xff\n"));
    const auto read = readEnvironmentFile(path);
    QVERIFY(!read);
    QCOMPARE(read.error().message, path + QStringLiteral(", line 2: must be text in UTF-8"));
    QVERIFY(AtomicFile::write(path, "A=K\xc3")); // cut within a letter
    QVERIFY(!readEnvironmentFile(path));
    QVERIFY(AtomicFile::write(path, "\xef\xbb\xbf" // the mark of some editors
                                    "A=K\xc3\xb6ln"));
    QCOMPARE(readEnvironmentFile(path)->value(QStringLiteral("A")), QStringLiteral("Köln"));
}

void TestEnvironment::whatCantBeReadWholeIsNoFile()
{
    const auto read = readEnvironmentFile(QStringLiteral("/proc/self/mem")); // opens, and fails with EIO
    QVERIFY(!read);
    QVERIFY2(read.error().message.startsWith(QLatin1String("Can't read /proc/self/mem: ")),
             qPrintable(read.error().message));
}

void TestEnvironment::whatIsNotUtf8InTheEnvironmentIsNamed()
{
    const auto restore = qScopeGuard([] { qunsetenv("POSTGRES_PASSWORD"); });
    qputenv("POSTGRES_PASSWORD", "K\xf6ln7");
    const auto read = loadVariables({});
    QVERIFY(!read);
    QCOMPARE(read.error().message, QStringLiteral("POSTGRES_PASSWORD in the environment must be text in UTF-8"));
    qputenv("POSTGRES_PASSWORD", "K\xc3\xb6ln7");
    QCOMPARE(loadVariables({})->value(QStringLiteral("POSTGRES_PASSWORD")), QStringLiteral("Köln7"));
}

void TestEnvironment::addressesInOnePiece_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("expected");
    QTest::newRow("redis") << "redis://cache:6380/2"
                           << "cache 6380 2   off";
    QTest::newRow("defaults") << "redis://cache"
                              << "cache 6379 0   off";
    QTest::newRow("password") << "redis://:p%40ss@cache/1"
                              << "cache 6379 1  p@ss off";
    QTest::newRow("user") << "rediss://ann:s%2Fx@cache:1/0"
                          << "cache 1 0 ann s/x on";
    QTest::newRow("socket") << "unix:///run/redis.sock?db=3"
                            << "/run/redis.sock 6379 3   off";
    QTest::newRow("six") << "redis://[::1]:7000/0"
                         << "::1 7000 0   off";
    QTest::newRow("database in the query") << "redis://cache:6379/1?db=3&socket_timeout=5"
                                           << "cache 6379 3   off";
    QTest::newRow("Celery's socket") << "unix:///run/redis.sock?virtual_host=3"
                                     << "/run/redis.sock 6379 3   off";
    QTest::newRow("as Celery asks for TLS") << "rediss://cache/?ssl_cert_reqs=CERT_REQUIRED&password=p%40"
                                            << "cache 6379 0  p@ on";
}

void TestEnvironment::addressesInOnePiece()
{
    QFETCH(QString, url);
    QFETCH(QString, expected);
    const auto read = settingsFromVariables({{QStringLiteral("REDIS_URL"), url}});
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    const RedisSettings &redis = read->redis;
    QCOMPARE(QStringLiteral("%1 %2 %3 %4 %5 %6")
                 .arg(redis.host)
                 .arg(redis.port)
                 .arg(redis.database)
                 .arg(redis.username, redis.password, redis.tls ? QStringLiteral("on") : QStringLiteral("off")),
             expected);
    const auto both = settingsFromVariables(
        {{QStringLiteral("REDIS_URL"), url}, {QStringLiteral("REDIS_PORT"), QStringLiteral("9")}});
    QCOMPARE(both->redis.port, quint16{9});
    const auto postgres = settingsFromVariables(
        {{QStringLiteral("DATABASE_URL"), QStringLiteral("postgresql://u:p%40@db:5433/deer?sslmode=require")}});
    QVERIFY(postgres);
    QCOMPARE(postgres->postgres.host, QStringLiteral("db"));
    QCOMPARE(postgres->postgres.port, quint16{5433});
    QCOMPARE(postgres->postgres.user, QStringLiteral("u"));
    QCOMPARE(postgres->postgres.password, QStringLiteral("p@"));
    QCOMPARE(postgres->postgres.database, QStringLiteral("deer"));
    QCOMPARE(postgres->postgres.sslMode, QStringLiteral("require"));
    const auto local = settingsFromVariables(
        {{QStringLiteral("DATABASE_URL"),
          QStringLiteral("postgresql:///deer?host=/run/postgresql&port=5433&user=x&password=y&connect_timeout=3")}});
    QVERIFY2(local, local ? "" : qPrintable(local.error().message));
    QCOMPARE(local->postgres.host, QStringLiteral("/run/postgresql"));
    QCOMPARE(local->postgres.port, quint16{5433});
    QCOMPARE(local->postgres.user, QStringLiteral("x"));
    QCOMPARE(local->postgres.password, QStringLiteral("y"));
    QCOMPARE(local->postgres.database, QStringLiteral("deer"));
}

/// Of the file only what a real address says nothing of; real single variables win over either.
void TestEnvironment::realAddressesWin()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral(".env"));
    Settings other;
    other.redis = {
        QStringLiteral("file"),   1, 2, QStringLiteral("u"), QStringLiteral("p"), true, QStringLiteral("/ca"),
        QStringLiteral("prefix:")};
    other.postgres.host = QStringLiteral("file");
    other.postgres.port = 3;
    other.postgres.user = QStringLiteral("u");
    other.postgres.password = QStringLiteral("p");
    other.postgres.database = QStringLiteral("d");
    other.postgres.sslMode = QStringLiteral("verify-full");
    other.postgres.sslRootCert = QStringLiteral("/file-ca");
    other.reidThreshold = 0.5;
    QVERIFY(writeEnvironmentFile(file, variablesFromSettings(other)));
    QCOMPARE(*loadSettings(file), other);

    qputenv("REDIS_URL", "redis://real:7/4");
    qputenv("REDIS_DB", "9");
    auto read = loadSettings(file);
    QVERIFY(read);
    RedisSettings redis;
    redis.host = QStringLiteral("real");
    redis.port = 7;
    redis.database = 9;
    redis.tlsCa = QStringLiteral("/ca");
    redis.keyPrefix = QStringLiteral("prefix:");
    QCOMPARE(read->redis, redis);
    QCOMPARE(read->postgres, other.postgres);
    QCOMPARE(read->reidThreshold, 0.5);
    qputenv("REDIS_URL", "rediss://real:7/4?ssl_ca_certs=/real-ca");
    QCOMPARE(loadSettings(file)->redis.tlsCa, QStringLiteral("/real-ca"));

    qputenv("REDIS_URL", "");
    qunsetenv("REDIS_DB");
    qputenv("DATABASE_URL", "postgresql://me@real/there");
    read = loadSettings(file);
    QVERIFY(read);
    PostgresSettings postgres = other.postgres;
    postgres.host = QStringLiteral("real");
    postgres.port = 5432;
    postgres.user = QStringLiteral("me");
    postgres.password.clear();
    postgres.database = QStringLiteral("there");
    QCOMPARE(read->postgres, postgres);
    QCOMPARE(read->redis, other.redis);
    qputenv("DATABASE_URL", "postgresql://me@real/there?sslmode=require");
    read = loadSettings(file);
    QVERIFY(read);
    QCOMPARE(read->postgres.sslMode, QStringLiteral("require"));
    QCOMPARE(read->postgres.sslRootCert, QStringLiteral("/file-ca"));
    qputenv("DATABASE_URL", "postgresql://me@real/there?sslrootcert=/real-ca");
    read = loadSettings(file);
    QVERIFY(read);
    QCOMPARE(read->postgres.sslMode, QStringLiteral("verify-full"));
    QCOMPARE(read->postgres.sslRootCert, QStringLiteral("/real-ca"));
    qunsetenv("DATABASE_URL");
    qunsetenv("REDIS_URL");
}

void TestEnvironment::wrongAddressesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("says");
    QTest::newRow("sentinel") << "REDIS_URL"
                              << "sentinel://:secret@a:26379/0"
                              << "Sentinel";
    QTest::newRow("http") << "REDIS_URL"
                          << "http://:secret@cache"
                          << "redis://";
    QTest::newRow("database of words") << "REDIS_URL"
                                       << "redis://:secret@cache/zero"
                                       << "redis://";
    QTest::newRow("a part that isn't read") << "REDIS_URL"
                                            << "redis://:secret@cache/0?ssl_certfile=/c"
                                            << "ssl_certfile";
    QTest::newRow("an unchecked certificate") << "REDIS_URL"
                                              << "rediss://:secret@cache/0?ssl_cert_reqs=none"
                                              << "ssl_cert_reqs";
    QTest::newRow("a search path") << "DATABASE_URL"
                                   << "postgresql://u:secret@db/x?options=-csearch_path%3Dother"
                                   << "options";
    QTest::newRow("a promise that isn't kept") << "DATABASE_URL"
                                               << "postgresql://u:secret@db/x?channel_binding=require"
                                               << "channel_binding";
    QTest::newRow("a part twice") << "DATABASE_URL"
                                  << "postgresql://u:secret@db/x?sslmode=disable&sslmode=require"
                                  << "sslmode twice";
    QTest::newRow("a port of words") << "DATABASE_URL"
                                     << "postgresql:///x?port=secret"
                                     << "postgresql://";
    QTest::newRow("mysql") << "DATABASE_URL"
                           << "mysql://u:secret@db/x"
                           << "postgresql://";
    QTest::newRow("a password in the web address") << "HERDBOOK_API_URL"
                                                   << "https://ranger:secret@barn.example:8001"
                                                   << "HERDBOOK_API_TOKEN";
    QTest::newRow("one in what is no address") << "HERDBOOK_API_URL"
                                               << "ranger:secret@barn.example"
                                               << "https://";
    QTest::newRow("a URL as Redis' host") << "REDIS_HOST"
                                          << "redis://:secret@cache:6379/0"
                                          << "REDIS_URL";
    QTest::newRow("a password before PostgreSQL's host") << "POSTGRES_HOST"
                                                         << "deer:secret@db"
                                                         << "DATABASE_URL";
    QTest::newRow("one for what takes none") << "REDIS_PORT"
                                             << "secret@6379"
                                             << "whole number";
}

void TestEnvironment::wrongAddressesAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, url);
    QFETCH(QString, says);
    const auto read = settingsFromVariables({{name, url}});
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(name) && read.error().message.contains(says),
             qPrintable(read.error().message));
    QVERIFY(!read.error().message.contains(QLatin1String("secret")));
}

QTEST_GUILESS_MAIN(TestEnvironment)
#include "test_environment.moc"
