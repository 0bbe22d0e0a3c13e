// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/load/databaseanalysis.h"

#include "core/reid/load/reader.h"
#include "core/reid/load/sourcechecks.h"
#include "core/storage/snapshot.h"

#include <QElapsedTimer>
#include <thread>

namespace herdbook::reid {

namespace {

const QString kVectorColumn = QStringLiteral("feature_vector");

bool canHaveVectors(const Schema &schema)
{
    return schema.has(QStringLiteral("deer"), kVectorColumn) && schema.has(QStringLiteral("detections"), kVectorColumn);
}

Fingerprint fingerprintOf(const load::Sizes &sizes, const load::StoredFacts &facts, const load::Profiles &profiles)
{
    return {sizes.detections,
            sizes.assigned,
            profiles.list.size(),
            facts.rows,
            sizes.newest.toStdString(),
            facts.newestCalculatedAt.toStdString(),
            profiles.versions.toStdString(),
            {}};
}

class Run
{
public:
    Run(storage::Postgres &database, const Options &options, const std::stop_token &stop, const Progress &progress)
        : m_database(database), m_options(options), m_stop(stop), m_progress(progress)
    {
    }

    Result<std::shared_ptr<const Analysis>> operator()(Source source, const Clock &clock, const Certifier &certifier);

private:
    Result<bool> useVectors(Source source, const Schema &schema, const load::Sizes &sizes,
                            const load::StoredFacts &facts) const;
    Result<MatchResult> match(bool vectors, const Schema &schema, const load::Sizes &sizes,
                              const load::StoredFacts &facts, const Gallery &gallery);
    void stage(const QString &name) const
    {
        if (m_progress)
            m_progress(name, 0, 0);
    }

    storage::Postgres &m_database;
    const Options &m_options;
    const std::stop_token &m_stop;
    const Progress &m_progress;
    Dataset m_data;
    Provenance m_provenance;
};

Result<bool> Run::useVectors(Source source, const Schema &schema, const load::Sizes &sizes,
                             const load::StoredFacts &facts) const
{
    const bool possible = canHaveVectors(schema);
    if (source == Source::Vectors && !possible) {
        const QString table =
            schema.has(QStringLiteral("deer"), kVectorColumn) ? QStringLiteral("detections") : QStringLiteral("deer");
        return Error{ErrorKind::Corrupt, QStringLiteral("This database has no column %1.feature_vector").arg(table)};
    }
    if (source == Source::Stored && !schema.has(QStringLiteral("reid_similarity_scores")))
        return Error{ErrorKind::Corrupt, QStringLiteral("This database has no table reid_similarity_scores")};
    return source == Source::Vectors || (source == Source::Best && possible && (sizes.vectors > 0 || facts.rows == 0));
}

Result<MatchResult> Run::match(bool vectors, const Schema &schema, const load::Sizes &sizes,
                               const load::StoredFacts &facts, const Gallery &gallery)
{
    const MatchPlan plan = MatchPlan::forSize(sizes.detections, gallery.dimension(), m_options.current, m_options.seed);
    if (vectors)
        return load::matchVectors(m_database, schema, m_data, gallery, plan, sizes, m_options.threads, m_stop,
                                  m_progress);
    Result<load::StoredMatches> matches =
        load::matchStored(m_database, schema, m_data, gallery, plan, sizes, facts.rows, m_stop, m_progress);
    if (!matches)
        return matches.error();
    load::addStoredChecks(m_provenance.checks, facts, *matches, m_options.current);
    return std::move(matches->result);
}

Result<std::shared_ptr<const Analysis>> Run::operator()(Source source, const Clock &clock, const Certifier &certifier)
{
    QElapsedTimer timer;
    timer.start();
    stage(QStringLiteral("schema"));
    const Result<storage::Snapshot> snapshot = storage::Snapshot::begin(m_database, Schema::Use::Analysis);
    if (!snapshot)
        return snapshot.error();
    const Schema *schema = &snapshot->columns();
    const Result<load::Sizes> sizes = load::readSizes(m_database, *schema);
    if (!sizes)
        return sizes.error();
    // Where vectors decide, the facts of the stored scores are only told: they are read while the estimates are made.
    const bool factsFirst = source == Source::Stored || sizes->vectors == 0 || !canHaveVectors(*schema);
    Result<load::StoredFacts> facts = load::StoredFacts();
    if (factsFirst)
        facts = load::readStoredFacts(m_database, *schema, factsFirst);
    if (!facts)
        return facts.error();
    const Result<bool> vectors = useVectors(source, *schema, *sizes, *facts);
    if (!vectors)
        return vectors.error();
    if (m_stop.stop_requested())
        return load::cancelled();

    stage(QStringLiteral("profiles"));
    Result<load::Profiles> profiles = load::readProfiles(m_database, *schema, *vectors);
    if (!profiles)
        return profiles.error();
    m_provenance.source = *vectors ? "vectors" : "stored scores";
    m_provenance.fingerprint = fingerprintOf(*sizes, *facts, *profiles);
    m_provenance.deer = profiles->deer;
    m_provenance.madeAt = clock().toUTC().toString(Qt::ISODateWithMs).toStdString();
    m_provenance.checks = {load::schemaCheck(*schema), load::profileCheck(*profiles, !*vectors),
                           load::versionCheck(*profiles, !*vectors)};
    m_data.profiles = std::move(profiles->list);
    m_data.dimension = profiles->dimension;
    const Gallery gallery(m_data.profiles, profiles->vectors, profiles->dimension);
    m_data.profileVectors = std::move(profiles->vectors);

    Result<MatchResult> scores = match(*vectors, *schema, *sizes, *facts, gallery);
    if (!scores)
        return scores.error();
    stage(QStringLiteral("estimates"));
    Result<QString> versions = QString();
    const auto readLast = [&] {
        if (!factsFirst)
            facts = load::readStoredFacts(m_database, *schema, factsFirst);
        if (facts)
            versions = load::readRowVersions(m_database, *schema);
    };
    // The connection either reads vectors again for the estimate or, where they were kept, the rest meanwhile.
    const bool readsAgain = *vectors && !scores->vectors;
    Result<void> vectorsRead;
    ReadVectors read;
    std::vector<Uuid> ids;
    if (readsAgain) {
        for (const Detection &detection : m_data.detections)
            ids.push_back(detection.id);
        read = [&](std::span<const std::uint32_t> detections, std::span<float> to) {
            std::vector<Uuid> wanted;
            for (const std::uint32_t detection : detections)
                wanted.push_back(ids[detection]);
            vectorsRead = load::readVectors(m_database, *schema, gallery, wanted, to);
            return vectorsRead.hasValue();
        };
    }
    std::optional<Analysis> analysis;
    {
        const std::jthread estimating([&] {
            analysis = analyze(std::move(m_data), std::move(*scores), gallery, std::move(m_provenance), m_options,
                               m_stop, read);
        });
        if (!readsAgain)
            readLast();
    }
    if (!vectorsRead)
        return vectorsRead.error();
    if (readsAgain)
        readLast();
    if (!facts)
        return facts.error();
    if (!versions)
        return versions.error();
    if (!analysis)
        return load::cancelled();
    analysis->fingerprint.scoreRows = facts->rows;
    analysis->fingerprint.newestCalculatedAt = facts->newestCalculatedAt.toStdString();
    analysis->fingerprint.rowVersions = versions->toStdString();
    if (certifier)
        certify(*analysis, certifier(*analysis));
    analysis->seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    return std::shared_ptr<const Analysis>(std::make_shared<Analysis>(std::move(*analysis)));
}

} // namespace

Result<std::shared_ptr<const Analysis>> analyzeDatabase(storage::Postgres &database, const Options &options,
                                                        Source source, const std::stop_token &stop,
                                                        const Progress &progress, const Clock &clock,
                                                        const Certifier &certifier)
{
    database.stopOn(stop);
    Result<std::shared_ptr<const Analysis>> analysis = Run(database, options, stop, progress)(source, clock, certifier);
    if (!analysis && stop.stop_requested())
        return load::cancelled();
    return analysis;
}

Result<Fingerprint> readFingerprint(storage::Postgres &database)
{
    const Result<storage::Snapshot> snapshot = storage::Snapshot::begin(database, Schema::Use::Analysis);
    if (!snapshot)
        return snapshot.error();
    const Schema *schema = &snapshot->columns();
    const Result<load::Sizes> sizes = load::readSizes(database, *schema);
    if (!sizes)
        return sizes.error();
    const Result<load::StoredFacts> facts = load::readStoredFacts(database, *schema, false);
    if (!facts)
        return facts.error();
    const bool vectors = canHaveVectors(*schema) && (sizes->vectors > 0 || facts->rows == 0);
    const Result<load::Profiles> profiles = load::readProfiles(database, *schema, vectors);
    if (!profiles)
        return profiles.error();
    const Result<QString> versions = load::readRowVersions(database, *schema);
    if (!versions)
        return versions.error();
    Fingerprint fingerprint = fingerprintOf(*sizes, *facts, *profiles);
    fingerprint.rowVersions = versions->toStdString();
    return fingerprint;
}

} // namespace herdbook::reid
