// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/exportmaker.h"

namespace herdbook::render {

ExportMaker::ExportMaker(Settings settings, Clock clock, int threads)
    : m_settings(std::move(settings)), m_clock(std::move(clock)), m_threads(threads)
{
}

Result<MadeExport> ExportMaker::make(const exports::ExportRequest &, const QString &, const Progress &,
                                     std::stop_token) const
{
    return Error{ErrorKind::Internal, QStringLiteral("Exports can't be made yet")};
}

} // namespace herdbook::render
