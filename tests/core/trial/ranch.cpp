// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/trial/ranch.h"

namespace herdbook::test {

using namespace herdbook::trial;

namespace {

// The first group of a UUID says what it is, the last one its number.
QUuid makeId(int kind, int number)
{
    return QUuid::fromString(QStringLiteral("%1-0000-0000-0000-%2")
                                 .arg(kind, 8, 10, QLatin1Char('0'))
                                 .arg(number, 12, 10, QLatin1Char('0')));
}

const QString content = QStringLiteral(R"(
CREATE FUNCTION made(kind int, number int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT (lpad(kind::text, 8, '0') || '-0000-0000-0000-' || lpad(number::text, 12, '0'))::uuid $$;
INSERT INTO deer (id, name, sex, status, species, created_at, first_seen, last_seen, confidence, sighting_count)
  SELECT made(1, n), 'deer ' || n, 'doe', 'alive', 'white-tailed', '2026-01-01', '2026-01-01', '2026-01-01', 1, 0
  FROM generate_series(1, %1) n;
INSERT INTO images (id, filename, path, timestamp, created_at)
  SELECT made(3, n), n || '.jpg', '/mnt/images/' || n || '.jpg', timestamptz '2026-11-01' + n * interval '1 min', now()
  FROM generate_series(1, %2) n;
INSERT INTO detections (id, image_id, deer_id, bbox, confidence, classification, created_at)
  SELECT made(2, n), made(3, n), CASE WHEN n % 5 = 0 THEN made(1, 1 + n % %1) END, '{"x":1,"y":1,"width":9,"height":9}',
  0.9, 'doe', now() FROM generate_series(1, %2) n;
UPDATE deer SET sighting_count = (SELECT count(*) FROM detections WHERE deer_id = deer.id);

CREATE TABLE audit (seq bigserial PRIMARY KEY, program text, detection uuid, before uuid, after uuid,
  eligible boolean, touched boolean);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO audit (program, detection, before, after, touched, eligible)
  VALUES (current_setting('application_name'), NEW.id, OLD.deer_id, NEW.deer_id,
    (OLD.deer_id, OLD.is_reviewed, OLD.reviewed_by, OLD.reviewed_at, OLD.corrected_classification) IS DISTINCT FROM
    (NEW.deer_id, NEW.is_reviewed, NEW.reviewed_by, NEW.reviewed_at, NEW.corrected_classification),
    NEW.is_valid AND NOT NEW.is_duplicate AND (SELECT sex::text FROM deer WHERE id = NEW.deer_id) =
    replace(coalesce(NEW.corrected_classification, NEW.classification), 'mature', 'buck')); RETURN NULL; END $$;
CREATE TRIGGER note AFTER UPDATE ON detections FOR EACH ROW EXECUTE FUNCTION note();

CREATE FUNCTION other_set(which uuid, wanted uuid) RETURNS void LANGUAGE plpgsql AS $$ DECLARE held uuid; BEGIN
  SELECT deer_id INTO held FROM detections WHERE id = which FOR UPDATE;
  IF NOT FOUND OR held IS NOT DISTINCT FROM wanted THEN RETURN; END IF;
  UPDATE detections SET deer_id = wanted WHERE id = which;
  UPDATE deer SET sighting_count = sighting_count - 1 WHERE id = held;
  UPDATE deer SET sighting_count = sighting_count + 1 WHERE id = wanted; END $$;
CREATE FUNCTION other_delete_detection(which uuid) RETURNS void LANGUAGE plpgsql AS $$ DECLARE held uuid; BEGIN
  DELETE FROM detections WHERE id = which RETURNING deer_id INTO held;
  UPDATE deer SET sighting_count = sighting_count - 1 WHERE id = held; END $$;
CREATE FUNCTION other_judge(which uuid, good boolean) RETURNS void LANGUAGE sql AS $$
  UPDATE detections SET is_valid = good WHERE id = which $$;
CREATE FUNCTION other_double(which uuid, twice boolean) RETURNS void LANGUAGE sql AS $$
  UPDATE detections SET is_duplicate = twice WHERE id = which $$;
CREATE FUNCTION other_correct(which uuid, class text) RETURNS void LANGUAGE sql AS $$
  UPDATE detections SET corrected_classification = class WHERE id = which $$;
CREATE FUNCTION other_sex(which uuid, wanted text) RETURNS void LANGUAGE sql AS $$
  UPDATE deer SET sex = wanted::deersex WHERE id = which $$;
CREATE FUNCTION other_confirm(which uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE detections SET is_reviewed = true, reviewed_by = 'a person', reviewed_at = clock_timestamp()
  WHERE id = which $$;
CREATE FUNCTION other_delete_deer(which uuid) RETURNS void LANGUAGE sql AS $$ DELETE FROM deer WHERE id = which $$;
SELECT 1)");

const QString faults = QStringLiteral(R"(
WITH ours AS (SELECT detection, before, after FROM audit WHERE program = 'herdbook'),
  journal AS (SELECT detection_id, old_deer_id, new_deer_id FROM herdbook.assignment WHERE outcome = 'written'
    UNION ALL SELECT detection_id, new_deer_id, old_deer_id FROM herdbook.assignment WHERE undo_outcome = 'restored'),
  chain AS (SELECT detection, before, lag(after) OVER w AS earlier, row_number() OVER w AS place FROM audit
    WINDOW w AS (PARTITION BY detection ORDER BY seq)),
  latest AS (SELECT DISTINCT ON (detection) detection, after FROM audit ORDER BY detection, seq DESC)
SELECT concat_ws('; ',
  (SELECT 'written but not in the journal: ' || count(*) FROM (SELECT * FROM ours EXCEPT ALL SELECT * FROM journal) x
    HAVING count(*) > 0),
  (SELECT 'in the journal but not written: ' || count(*) FROM (SELECT * FROM journal EXCEPT ALL SELECT * FROM ours) x
    HAVING count(*) > 0),
  (SELECT 'written though not eligible: ' || count(*) FROM audit
    WHERE program = 'herdbook' AND after IS NOT NULL AND eligible IS NOT TRUE HAVING count(*) > 0),
  (SELECT 'overwritten: ' || count(*) FROM chain WHERE place > 1 AND before IS DISTINCT FROM earlier HAVING count(*) > 0),
  (SELECT 'a later decision undone: ' || count(*) FROM audit u WHERE u.program = 'herdbook' AND u.after IS NULL
    AND EXISTS (SELECT FROM audit o WHERE o.detection = u.detection AND o.program <> 'herdbook' AND o.touched
    AND o.seq < u.seq AND o.seq > (SELECT max(w.seq) FROM audit w WHERE w.detection = u.detection
    AND w.program = 'herdbook' AND w.after IS NOT NULL AND w.seq < u.seq)) HAVING count(*) > 0),
  (SELECT 'lost: ' || count(*) FROM latest JOIN detections d ON d.id = detection
    WHERE d.deer_id IS DISTINCT FROM after HAVING count(*) > 0),
  (SELECT 'wrong count: ' || string_agg(name, ', ') FROM deer
    WHERE sighting_count <> (SELECT count(*) FROM detections WHERE deer_id = deer.id) HAVING count(*) > 0)))");

} // namespace

QUuid Ranch::deer(int number)
{
    return makeId(1, number);
}

QUuid Ranch::detection(int number)
{
    return makeId(2, number);
}

Result<void> Ranch::fill(int detections)
{
    const Result<QString> filled = m_servers.sql(content.arg(kDeer).arg(detections));
    if (!filled)
        return filled.error();
    const std::unique_ptr<storage::Postgres> connection = connect();
    return migrateSchema(*connection, 0, kSchemaVersion);
}

BatchPlan Ranch::plan(int first, int last) const
{
    BatchPlan plan;
    plan.id = QUuid::createUuid();
    plan.trial = makeId(7, 1);
    plan.threshold = 0.55;
    plan.by = QStringLiteral("tester@here");
    for (int number = first; number <= last; ++number) {
        plan.changes.push_back({detection(number), deer(1 + number % kDeer)});
        plan.sample.push_back(detection(number));
    }
    return plan;
}

Result<demo::PgSession> Ranch::otherProgram() const
{
    Result<demo::PgSession> session = demo::PgSession::open(m_servers.settings().postgres);
    if (!session)
        return session.error();
    // The demo's sessions are Herdbook's and say so; the audit tells programs apart by this name.
    if (const Result<void> named = session->execute("SET application_name = 'another program'"); !named)
        return named.error();
    return session;
}

QString Ranch::other(const QString &sql) const
{
    Result<demo::PgSession> session = otherProgram();
    if (!session)
        return session.error().message;
    const Result<QByteArray> value = session->value(sql.toUtf8());
    return value ? QString::fromUtf8(*value) : value.error().message;
}

QString Ranch::holds(int number) const
{
    return other(QStringLiteral("SELECT coalesce((SELECT coalesce(p.name, 'none') FROM detections d "
                                "LEFT JOIN deer p ON p.id = d.deer_id WHERE d.id = made(2, %1)), 'gone')")
                     .arg(number));
}

QString Ranch::fault() const
{
    return other(faults);
}

QString Ranch::untouchedColumns() const
{
    return other(
        QStringLiteral("SELECT concat_ws(' ', (SELECT md5(string_agg((to_jsonb(d) - 'deer_id')::text, '' ORDER BY id)) "
                       "FROM detections d), "
                       "(SELECT md5(string_agg((to_jsonb(p) - 'sighting_count')::text, '' ORDER BY id)) FROM deer p), "
                       "(SELECT md5(string_agg(to_jsonb(i)::text, '' ORDER BY id)) FROM images i))"));
}

std::unique_ptr<storage::Postgres> Ranch::connect() const
{
    Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(m_servers.settings().postgres);
    Q_ASSERT(connection);
    return std::move(*connection);
}

} // namespace herdbook::test
