// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/jpegdamage.h"

#include "core/render/photo/blanksectors.h"
#include "core/render/photo/jpegcoefficients.h"
#include "core/render/photo/jpegerrors.h"
#include "core/render/photo/jpegscan.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace herdbook::render {

namespace {

constexpr std::size_t Piece = 512;   // bytes given to libjpeg at once, so that each can be told to belong to a row
constexpr int Padding = 8;           // bytes that some cameras leave before a marker
constexpr qint64 RepeatedBits = 256; // as many zero bytes are no picture where each bit adds to what is there
constexpr int MostScans = 500;

/// A place in the photo: the scan (from 1), and the row of blocks within it.
struct Place
{
    int scan = 0;
    int row = 0;
};

/// Something that libjpeg complained about.
struct Event
{
    int code = 0;
    Place place;
    int marker = 0;     ///< that ended the data, or 0
    qsizetype at = 0;   ///< in the bytes
    int count = 0;      ///< bytes left over
    bool ended = false; ///< the file was at its end
};

/// What a scan is about.
struct Scan
{
    bool firstLight = false; ///< it brings the first of the brightness: without it there is no picture
    qint64 leastBlank = 0;   ///< zeros on end that are no picture, as empty blocks are counted: of detail; 0: none are
    qint64 from = 0;         ///< where its data begins in the file
    int restartRows = 0;     ///< rows of blocks that one restart interval may touch; 0 without restart markers
};

struct Examination
{
    JpegErrors errors; ///< first, as libjpeg knows only this
    jpeg_decompress_struct codec{};
    jpeg_source_mgr source{};
    jpeg_progress_mgr progress{};
    JpegCoefficients coefficients;
    const uchar *data = nullptr;
    std::size_t size = 0;
    std::size_t given = 0; ///< bytes handed over
    bool ended = false;
    const std::stop_token *stop = nullptr;
    std::vector<Place> pieces; ///< where decoding was when each piece was handed over
    std::vector<Event> events;
    std::vector<Scan> scans{1}; ///< by number
    ScanFit fit;                ///< of a single scan
    int blockRows = 0, rowHeight = 8;
    /// The row from which an arithmetic decoder had no data: it goes on and doesn't tell.
    int starvedFrom = std::numeric_limits<int>::max();
    bool coarse = false;   ///< scans are missing that would bring the detail
    bool examined = false; ///< far enough to judge

    Examination(const QByteArray &bytes, const std::stop_token &stopping)
        : data(reinterpret_cast<const uchar *>(bytes.constData())), size(static_cast<std::size_t>(bytes.size())),
          stop(&stopping)
    {
        errors.base.emit_message = note;
        source.init_source = [](j_decompress_ptr) {};
        source.term_source = [](j_decompress_ptr) {};
        source.fill_input_buffer = fill;
        source.skip_input_data = skip;
        source.resync_to_restart = jpeg_resync_to_restart;
        progress.progress_monitor = [](j_common_ptr common) {
            Examination *self = of(common);
            if (self->stop->stop_requested() || self->codec.input_scan_number > MostScans)
                std::longjmp(self->errors.jump, 1);
        };
    }
    ~Examination() { jpeg_destroy_decompress(&codec); }

    static Examination *of(j_common_ptr common) { return reinterpret_cast<Examination *>(common->err); }
    qint64 at() const { return static_cast<qint64>(given - source.bytes_in_buffer); }
    Place here() const { return {codec.input_scan_number, static_cast<int>(codec.input_iMCU_row)}; }

    static boolean fill(j_decompress_ptr codec)
    {
        static const uchar end[2] = {0xff, JPEG_EOI};
        Examination *self = of(reinterpret_cast<j_common_ptr>(codec));
        if (self->given >= self->size) {
            self->ended = true;
            WARNMS(codec, JWRN_JPEG_EOF);
            self->source.next_input_byte = end;
            self->source.bytes_in_buffer = 2;
            return TRUE;
        }
        self->pieces.resize(self->given / Piece + 1, self->here());
        self->source.next_input_byte = self->data + self->given;
        self->source.bytes_in_buffer = std::min(Piece, self->size - self->given);
        self->given += self->source.bytes_in_buffer;
        return TRUE;
    }

    static void skip(j_decompress_ptr codec, long count)
    {
        Examination *self = of(reinterpret_cast<j_common_ptr>(codec));
        while (count > 0) {
            if (self->source.bytes_in_buffer == 0)
                fill(codec);
            if (self->ended)
                return;
            const std::size_t step = std::min(static_cast<std::size_t>(count), self->source.bytes_in_buffer);
            self->source.next_input_byte += step;
            self->source.bytes_in_buffer -= step;
            count -= static_cast<long>(step);
        }
    }

    static void note(j_common_ptr common, int level)
    {
        const int code = common->err->msg_code;
        if (level >= 0 || !JpegErrors::tellsOfDamage(code))
            return;
        Examination *self = of(common);
        const int count = code == JWRN_EXTRANEOUS_DATA ? common->err->msg_parm.i[0] : 0;
        self->events.push_back({code, self->here(), self->codec.unread_marker, self->at(), count, self->ended});
    }

    void noteScan()
    {
        const auto number = static_cast<std::size_t>(codec.input_scan_number);
        if (number < scans.size() || codec.comps_in_scan < 1)
            return;
        scans.resize(number + 1);
        Scan &scan = scans[number];
        scan.firstLight = codec.Ss == 0 && codec.Ah == 0 && codec.cur_comp_info[0]->component_index == 0;
        scan.leastBlank = codec.Ss == 0 ? 0 : codec.Ah == 0 ? RepeatedBytes : RepeatedBits;
        scan.from = at();
        const JDIMENSION interval = codec.restart_interval, across = codec.MCUs_per_row;
        if (interval > 0 && across > 0) {
            const bool even = interval % across == 0 || across % interval == 0;
            scan.restartRows = static_cast<int>((interval + across - 1) / across) + (even ? 0 : 1);
        }
    }

    void run(qint64 mostMemory)
    {
        codec.err = &errors.base;
        if (setjmp(errors.jump) != 0) {
            // It gave up in the middle: as if the data ended there.
            if (examined) {
                coarse = coarse || codec.buffered_image != 0;
                events.push_back({JWRN_HIT_MARKER, here(), 0, 0, 0, false});
            }
            return;
        }
        jpeg_create_decompress(&codec);
        codec.mem->max_memory_to_use = static_cast<long>(mostMemory);
        coefficients.serve(codec);
        codec.src = &source;
        codec.progress = &progress;
        jpeg_read_header(&codec, TRUE);
        const uchar *scan = data + at();
        const bool several = jpeg_has_multiple_scans(&codec) != 0;
        codec.buffered_image = several ? TRUE : FALSE;
        codec.scale_num = 1;
        codec.scale_denom = 8;
        codec.out_color_space = codec.jpeg_color_space;
        jpeg_start_decompress(&codec);
        blockRows = static_cast<int>(codec.total_iMCU_rows);
        rowHeight = codec.max_v_samp_factor * DCTSIZE;
        noteScan();
        examined = true;
        if (!several)
            fit = readScan(codec, scan, data + size, *stop);
        if (several)
            consume();
        else
            readThrough();
    }

    void consume()
    {
        for (int got = JPEG_SUSPENDED; got != JPEG_REACHED_EOI;) {
            got = jpeg_consume_input(&codec);
            if (got == JPEG_ROW_COMPLETED)
                progress.progress_monitor(reinterpret_cast<j_common_ptr>(&codec));
            noteScan();
        }
        coarse = coarse || lacksScans(codec);
        scans.push_back({.from = at()}); // where the last one ends
    }

    void readThrough()
    {
        JSAMPARRAY line =
            (*codec.mem->alloc_sarray)(reinterpret_cast<j_common_ptr>(&codec), JPOOL_IMAGE,
                                       codec.output_width * static_cast<JDIMENSION>(codec.output_components), 1);
        while (codec.output_scanline < codec.output_height) {
            jpeg_read_scanlines(&codec, line, 1);
            if (codec.arith_code && codec.restart_interval == 0 && codec.unread_marker != 0)
                starvedFrom = std::min(starvedFrom, static_cast<int>(codec.input_iMCU_row));
        }
        jpeg_finish_decompress(&codec);
    }
};

/// Bytes that repeat as no picture's do, as places where decoding met them; only within scans.
std::vector<Place> repeats(const Examination &found)
{
    std::vector<Place> places;
    const auto end = static_cast<qsizetype>(std::min(found.size, found.given));
    for (qsizetype at = 0, run = 1; at + 1 < end; ++at) {
        run = found.data[at + 1] == found.data[at] ? run + 1 : 1;
        if (run != RepeatedBytes)
            continue;
        const auto piece = static_cast<std::size_t>(at + 2 - RepeatedBytes) / Piece;
        if (piece < found.pieces.size() && found.pieces[piece].scan > 0)
            places.push_back(found.pieces[piece]);
    }
    return places;
}

/// Whether bytes left over are filling, and only they: of a bad sector the decoder takes a part for data.
bool isPadding(const Examination &found, const Event &event)
{
    if (event.count <= Padding)
        return true;
    const qsizetype last = std::min(event.at, static_cast<qsizetype>(found.size)) - (event.ended ? 0 : 2);
    qsizetype first = last;
    while (first > 0 && found.data[first - 1] == found.data[last - 1])
        --first;
    const bool filling = last > 0 && (found.data[last - 1] == 0 || found.data[last - 1] == 0xff);
    return filling && last - first >= event.count - 2 * Padding && last - first <= event.count + 2 * Padding;
}

/// Whether a marker may stand after a scan: the end, or what comes before the next one.
bool isExpected(int marker)
{
    constexpr int Tables = 0xc4, NextScan = 0xda, Quantizers = 0xdb, Height = 0xdc, Restarts = 0xdd;
    return marker == JPEG_EOI || marker == Tables || marker == NextScan || marker == Quantizers || marker == Height ||
           marker == Restarts;
}

bool isRestart(int marker)
{
    return marker >= JPEG_RST0 && marker <= JPEG_RST0 + 7;
}

/// Whether zeros on end are in a scan where they can't be.
bool hasBlank(const Examination &found, int number)
{
    const auto scan = found.scans.begin() + number;
    if (scan->leastBlank == 0 || scan + 1 == found.scans.end())
        return false;
    const auto bytes =
        QByteArray::fromRawData(reinterpret_cast<const char *>(found.data), static_cast<qsizetype>(found.size));
    return !blankRuns(bytes, {scan->from, (scan + 1)->from}, scan->leastBlank).empty();
}

/// What the events of one scan say, in rows of blocks.
std::vector<DamagedRows> judge(const Examination &found, int number, const std::vector<Place> &repeated)
{
    const Scan &scan = found.scans[static_cast<std::size_t>(number)];
    const int rows = found.blockRows;
    constexpr int Nowhere = std::numeric_limits<int>::max();
    int firstSign = Nowhere;
    int lostFrom = Nowhere;
    bool misfit = found.fit.misfit;
    std::vector<DamagedRows> damage;
    // The restart interval before may have the damage, or the one that begins there.
    const auto bound = [&](int row) {
        if (scan.restartRows > 0)
            damage.push_back({std::max(0, row - scan.restartRows), std::min(rows, row + scan.restartRows), false});
    };
    const auto sign = [&](int row) {
        firstSign = std::min(firstSign, std::max(0, row - 1));
        bound(row);
    };
    if (found.fit.placed)
        std::for_each(found.fit.signs.begin(), found.fit.signs.end(), sign);
    for (const Event &event : found.events) {
        if (event.place.scan != number)
            continue;
        const int row = std::min(event.place.row, rows);
        const bool over = row >= rows; // all blocks are there
        switch (event.code) {
        case JWRN_HIT_MARKER: {
            const bool foreign = !isExpected(event.marker) && !isRestart(event.marker);
            if (over)
                break;
            if (scan.restartRows == 0 || event.marker == JPEG_EOI)
                lostFrom = std::min(lostFrom, row);
            if (foreign || isRestart(event.marker) || event.ended)
                firstSign = std::min(firstSign, std::max(0, row - (event.ended ? 0 : 1)));
            misfit = misfit || (!foreign && !isRestart(event.marker) && !event.ended);
            break;
        }
        case JWRN_EXTRANEOUS_DATA:
            if (isPadding(found, event))
                continue;
            if (over)
                misfit = true;
            else
                firstSign = std::min(firstSign, std::max(0, row - 1));
            break;
        case JWRN_JPEG_EOF:
            // Told by what it leaves undone.
            if (found.codec.arith_code == 0 || over)
                continue;
            lostFrom = std::min(lostFrom, std::max(0, row - 1));
            break;
        default:
            if (!found.fit.placed) // told by the fit
                continue;
            firstSign = std::min(firstSign, std::max(0, row - 1));
            break;
        }
        if (!over)
            bound(row);
    }
    const bool blank = found.fit.blank || hasBlank(found, number);
    if (found.starvedFrom < rows)
        firstSign = std::min(firstSign, std::max(0, found.starvedFrom - 1));
    const bool any = misfit || blank || !found.fit.placed || firstSign != Nowhere || lostFrom != Nowhere;
    if (!any)
        return {};
    for (const Place &place : repeated) {
        if (place.scan == number)
            sign(place.row);
    }
    if (!found.fit.placed && firstSign > found.fit.signs.front()) // nothing else tells where damage begins
        firstSign = 0;
    if (lostFrom != Nowhere)
        damage.push_back({lostFrom, rows, scan.firstLight});
    if (misfit || scan.restartRows == 0)
        damage.push_back({firstSign == Nowhere ? (misfit ? 0 : lostFrom) : firstSign, rows, false});
    return damage;
}

} // namespace

bool lacksScans(const jpeg_decompress_struct &codec)
{
    for (int component = 0; component < codec.num_components; ++component) {
        if (codec.comp_info[component].quant_table == nullptr) // taken with the color's first scan
            return true;
        for (int k = 0; codec.coef_bits != nullptr && k < DCTSIZE2; ++k) {
            if (codec.coef_bits[component][k] != 0)
                return true;
        }
    }
    return false;
}

std::vector<DamagedRows> findJpegDamage(const QByteArray &bytes, qint64 mostMemory, const std::stop_token &stop)
{
    constexpr int Bottom = std::numeric_limits<int>::max();
    Examination found(bytes, stop);
    found.run(mostMemory);
    if (!found.examined)
        return {{0, Bottom, false}};
    const std::vector<Place> repeated = repeats(found);
    std::vector<DamagedRows> damage;
    if (found.coarse)
        damage.push_back({0, found.blockRows, false});
    for (int scan = 1; scan < static_cast<int>(found.scans.size()); ++scan) {
        for (const DamagedRows &rows : judge(found, scan, repeated))
            damage.push_back(rows);
    }
    for (DamagedRows &rows : damage) {
        rows.first *= found.rowHeight;
        rows.end = rows.end >= found.blockRows ? Bottom : rows.end * found.rowHeight;
    }
    return damage;
}

} // namespace herdbook::render
