// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/decompress.h"

#include <boost/iostreams/device/array.hpp>
#include <boost/iostreams/filter/bzip2.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filter/lzma.hpp>
#include <boost/iostreams/filter/zlib.hpp>
#include <boost/iostreams/filter/zstd.hpp>
#include <boost/iostreams/filtering_stream.hpp>

namespace herdbook::exports {

namespace {

namespace io = boost::iostreams;

/// Whether there is a filter of that name.
bool pushFilter(io::filtering_istream &stream, const QByteArray &packed, const QString &compression)
{
    if (compression == QLatin1String("application/x-gzip")) {
        if (packed.startsWith("\x1f\x8b"))
            stream.push(io::gzip_decompressor());
        else
            stream.push(io::zlib_decompressor());
    } else if (compression == QLatin1String("application/x-bz2")) {
        stream.push(io::bzip2_decompressor());
    } else if (compression == QLatin1String("application/x-lzma")) {
        stream.push(io::lzma_decompressor());
    } else if (compression == QLatin1String("application/zstd")) {
        stream.push(io::zstd_decompressor());
    } else {
        return false;
    }
    return true;
}

} // namespace

Result<QByteArray> decompress(const QByteArray &packed, const QString &compression)
{
    io::filtering_istream stream;
    if (!pushFilter(stream, packed, compression))
        return Error{
            ErrorKind::InvalidInput,
            QStringLiteral("The message is compressed as %1, which Herdbook doesn't read").arg(compression.left(80))};
    stream.push(io::array_source(packed.constData(), static_cast<size_t>(packed.size())));
    stream.exceptions(std::ios::badbit);
    constexpr qsizetype Step = qsizetype{64} << 10;
    QByteArray body;
    try {
        while (stream) {
            const qsizetype before = body.size();
            body.resize(before + Step);
            stream.read(body.data() + before, Step);
            body.resize(before + stream.gcount());
            if (body.size() > MostBodyBytes)
                return Error{ErrorKind::Storage,
                             QStringLiteral("The message's body unpacks to more than %1 MiB").arg(MostBodyBytes >> 20)};
        }
    } catch (const std::exception &) {
        return Error{ErrorKind::Corrupt,
                     QStringLiteral("The message's body can't be unpacked as %1").arg(compression.left(80))};
    }
    return body;
}

} // namespace herdbook::exports
