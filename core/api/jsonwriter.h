// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <string>

namespace herdbook::api {

/// Writes an answer as compact JSON straight into its text. QJsonDocument, which builds a tree first, took more than half of the processor
/// time of a rejected request.
///
///     JsonWriter json;
///     json.beginObject().field("detail", text).endObject();
class JsonWriter
{
public:
    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray(const char *name);
    JsonWriter &endArray();
    /// An array of texts.
    JsonWriter &texts(const char *name, const QStringList &all);

    /// @param name ASCII that needs no escape.
    JsonWriter &field(const char *name, QStringView text);
    JsonWriter &field(const char *name, qint64 number);
    JsonWriter &field(const char *name, int number) { return field(name, qint64{number}); }
    JsonWriter &flag(const char *name, bool value);
    JsonWriter &null(const char *name);

    /// `null` for an empty text, an invalid time (otherwise as on the wire) and a negative count.
    JsonWriter &fieldOrNull(const char *name, const QString &text);
    JsonWriter &fieldOrNull(const char *name, const QDateTime &time);
    JsonWriter &fieldOrNull(const char *name, qint64 count);

    std::string take() { return std::move(m_text); }

private:
    void separate();
    void key(const char *name);

    std::string m_text;
};

} // namespace herdbook::api
