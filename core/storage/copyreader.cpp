// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/copyreader.h"

#include <QtEndian>

#include <cstring>
#include <libpq-fe.h>

namespace herdbook::storage {

namespace {

constexpr char kSignature[11] = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', '\xff', '\r', '\n', '\0'};
constexpr std::size_t kHeader = 19; // signature, flags, length of the extension (which is 0)

} // namespace

Result<bool> parseCopyRow(std::span<const char> block, bool first, std::vector<Cell> &cells)
{
    const Error broken{ErrorKind::Corrupt, QStringLiteral("PostgreSQL sent a row that can't be read")};
    cells.clear();
    if (first) {
        if (block.size() < kHeader || std::memcmp(block.data(), kSignature, sizeof kSignature) != 0)
            return broken;
        block = block.subspan(kHeader);
    }
    const char *at = block.data();
    const char *end = at + block.size();
    if (end - at < 2)
        return broken;
    const int fields = qFromBigEndian<qint16>(at);
    at += 2;
    if (fields == -1)
        return false;
    for (int i = 0; i < fields; ++i) {
        if (end - at < 4)
            return broken;
        const auto length = qFromBigEndian<qint32>(at);
        at += 4;
        if (length < -1 || length > end - at)
            return broken;
        cells.push_back(length < 0 ? Cell() : Cell{at, length});
        at += std::max(length, 0);
    }
    if (fields < 0 || at != end)
        return broken;
    return true;
}

CopyReader::CopyReader(CopyReader &&other) noexcept
    : m_wire(std::exchange(other.m_wire, nullptr)), m_buffer(std::exchange(other.m_buffer, nullptr)),
      m_cells(std::move(other.m_cells)), m_started(other.m_started), m_trailer(other.m_trailer),
      m_done(std::exchange(other.m_done, true))
{
}

CopyReader::~CopyReader()
{
    PQfreemem(m_buffer);
    if (!m_done)
        m_wire->giveUp({ErrorKind::Internal, QStringLiteral("The rows of a COPY were not read to their end")});
}

Result<bool> CopyReader::finish()
{
    m_done = true;
    m_cells.clear();
    const Result<Wire::Answer> end = m_wire->finish();
    if (!end)
        return end.error();
    if (!m_trailer)
        return Error{ErrorKind::Internal, QStringLiteral("PostgreSQL's COPY has no end")};
    return false;
}

Result<bool> CopyReader::next()
{
    for (;;) {
        if (m_done)
            return false;
        PQfreemem(m_buffer);
        m_buffer = nullptr;
        const Result<Wire::Block> block = m_wire->copyBlock();
        if (!block) {
            m_done = true;
            return block.error();
        }
        if (block->size < 0)
            return finish();
        m_buffer = block->data;
        const Result<bool> row =
            parseCopyRow({m_buffer, static_cast<std::size_t>(block->size)}, !std::exchange(m_started, true), m_cells);
        if (!row || *row)
            return row;
        m_trailer = true;
    }
}

} // namespace herdbook::storage
