// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/store/analysisfile.h"

#include "core/base/atomicfile.h"
#include "core/base/faults.h"
#include "core/base/version.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <boost/iostreams/device/array.hpp>
#include <boost/iostreams/stream.hpp>
#include <cereal/archives/binary.hpp>
#include <cereal/types/array.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>
#include <cerrno>
#include <concepts>
#include <fstream>
#include <zlib.h>

namespace herdbook::reid {

/// What is written as it lies in memory.
template<class T, class... Any>
concept OneOf = (std::same_as<T, Any> || ...);
template<class T>
concept Plain = OneOf<T, Detection, Match, Counts, DetPoint, Valley, OtsuSplit, Component, Evaluation, DuplicatePair,
                      MislabelSuspect, Contradiction, BurstConflict>;

template<class Archive, Plain T>
void serialize(Archive &archive, T &value)
{
    static_assert(std::is_trivially_copyable_v<T>);
    archive(cereal::binary_data(&value, sizeof value));
}

// Types by how many members they have: with one more or less the bindings don't compile, so that none can be forgotten.

template<class Archive, OneOf<DensityCurve> T>
void serialize(Archive &archive, T &value)
{
    auto &[a, b, c] = value;
    archive(a, b, c);
}

template<class Archive, OneOf<SexResult, Certification> T>
void serialize(Archive &archive, T &value)
{
    auto &[a, b, c, d] = value;
    archive(a, b, c, d);
}

template<class Archive, OneOf<Layers, Profile, Mixture, Group> T>
void serialize(Archive &archive, T &value)
{
    auto &[a, b, c, d, e] = value;
    archive(a, b, c, d, e);
}

template<class Archive, OneOf<Options, Clusters, TrialOffer> T>
void serialize(Archive &archive, T &value)
{
    auto &[a, b, c, d, e, f] = value;
    archive(a, b, c, d, e, f);
}

template<class Archive, OneOf<Check, Separation, SexAdvice, Goal, TrialSeen> T>
void serialize(Archive &archive, T &value)
{
    auto &[a, b, c, d, e, f, g] = value;
    archive(a, b, c, d, e, f, g);
}

template<class Archive>
void serialize(Archive &archive, Certificate &value)
{
    auto &[a, b, c, d, e, f, g, h, i, j, k, l, m] = value;
    archive(a, b, c, d, e, f, g, h, i, j, k, l, m);
}

template<class Archive>
void serialize(Archive &archive, Fingerprint &value)
{
    auto &[a, b, c, d, e, f, g, h] = value;
    archive(a, b, c, d, e, f, g, h);
}

template<class Archive>
void serialize(Archive &archive, Curves &value)
{
    auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n] = value;
    archive(a, b, c, d, e, f, g, h, i, j, k, l, m, n);
}

template<class Archive>
void serialize(Archive &archive, Recommendation &value)
{
    auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = value;
    archive(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p);
}

template<class Archive>
void serialize(Archive &archive, SexEvidence &value)
{
    auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y] = value;
    archive(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y);
}

template<class Archive>
void serialize(Archive &archive, Analysis &value)
{
    auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, another, last] = value;
    archive(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, another, last);
}

/// Paths are gone once the estimate is made.
template<class Archive>
void serialize(Archive &archive, Dataset &value)
{
    auto &[a, b, paths, c, d, e, f] = value;
    archive(a, b, c, d, e, f);
}

template<class Archive>
void save(Archive &archive, const ScoreCounts &value)
{
    std::vector<std::uint32_t> counts(value.empty() ? 0 : ScoreCounts::kValues);
    for (std::size_t i = 0; i < counts.size(); ++i)
        counts[i] = value.count(ScoreCounts::kLowest + static_cast<int>(i));
    archive(counts);
}

template<class Archive>
void load(Archive &archive, ScoreCounts &value)
{
    std::vector<std::uint32_t> counts;
    archive(counts);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0)
            value.add(ScoreCounts::kLowest + static_cast<int>(i), counts[i]);
    }
}

namespace {

/// Which build this is: what lies in memory may lie differently in another.
std::string build()
{
    const QFileInfo program(QCoreApplication::applicationFilePath());
    return QStringLiteral("%1 %2 %3")
        .arg(version())
        .arg(program.size())
        .arg(program.lastModified().toMSecsSinceEpoch())
        .toStdString();
}

/// CRC-32 of all but the last four bytes.
quint32 checksum(const uchar *data, qint64 size)
{
    return static_cast<quint32>(crc32_z(0, data, static_cast<z_size_t>(size)));
}

} // namespace

Result<void> writeAnalysis(const Analysis &analysis, const QString &path)
{
    AtomicFile file(path);
    const auto failed = [&] { return faultOfFile(errno, QStringLiteral("Can't keep the analysis in %1").arg(path)); };
    std::ofstream stream(file.temporaryPath().toStdString(), std::ios::binary);
    QFile::setPermissions(file.temporaryPath(), QFile::ReadOwner | QFile::WriteOwner);
    try {
        cereal::BinaryOutputArchive archive(stream);
        archive(build(), analysis);
    } catch (const cereal::Exception &) {
        return failed();
    }
    stream.close();
    QFile written(file.temporaryPath());
    if (!stream || !written.open(QIODevice::ReadWrite))
        return failed();
    const uchar *data = written.map(0, written.size());
    if (data == nullptr)
        return failed();
    const quint32 sum = checksum(data, written.size());
    if (!written.seek(written.size()) || written.write(reinterpret_cast<const char *>(&sum), sizeof sum) != sizeof sum)
        return failed();
    written.close();
    return file.publish();
}

std::optional<Analysis> readAnalysis(const QString &path)
{
    QFile file(path);
    quint32 sum = 0;
    if (!file.open(QIODevice::ReadOnly) || file.size() <= static_cast<qint64>(sizeof sum))
        return std::nullopt;
    const qint64 size = file.size() - static_cast<qint64>(sizeof sum);
    const uchar *data = file.map(0, file.size());
    if (data == nullptr)
        return std::nullopt;
    std::memcpy(&sum, data + size, sizeof sum);
    if (sum != checksum(data, size))
        return std::nullopt;
    boost::iostreams::stream<boost::iostreams::array_source> stream(reinterpret_cast<const char *>(data),
                                                                    static_cast<std::size_t>(size));
    cereal::BinaryInputArchive archive(stream);
    std::string builtAs;
    try {
        archive(builtAs);
        if (builtAs != build())
            return std::nullopt;
        std::optional<Analysis> analysis(std::in_place);
        archive(*analysis);
        return analysis;
    } catch (const std::exception &) { // another build's
        return std::nullopt;
    }
}

} // namespace herdbook::reid
