// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/blanksectors.h"

#include <QtEndian>

#include <algorithm>

namespace herdbook::render {

namespace {

constexpr qint64 Sector = 512;
constexpr qint64 Padding = 4; // of a line, which may belong to a run

/// Whether nearly all of the bytes [first, end) differ from `fill` by more than the noise of a picture.
bool isApart(const QByteArray &bytes, qint64 first, qint64 end, uchar fill)
{
    constexpr int Noise = 8;
    const auto alike = std::count_if(bytes.begin() + first, bytes.begin() + end, [fill](char byte) {
        return std::abs(int{static_cast<uchar>(byte)} - int{fill}) <= Noise;
    });
    return 4 * alike < end - first;
}

bool isWholeLines(const Extent &run, const Extent &data, qint64 line)
{
    const auto isLineStart = [&](qint64 at) {
        const qint64 in = (at - data.first) % line;
        return in <= Padding || in >= line - Padding;
    };
    return isLineStart(run.first) && (run.end == data.end || isLineStart(run.end));
}

/// Whether the run ends where nothing in the picture does: what lies above its first line and below its last one is apart, while a part of
/// the picture would go on there.
bool isOdd(const QByteArray &bytes, const Extent &run, const Extent &data, qint64 line, uchar fill)
{
    constexpr qint64 Fewest = 64; // bytes that say something
    const qint64 head = std::min(run.size(), line - (run.first - data.first) % line);
    const qint64 tail = std::min(run.size(), (run.end - 1 - data.first) % line + 1);
    const bool ofSectors = beginsWithSector(run) || endsWithSector(run) || run.size() % Sector <= 4;
    if (run.size() < line && !ofSectors) // a thin line that was drawn looks the same, but for its length
        return false;
    const qint64 above = run.first - line, below = run.end + line;
    const auto isEnd = [&](const Extent &beside, const Extent &neighbor) {
        if (beside.size() >= Fewest)
            return isApart(bytes, beside.first, beside.end, fill);
        // A frame or a dark corner goes on beside the few bytes that it adds to whole lines.
        return isApart(bytes, neighbor.first, neighbor.end, fill) &&
               (ofSectors || beside.size() <= Padding || isApart(bytes, beside.first, beside.end, fill));
    };
    return above >= data.first && isEnd({above, above + head}, {above, run.first}) &&
           (below > data.end || isEnd({below - tail, below}, {run.end, below}));
}

} // namespace

std::vector<Extent> blankRuns(const QByteArray &bytes, Extent data, qint64 least)
{
    std::vector<Extent> runs;
    data.first = std::max<qint64>(data.first, 0);
    data.end = std::min<qint64>(data.end, bytes.size());
    // Whatever is long enough holds one of these places.
    for (qint64 at = data.first + least - 1; at < data.end; at += least) {
        const char fill = bytes[at];
        if (fill != '\0' && fill != '\xff')
            continue;
        Extent run{at, at + 1};
        while (run.first > data.first && bytes[run.first - 1] == fill)
            --run.first;
        while (run.end < data.end && bytes[run.end] == fill)
            ++run.end;
        if (run.size() >= least)
            runs.push_back(run);
        at = run.end - 1; // the next place is `least` bytes on
    }
    return runs;
}

bool beginsWithSector(const Extent &run)
{
    return run.first % Sector == 0;
}

bool endsWithSector(const Extent &run)
{
    return run.end % Sector == 0;
}

std::vector<Extent> blankSectors(const QByteArray &bytes, Extent data, qint64 line)
{
    std::vector<Extent> lost;
    data.end = std::min<qint64>(data.end, bytes.size());
    for (const Extent &run : blankRuns(bytes, data, Sector)) {
        const auto fill = static_cast<uchar>(bytes[run.first]);
        const bool sectors = beginsWithSector(run) && (endsWithSector(run) || run.end == data.end);
        if (sectors || (line > 0 && !isWholeLines(run, data, line) && isOdd(bytes, run, data, line, fill)))
            lost.push_back(run);
    }
    return lost;
}

bool isSoundProfile(const QByteArray &icc)
{
    constexpr qsizetype Head = 128, Signature = 36;
    return icc.isEmpty() || (icc.size() >= Head && icc.mid(Signature, 4) == "acsp" &&
                             qFromBigEndian<quint32>(icc.constData()) <= static_cast<quint32>(icc.size()));
}

} // namespace herdbook::render
