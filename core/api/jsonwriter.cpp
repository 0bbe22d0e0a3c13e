// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/jsonwriter.h"

#include "core/base/clock.h"

#include <array>
#include <charconv>

namespace herdbook::api {

namespace {

void appendEscaped(std::string &text, char16_t c)
{
    static constexpr std::string_view Digits = "0123456789abcdef";
    switch (c) {
    case u'"':
        text += "\\\"";
        break;
    case u'\\':
        text += "\\\\";
        break;
    case u'\n':
        text += "\\n";
        break;
    default:
        if (c < 0x20)
            text.append("\\u00").append(1, Digits[c >> 4U]).append(1, Digits[c & 15U]);
        else
            text += static_cast<char>(c);
    }
}

/// The quotes too.
void appendText(std::string &text, QStringView value)
{
    text += '"';
    for (qsizetype at = 0; at < value.size();) {
        if (value.at(at).unicode() < 0x80) {
            appendEscaped(text, value.at(at++).unicode());
            continue;
        }
        const qsizetype start = at;
        while (at < value.size() && value.at(at).unicode() >= 0x80)
            ++at;
        const QByteArray utf8 = value.mid(start, at - start).toUtf8();
        text.append(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    }
    text += '"';
}

} // namespace

void JsonWriter::separate()
{
    if (!m_text.empty() && m_text.back() != '{' && m_text.back() != '[')
        m_text += ',';
}

void JsonWriter::key(const char *name)
{
    separate();
    m_text.append(1, '"').append(name).append("\":");
}

JsonWriter &JsonWriter::beginObject()
{
    separate();
    m_text += '{';
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    m_text += '}';
    return *this;
}

JsonWriter &JsonWriter::beginArray(const char *name)
{
    key(name);
    m_text += '[';
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    m_text += ']';
    return *this;
}

JsonWriter &JsonWriter::texts(const char *name, const QStringList &all)
{
    beginArray(name);
    for (const QString &text : all) {
        separate();
        appendText(m_text, text);
    }
    return endArray();
}

JsonWriter &JsonWriter::field(const char *name, QStringView text)
{
    key(name);
    appendText(m_text, text);
    return *this;
}

JsonWriter &JsonWriter::field(const char *name, qint64 number)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
    key(name);
    m_text.append(digits.begin(), end);
    return *this;
}

JsonWriter &JsonWriter::flag(const char *name, bool value)
{
    key(name);
    m_text += value ? "true" : "false";
    return *this;
}

JsonWriter &JsonWriter::null(const char *name)
{
    key(name);
    m_text += "null";
    return *this;
}

JsonWriter &JsonWriter::fieldOrNull(const char *name, const QString &text)
{
    return text.isEmpty() ? null(name) : field(name, text);
}

JsonWriter &JsonWriter::fieldOrNull(const char *name, const QDateTime &time)
{
    return time.isValid() ? field(name, toWireTime(time)) : null(name);
}

JsonWriter &JsonWriter::fieldOrNull(const char *name, qint64 count)
{
    return count >= 0 ? field(name, count) : null(name);
}

} // namespace herdbook::api
