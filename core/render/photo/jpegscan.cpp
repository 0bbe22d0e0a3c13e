// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/jpegscan.h"

#include "core/render/photo/blanksectors.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <jpeglib.h>

namespace herdbook::render {

namespace {

constexpr int LookedUp = 10; // bits of a code that are looked up at once
constexpr int StepBits = 12; // the same of coefficients with their values
constexpr int LongestCode = 16;
constexpr int NoSuchCode = -1;           // among the symbols
constexpr int LargestDifference = 11;    // bits of a difference of brightness
constexpr int LargestCoefficient = 10;   // bits of another coefficient
constexpr int FurthestBrightness = 1536; // half as much again as any picture of 8 bits has
constexpr qsizetype Padding = 8;         // bytes that some cameras leave before a marker

/// The bits of a scan, in which 0xff is followed by 0; a marker ends them.
class Bits
{
public:
    Bits(const uchar *data, const uchar *end) : m_at(data), m_end(end) {}

    /// So that 32 bits are there, if so many follow.
    void fill()
    {
        if (m_count >= 32)
            return;
        if (m_end - m_at >= 8) {
            const auto next = qFromBigEndian<quint64>(m_at);
            if (((~next - 0x0101010101010101U) & next & 0x8080808080808080U) == 0) { // none is 0xff
                m_bits |= next >> m_count;
                m_at += (63 - m_count) / 8;
                m_count |= 56;
                return;
            }
        }
        for (; m_count <= 56 && m_at < m_end; m_count += 8) {
            const uchar byte = *m_at;
            if (byte == 0xff && (m_at + 1 == m_end || m_at[1] != 0))
                return;
            m_at += byte == 0xff ? 2 : 1;
            m_bits |= quint64{byte} << (56 - m_count);
        }
    }
    quint32 peek(int count) const { return static_cast<quint32>(m_bits >> (64 - count)); }
    void skip(int count)
    {
        m_bits <<= count;
        m_count -= count;
    }
    const uchar *at() const { return m_at - m_count / 8; }
    /// Whether more bits were skipped than there are.
    bool isOver() const { return m_count < 0; }

    /// After the last code: whether what is left up to the marker is filling. Bits up to a whole byte are ones, and where they are, cameras
    /// were seen to leave some bytes.
    bool endsWell()
    {
        fill();
        const int bits = m_count % 8;
        const bool ones = bits == 0 || peek(bits) == (1U << bits) - 1;
        skip(bits);
        qsizetype bytes = 0;
        bool blank = true;
        for (int first = -1; m_count > 0; ++bytes, skip(8), fill()) {
            const int byte = static_cast<int>(peek(8));
            first = bytes == 0 ? byte : first;
            blank = blank && byte == first && (byte == 0 || byte == 0xff);
            if (!blank && bytes > Padding)
                return false;
        }
        return bytes == 0 || blank || (ones && bytes <= Padding);
    }

    /// Goes on after the next marker; which one that is, or 0.
    int passMarker()
    {
        m_bits = 0;
        m_count = 0;
        for (; m_end - m_at >= 2; ++m_at) {
            if (m_at[0] != 0xff || m_at[1] == 0 || m_at[1] == 0xff)
                continue;
            m_at += 2;
            return m_at[-1];
        }
        return 0;
    }

private:
    const uchar *m_at;
    const uchar *m_end;
    quint64 m_bits = 0; ///< the next one is the highest
    int m_count = 0;
};

/// A table of codes.
class Codes
{
public:
    struct Code
    {
        qint16 length = 0; ///< 0: none
        qint16 symbol = NoSuchCode;
    };

    /// How far the codes of some coefficients lead on.
    struct Step
    {
        quint8 bits = 0; ///< with those of the values; 0: there is no code, or no short one
        quint8 coefficients = 0;
        bool ends = false; ///< the rest of the block is zeros
    };
    static Step stepOf(const Code &code)
    {
        const int size = code.symbol & 15, zeros = code.symbol >> 4;
        if (code.length == 0 || size > LargestCoefficient)
            return {};
        const bool ends = size == 0 && zeros != 15;
        return {static_cast<quint8>(code.length + size), static_cast<quint8>(ends ? 0 : zeros + 1), ends};
    }

    /// @param ofCoefficients or of differences, which are never asked for steps.
    Codes(const JHUFF_TBL &table, bool ofCoefficients)
    {
        int code = 0, at = 0;
        for (qint16 length = 1; length <= LongestCode; ++length, code <<= 1) {
            m_offset[length] = at - code;
            for (int i = 0; i < table.bits[length] && at < 256; ++i, ++code, ++at) {
                m_symbols[at] = table.huffval[at];
                if (length > LookedUp)
                    continue;
                const int first = code << (LookedUp - length);
                const int last = std::min(first + (1 << (LookedUp - length)), 1 << LookedUp);
                std::fill(m_short.begin() + std::min(first, last), m_short.begin() + last,
                          Code{length, table.huffval[at]});
            }
            m_end[length] = code;
        }
        if (ofCoefficients)
            lookUpSteps();
    }

    /// The symbol of the code of zeros alone.
    int ofZeros() const { return m_short.front().symbol; }
    /// As many coefficients as are looked up at once.
    const Step &steps(const Bits &bits) const { return m_steps[bits.peek(StepBits)]; }
    /// The code that the bits begin with.
    Code next(const Bits &bits) const
    {
        const Code &known = m_short[bits.peek(LookedUp)];
        return known.length > 0 ? known : longCode(bits);
    }

private:
    void lookUpSteps()
    {
        constexpr int Window = (1 << StepBits) - 1;
        for (int first = 0; first <= Window; ++first) {
            Step &all = m_steps[first];
            while (!all.ends && all.bits < StepBits) {
                const int rest = first << all.bits & Window;
                const Step next = stepOf(m_short[rest >> (StepBits - LookedUp)]);
                if (next.bits == 0 || all.bits + next.bits > StepBits)
                    break;
                all = {static_cast<quint8>(all.bits + next.bits),
                       static_cast<quint8>(all.coefficients + next.coefficients), next.ends};
            }
        }
    }

    Code longCode(const Bits &bits) const
    {
        for (qint16 length = LookedUp + 1; length <= LongestCode; ++length) {
            if (const int code = static_cast<int>(bits.peek(length)); code < m_end[length])
                return {length, m_symbols[std::clamp(code + m_offset[length], 0, 255)]};
        }
        return {};
    }

    std::array<Code, 1 << LookedUp> m_short{};
    std::array<Step, 1 << StepBits> m_steps{};
    std::array<int, LongestCode + 1> m_end{};    ///< after the last code of a length
    std::array<int, LongestCode + 1> m_offset{}; ///< from a code to its symbol
    std::array<qint16, 256> m_symbols{};
};

class Reading
{
public:
    Reading(const jpeg_decompress_struct &codec, const uchar *data, const uchar *end)
        : m_codec(codec), m_data(data), m_bits(data, end)
    {
        m_differences.reserve(static_cast<std::size_t>(codec.comps_in_scan));
        m_coefficients.reserve(static_cast<std::size_t>(codec.comps_in_scan));
        for (int i = 0; i < codec.comps_in_scan; ++i) {
            const jpeg_component_info &component = *codec.cur_comp_info[i];
            m_differences.emplace_back(*codec.dc_huff_tbl_ptrs[component.dc_tbl_no], false);
            m_coefficients.emplace_back(*codec.ac_huff_tbl_ptrs[component.ac_tbl_no], true);
            m_steps.push_back(component.quant_table->quantval[0]);
        }
        m_last.resize(m_steps.size());
    }

    ScanFit run(const std::stop_token &stop)
    {
        ScanFit fit;
        fit.whole = false;
        bool whole = true;
        const bool restarts = m_codec.restart_interval > 0;
        const qint64 all = qint64{m_codec.MCUs_per_row} * m_codec.MCU_rows_in_scan;
        const qint64 interval = restarts ? m_codec.restart_interval : all;
        for (qint64 first = 0; first < all; first += interval) {
            if (first > 0 && m_bits.passMarker() != JPEG_RST0 + (first / interval - 1) % 8)
                return fit; // libjpeg tells
            const qint64 end = std::min(first + interval, all);
            const qint64 unit = readUnits(first, end, stop);
            if (stop.stop_requested())
                return fit;
            if (m_bits.isOver()) { // libjpeg tells
                whole = false;
                continue;
            }
            if (unit < end) {
                fit.signs.push_back(rowOf(unit));
                fit.placed = restarts || isNoPicture();
                continue;
            }
            if (unit == all)
                fit.blank = hasBlank();
            if (unit == end && !m_bits.endsWell()) {
                fit.misfit = !restarts;
                if (restarts)
                    fit.signs.push_back(rowOf(end - 1));
            }
        }
        fit.whole = whole;
        return fit;
    }

private:
    /// Whether what was read has zeros on end that stand for more than flat blocks: nothing but faint coefficients, all alike.
    bool hasBlank() const
    {
        const bool areFlat = std::all_of(m_coefficients.begin(), m_coefficients.end(),
                                         [](const Codes &codes) { return codes.ofZeros() == 0; });
        const auto bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(m_data), m_bits.at() - m_data);
        return !areFlat && !blankRuns(bytes, {0, bytes.size()}, RepeatedBytes).empty();
    }

    enum class Block { Good, NoCode, TooBright };

    /// Row of blocks as high as the coarsest color's.
    int rowOf(qint64 unit) const
    {
        const auto row = static_cast<int>(unit / m_codec.MCUs_per_row);
        return m_codec.comps_in_scan == 1 ? row / m_codec.cur_comp_info[0]->v_samp_factor : row;
    }

    /// The first unit that can't be, or `end`.
    qint64 readUnits(qint64 first, qint64 end, const std::stop_token &stop)
    {
        std::fill(m_last.begin(), m_last.end(), 0);
        for (qint64 unit = first; unit < end; ++unit) {
            if (unit % m_codec.MCUs_per_row == 0 && stop.stop_requested())
                return unit;
            for (int block = 0; block < m_codec.blocks_in_MCU; ++block) {
                if (readBlock(block) != Block::Good)
                    return unit;
            }
        }
        return end;
    }

    /// Whether the blocks that follow are full of such codes.
    bool isNoPicture()
    {
        constexpr int Blocks = 60, Many = 6;
        int wrong = 0;
        for (int block = 0; block < Blocks && !m_bits.isOver(); ++block)
            wrong += readBlock(block % m_codec.blocks_in_MCU) == Block::NoCode ? 1 : 0;
        return wrong >= Many;
    }

    Block readBlock(int number)
    {
        const auto component = static_cast<std::size_t>(m_codec.MCU_membership[number]);
        m_bits.fill();
        const Codes::Code head = m_differences[component].next(m_bits);
        if (head.symbol == NoSuchCode || head.symbol > LargestDifference)
            return noCode();
        m_bits.skip(head.length);
        bool tooBright = false;
        if (const int size = head.symbol; size > 0) {
            const int value = static_cast<int>(m_bits.peek(size));
            m_last[component] += value >> (size - 1) != 0 ? value : value - (1 << size) + 1;
            m_bits.skip(size);
            tooBright = std::abs(qint64{m_last[component]}) * m_steps[component] > FurthestBrightness;
        }
        const Codes &coefficients = m_coefficients[component];
        Bits bits = m_bits; // in registers
        int at = 1;
        for (bool ends = false; at < DCTSIZE2 && !ends;) {
            bits.fill();
            Codes::Step step = coefficients.steps(bits);
            if (step.bits == 0 || at + step.coefficients >= DCTSIZE2) // the block's last ones one by one
                step = Codes::stepOf(coefficients.next(bits));
            if (step.bits == 0) {
                m_bits = bits;
                return noCode();
            }
            bits.skip(step.bits);
            at += step.coefficients;
            ends = step.ends;
        }
        m_bits = bits;
        if (at > DCTSIZE2 || bits.isOver())
            return Block::NoCode;
        return tooBright ? Block::TooBright : Block::Good;
    }

    Block noCode()
    {
        m_bits.skip(LongestCode);
        return Block::NoCode;
    }

    const jpeg_decompress_struct &m_codec;
    const uchar *m_data;
    Bits m_bits;
    std::vector<Codes> m_differences, m_coefficients; ///< by component of the scan
    std::vector<int> m_steps;                         ///< that brightness goes by
    std::vector<int> m_last;                          ///< brightness of the last block, in steps
};

} // namespace

ScanFit readScan(const jpeg_decompress_struct &codec, const uchar *data, const uchar *end, const std::stop_token &stop)
{
    if (codec.arith_code || codec.progressive_mode || codec.comps_in_scan != codec.num_components ||
        codec.MCUs_per_row == 0)
        return {};
    for (int i = 0; i < codec.comps_in_scan; ++i) {
        const jpeg_component_info &component = *codec.cur_comp_info[i];
        if (codec.dc_huff_tbl_ptrs[component.dc_tbl_no] == nullptr ||
            codec.ac_huff_tbl_ptrs[component.ac_tbl_no] == nullptr || component.quant_table == nullptr)
            return {};
    }
    return Reading(codec, data, end).run(stop);
}

} // namespace herdbook::render
