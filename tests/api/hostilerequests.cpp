// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/hostilerequests.h"

#include "tests/core/http/rawclient.h"

namespace herdbook::test {

namespace {

const QByteArray Json = "Content-Type: application/json\r\n";
const QByteArray Dates = R"("start_date":"2026-06-01","end_date":"2026-06-30")";
const QByteArray Id = R"("3f2504e0-4f89-41d3-9a0c-0305e82c3301")";

QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &headers = Json)
{
    return RawClient::request("POST", path, body, headers);
}

/// Each field of each kind with values of every wrong type.
void addWrongTypes(QList<HostileRequest> &all)
{
    struct Field
    {
        const char *path;
        const char *name;
        QByteArrayList wrong;
        QByteArray others;
    };
    const QByteArray ids = R"(,"detection_ids":[)" + Id + "]";
    const QList<Field> fields{
        {"pdf",
         "start_date",
         {"20260601", "true", "[]", "{}", R"("2026-W05-1")", R"("20260601")", R"("2026-02-30")", R"("")"},
         R"("end_date":"2026-06-30")"},
        {"pdf",
         "end_date",
         {"0", R"("June")", R"("2026-06-30T00:00:00")", R"(" 2026-06-30")", R"("2026-6-30")", R"("٢٠٢٦-06-30")"},
         R"("start_date":"2026-06-01")"},
        {"pdf", "group_by", {"1", "[]", R"("year")", R"("DAY")", R"("day ")", R"("week\u0000")"}, Dates},
        {"pdf", "report_type", {"1", "{}", R"("html")", R"("pdf; drop table images")"}, Dates},
        {"pdf",
         "classifications",
         {"1", R"("doe")", "[]", "[1]", R"(["doe","unicorn"])", "{}", "[[]]", R"(["Doe"])"},
         Dates},
        {"pdf",
         "title",
         {"1", "[]", R"("a\u0000b")", R"("a\nb")", R"("\u001b[31m")", R"("a\u2028b")",
          '"' + QByteArray(201, 'x') + '"'},
         Dates},
        {"pdf", "include_charts", {"1", R"("true")", "[]"}, Dates},
        {"pdf", "include_tables", {"0", "{}"}, Dates},
        {"pdf", "include_insights", {R"("no")"}, Dates},
        {"pdf", "page_size", {"4", R"("A0")"}, Dates},
        {"pdf", "language", {"7", "[]", R"("fr")", R"("EN")", R"("")"}, Dates},
        {"pdf", "sections", {"1", "[]", R"(["secrets"])"}, R"("report_type":"custom",)" + Dates},
        {"pdf",
         "comparison_periods",
         {"1", "[]", "[{}]", "[1,2]", "[{},{}]", "[null,null]",
          R"([{"label":"a","start_date":"2026-06-01","end_date":"2026-06-30"}])"},
         R"("report_type":"comparison")"},
        {"zip",
         "detection_ids",
         {"1", R"("all")", "[]", "[1]", "[null]", "{}", "[[]]", R"(["' OR 1=1 --"])", R"(["../../etc/passwd"])",
          R"([{"__type__":"uuid","__value__":{"hex":"zz"}}])", R"([{"__type__":"eval","__value__":"x"}])",
          '[' + Id.chopped(2) + R"(\u0000"])"},
         R"("include_crops":true)"},
        {"zip",
         "crop_size",
         {"127", "1025", "-1", "300.5", R"("300")", "1e99", "true", "[]"},
         R"("include_crops":true)" + ids},
        {"zip", "include_crops", {"1", R"("yes")"}, R"("crop_size":300)" + ids},
        {"zip", "include_metadata_csv", {"[]"}, R"("crop_size":300)" + ids},
    };
    for (const Field &field : fields) {
        for (const QByteArray &value : field.wrong)
            all.append({QByteArray(field.path) + ' ' + field.name + '=' + value.left(40),
                        post(QByteArray("/api/exports/") + field.path,
                             "{\"" + QByteArray(field.name) + "\":" + value + ',' + field.others + '}'),
                        400});
    }
}

void addRules(QList<HostileRequest> &all)
{
    const auto add = [&all](const char *name, const QByteArray &body) {
        all.append({name, post("/api/exports/pdf", body), 400});
        all.append({QByteArray(name) + ", zip", post("/api/exports/zip", body), 400});
    };
    add("end before start", R"({"start_date":"2026-06-30","end_date":"2026-06-01"})");
    add("equal dates", R"({"start_date":"2026-06-01","end_date":"2026-06-01"})");
    add("366 days", R"({"start_date":"2025-01-01","end_date":"2026-01-02"})");
    add("far future", R"({"start_date":"9998-01-01","end_date":"9998-02-01"})");
    add("year zero", R"({"start_date":"0000-01-01","end_date":"0000-02-01"})");
    add("no end", R"({"start_date":"2026-06-01"})");
    add("null dates", R"({"start_date":null,"end_date":null})");
    all.append({"no kind", post("/api/exports", '{' + Dates + '}'), 400});
    all.append({"kind of wrong type", post("/api/exports", R"({"report_type":{},)" + Dates + '}'), 400});
    all.append({"kind null", post("/api/exports", R"({"report_type":null,)" + Dates + '}'), 400});
}

void addMalformedBodies(QList<HostileRequest> &all)
{
    const auto add = [&all](const QByteArray &name, const QByteArray &body) {
        all.append({name, post("/api/exports", body), 400});
    };
    add("no body", {});
    add("not JSON", "start_date=2026-06-01");
    add("array", "[]");
    add("text", "\"{}\"");
    add("number", "1");
    add("null", "null");
    add("unfinished", "{\"start_date\":");
    add("single quotes", "{'report_type':'pdf'}");
    add("comment", "{/**/}");
    add("NaN", R"({"crop_size":NaN})");
    add("trailing comma", R"({"report_type":"pdf",})");
    add("two objects", "{}{}");
    add("null byte after", QByteArray("{}\0", 3));
    add("null byte inside", QByteArray("{\"report_type\":\"p\0df\"}", 21));
    add("invalid UTF-8", "{\"report_type\":\"\xff\xfe\"}");
    add("overlong UTF-8", "{\"report_type\":\"\xc0\xaf\"}");
    add("UTF-16", QByteArray("\xff\xfe{\0}\0", 6));
    add("lone surrogate", R"({"report_type":"\ud800"})");
    add("XML", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>");
    add("pickle", QByteArray("\x80\x04\x95\x00\x00\x00", 6));
    add("compressed", QByteArray("\x1f\x8b\x08\x00\x00\x00\x00\x00", 8));
    add("deep arrays", QByteArray(100'000, '['));
    add("deep objects", QByteArray("{\"a\":").repeated(20'000));
    add("deep and closed", R"({"report_type":)" + QByteArray(5'000, '[') + QByteArray(5'000, ']') + '}');
    add("million zeros", "{\"crop_size\":1" + QByteArray(1'000'000, '0') + '}');
    add("long key", "{\"" + QByteArray(1'000'000, 'k') + "\":1}");
    add("many keys", "{" + QByteArray("\"k\":1,").repeated(200'000) + "\"k\":1}");
    add("prototype", R"({"__proto__":{"report_type":"pdf"},"constructor":{}})");
    QByteArray ids;
    for (int at = 0; at <= 10'000; ++at)
        ids += "\"00000000-0000-0000-0000-" + QByteArray::number(at).rightJustified(12, '0') + "\",";
    all.append({"10,001 ids", post("/api/exports/zip", "{\"detection_ids\":[" + ids.chopped(1) + "]}"), 400});
    all.append({"10,001 times the same id",
                post("/api/exports/zip", "{\"detection_ids\":[" + QByteArray(Id + ',').repeated(10'000) + Id + "]}"),
                400});
    all.append({"over 2 MiB", post("/api/exports", '{' + QByteArray(2'097'152, ' ') + '}'), 413});
}

void addPaths(QList<HostileRequest> &all)
{
    const QByteArray files = "/api/static/exports/";
    for (const QByteArray &name : QByteArrayList{"",
                                                 ".",
                                                 "..",
                                                 "../secret",
                                                 "..%2fsecret",
                                                 "%2e%2e%2fsecret",
                                                 "..%5csecret",
                                                 "..\\secret",
                                                 "%2Fetc%2Fpasswd",
                                                 "/etc/passwd",
                                                 "..;/secret",
                                                 "....//secret",
                                                 "secret",
                                                 "secret%00.pdf",
                                                 ".herdbook/outbox",
                                                 "report_j_20261122_143100.pdf/",
                                                 "report_j_20261122_143100.pdf%00",
                                                 "report_j_20261122_143100.pdf/../secret",
                                                 "report_../secret_20261122_143100.pdf",
                                                 "report_..%2fsecret_20261122_143100.pdf",
                                                 "report_j_20261122_143100.pdf.bak",
                                                 "REPORT_J_20261122_143100.PDF",
                                                 "report_link_20261122_143100.pdf",
                                                 "report_*_20261122_143100.pdf",
                                                 "report_j_20261122_143100.zip",
                                                 "report__20261122_143100.pdf",
                                                 "con",
                                                 "file:///etc/passwd",
                                                 "http://elsewhere/x",
                                                 "%ff%fe",
                                                 "%",
                                                 QByteArray(8'000, 'a')})
        all.append({"file " + name.left(50), RawClient::request("GET", files + name), 404});
    for (const QByteArray &path : QByteArrayList{"/", "/api", "/api/", "//api/exports", "/api//exports", "/API/EXPORTS",
                                                 "/api/exports/pdf/../zip", "/api/exports%2fpdf", "/./api/exports",
                                                 "/api/exports/pdf/a/b", "/api/static/exports", "/.env", "/.git/config",
                                                 "/health/../api/exports", "/health%2f", "/docs/../health"})
        all.append({"path " + path, RawClient::request("GET", path), 404});
    for (const QByteArray &id :
         QByteArrayList{"*", "a%00", "..", "a b", "%2e%2e", "a:b", "x*", "{}", "a%0d%0aDEL", "'", "\xc3\xa9",
                        QByteArray(65, 'a'), QByteArray(5'000, 'a'), "export_job:j"}) {
        const bool isTarget = !id.contains(' ');
        all.append(
            {"status of " + id.left(40), RawClient::request("GET", "/api/exports/pdf/" + id), isTarget ? 404 : 400});
        all.append({"remove " + id.left(40), RawClient::request("DELETE", "/api/exports/" + id), isTarget ? 404 : 400});
    }
}

void addMethods(QList<HostileRequest> &all)
{
    const auto add = [&all](const QByteArray &method, const QByteArray &path, int status = 405) {
        all.append({method + ' ' + path, RawClient::request(method, path), status});
    };
    for (const char *method : {"PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "G3T"})
        add(method, "/api/exports");
    for (const char *method : {"GET", "HEAD", "PUT", "DELETE"})
        add(method, "/api/exports/pdf");
    for (const char *method : {"POST", "DELETE"})
        add(method, "/api/exports/pdf/j");
    for (const char *method : {"POST", "PUT", "DELETE"})
        add(method, "/api/static/exports/report_j_20261122_143100.pdf");
    add("POST", "/health");
    add("GET", "/api/exports/j");
    add("G(T", "/api/exports", 400);
    add("GET", "api/exports", 404);
    add("GET", "http://elsewhere.example/api/exports", 421);
    add("GET", "http://localhost:80:80/api/exports", 421);
    add("GET", "http://localhost@elsewhere.example/api/exports", 421);
    add("GET", "ftp://localhost/api/exports", 404);
    add("GET", "http://localhost/nothing", 404);
    add("GET", "/api/exports/", 307);
    add("GET", "/health/", 307);
    add("CONNECT", "localhost:22", 404);
    add("OPTIONS", "*", 404);
}

void addHeaders(QList<HostileRequest> &all)
{
    const QByteArray good = '{' + Dates + '}';
    const auto add = [&](const QByteArray &name, const QByteArray &headers, int status) {
        all.append({name, post("/api/exports/pdf", good, headers), status});
    };
    add("form", "Content-Type: application/x-www-form-urlencoded\r\n", 415);
    add("plain text", "Content-Type: text/plain\r\n", 415);
    add("multipart", "Content-Type: multipart/form-data; boundary=x\r\n", 415);
    add("almost JSON", "Content-Type: application/jsonp\r\n", 415);
    add("no type", {}, 415);
    add("empty type", "Content-Type: \r\n", 415);
    add("type of two", "Content-Type: text/plain, application/json\r\n", 415);
    add("long idempotency key", Json + "Idempotency-Key: " + QByteArray(201, 'k') + "\r\n", 400);
    add("idempotency key with spaces", Json + "Idempotency-Key: a b\r\n", 400);
    add("idempotency key beyond ASCII", Json + "Idempotency-Key: \xc3\xa9\r\n", 400);
    add("length twice", Json + "Content-Length: 5\r\n", 400);
    add("length and chunked", Json + "Transfer-Encoding: chunked\r\n", 400);
    add("unknown coding", Json + "Transfer-Encoding: gzip\r\n", 400); // beside the length
    add("second host", Json + "Host: elsewhere\r\n", 400);
    add("unknown expectation", Json + "Expect: more\r\n", 417);
    add("large header", Json + "X: " + QByteArray(20'000, 'x') + "\r\n", 431);
    add("many headers", Json + QByteArray("X: x\r\n").repeated(4'000), 431);
    add("null byte in a header", Json + QByteArray("X: a\0b\r\n", 8), 400);
    add("header without a colon", Json + "nonsense\r\n", 400);
    add("space before the colon", Json + "X : a\r\n", 400);
    const QByteArray head = "POST /api/exports/pdf HTTP/1.1\r\nHost: localhost\r\n" + Json;
    const auto raw = [&all](const QByteArray &name, const QByteArray &bytes, int status) {
        all.append({name, bytes, status});
    };
    const QByteArray chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
    raw("negative length", head + "Content-Length: -1\r\n\r\n", 400);
    raw("length of words", head + "Content-Length: many\r\n\r\n", 400);
    raw("length of 20 digits", head + "Content-Length: 18446744073709551616\r\n\r\n", 400);
    raw("length of 4 GB", head + "Content-Length: 4294967297\r\n\r\n", 413);
    raw("chunk without size", chunked + "\r\n{}\r\n0\r\n\r\n", 400);
    raw("chunk of no hexadecimal size", chunked + "xyz\r\n{}\r\n0\r\n\r\n", 400);
    raw("chunk of negative size", chunked + "-2\r\n{}\r\n0\r\n\r\n", 400);
    raw("chunk longer than said", chunked + "1\r\n{}\r\n0\r\n\r\n", 400);
    raw("chunk of 4 GB", chunked + "ffffffff\r\n", 413);
    raw("chunk extension without end", chunked + "2;" + QByteArray(50'000, 'x'), 400);
    raw("chunks of nothing valid", chunked + "2\r\n{}\r\n0\r\n\r\n", 400);
    raw("smuggled request",
        head + "Content-Length: 4\r\nTransfer-Encoding : chunked\r\n\r\n5c\r\nGPOST / HTTP/1.1\r\n\r\n", 400);
    for (const char *host :
         {"elsewhere.example", "localhost.elsewhere.example", "127.0.0.1.elsewhere.example", "127.0.0.1:x", "[::1",
          "xn--localhost", "localhost, elsewhere.example", "0x7f.1", "user@localhost"})
        raw(QByteArray("host ") + host, QByteArray("GET /api/exports HTTP/1.1\r\nHost: ") + host + "\r\n\r\n", 421);
    raw("no host", "GET /api/exports HTTP/1.1\r\n\r\n", 400);
    raw("no version", "GET /api/exports\r\n\r\n", 400);
    raw("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400);
    raw("bare line feeds", "GET /api/exports HTTP/1.1\nHost: localhost\n\n", 400);
    raw("TLS", QByteArray("\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03\r\n\r\n", 15), 400);
    raw("SSH", "SSH-2.0-OpenSSH_9.2p1\r\n\r\n", 400);
    raw("Redis", "*1\r\n$8\r\nFLUSHALL\r\n\r\n", 400);
}

} // namespace

QList<HostileRequest> hostileBodies()
{
    QList<HostileRequest> all;
    addWrongTypes(all);
    addRules(all);
    addMalformedBodies(all);
    return all;
}

QList<HostileRequest> hostileHeads()
{
    QList<HostileRequest> all;
    addPaths(all);
    addMethods(all);
    addHeaders(all);
    return all;
}

} // namespace herdbook::test
