// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/load/cells.h"
#include "core/storage/copyreader.h"
#include "tests/fuzz/property.h"

using namespace herdbook;
using reid::VectorType;

namespace {

void readAllWays(const storage::Cell &cell)
{
    (void)cell.boolean(false);
    (void)cell.int64(0);
    (void)cell.float8(0);
    (void)cell.uuid();
    (void)cell.numeric();
    (void)cell.numericTicks();
    (void)reid::readBox(cell.text());
    for (const VectorType type :
         {VectorType::Vector, VectorType::Float4Array, VectorType::Float8Array, VectorType::Bytes, VectorType::None}) {
        const int length = reid::vectorLength(cell, type);
        HERDBOOK_PROPERTY(length >= -1 && length <= cell.size);
        std::vector<float> values(static_cast<std::size_t>(std::max(length, 0)));
        if (length > 0)
            reid::readVector(cell, type, values);
    }
}

} // namespace

/// Whatever bytes come as a block of a binary COPY: fields within the block, the end, or a row that can't be read; and no field reads beyond
/// itself, as whatever type it is taken for.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::vector<char> block(data, data + size); // of its own size, so that a sanitizer sees a byte too many
    for (const bool first : {true, false}) {
        std::vector<storage::Cell> cells;
        const Result<bool> row = storage::parseCopyRow(block, first, cells);
        if (!row || !*row)
            continue;
        for (const storage::Cell &cell : cells) {
            HERDBOOK_PROPERTY(cell.isNull() || (cell.data >= block.data() && cell.size >= 0 &&
                                                cell.data + cell.size <= block.data() + block.size()));
            const std::vector<char> alone(cell.data, cell.data + cell.size);
            readAllWays(cell.isNull() ? cell : storage::Cell{alone.data(), cell.size});
        }
    }
    return 0;
}
