// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/exportvalidation.h"

namespace herdbook::exports {

/// Whether a text is a UUID as requests take it: 8-4-4-4-12 hexadecimal digits, in capitals or not.
bool isUuid(const QString &text);

/// Reads typed fields of a JSON object and collects what is wrong with them. An absent or null field keeps the default.
class FieldReader
{
public:
    /// @param path prefix of the field names in violations, such as `comparison_periods[0].`
    FieldReader(const QJsonObject &object, QString path, QList<Violation> &violations);

    bool has(const char *name) const;
    bool boolean(const char *name, bool fallback);
    int integer(const char *name, int fallback, int least, int most);
    /// Plain text without control characters of `least` to `most` characters.
    QString text(const char *name, int least, int most);
    /// A text out of `choices`, or null after a violation; `choicesText` ends the sentence "... must be one of: ...".
    QString choice(const char *name, const QString &fallback, const QStringList &choices, const QString &rule);
    /// A list of distinct texts out of `choices`; an empty list is a violation.
    QStringList choices(const char *name, const QStringList &choices);
    /// A date written YYYY-MM-DD; null after a violation, or when absent and not `required`.
    QDate date(const char *name, bool required);
    /// 1 to `most` UUIDs, plain or as kombu tags them; distinct, lower case.
    /// @param noun what they are, such as "detection ids".
    QStringList uuids(const char *name, int most, const QString &noun);
    /// An image in base64 that logoFault() accepts.
    QByteArray logo(const char *name);

    void reject(const char *name, const QString &rule, const QString &message);

private:
    QString field(const char *name) const { return m_path + QLatin1String(name); }

    const QJsonObject &m_object;
    QString m_path;
    QList<Violation> &m_violations;
};

} // namespace herdbook::exports
