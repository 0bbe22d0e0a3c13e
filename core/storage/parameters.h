// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QVariantList>

#include <vector>

namespace herdbook::storage {

/// Values as libpq sends them beside a statement. Null strings, ids, bytes and invalid times are SQL nulls. Texts are sent in the forms
/// that no setting of the session changes: times in ISO 8601 with their zone, numbers with all their digits, bytes in binary. A QStringList is
/// an array.
class Parameters
{
public:
    explicit Parameters(const QVariantList &values);

    int count() const { return static_cast<int>(m_values.size()); }
    const char *const *values() const { return m_values.data(); }
    const unsigned *types() const { return m_types.data(); }
    const int *lengths() const { return m_lengths.data(); }
    const int *formats() const { return m_formats.data(); }

private:
    std::vector<QByteArray> m_texts;
    std::vector<const char *> m_values;
    std::vector<unsigned> m_types;
    std::vector<int> m_lengths;
    std::vector<int> m_formats;
};

} // namespace herdbook::storage
