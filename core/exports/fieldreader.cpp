// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/fieldreader.h"

#include "core/exports/logocheck.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <cmath>

namespace herdbook::exports {

namespace {

bool hasControlCharacters(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
               c.category() == QChar::Separator_Paragraph;
    });
}

/// Only YYYY-MM-DD; invalid for anything else.
QDate dateFrom(const QString &text)
{
    bool isForm = text.size() == 10;
    for (qsizetype at = 0; at < text.size() && isForm; ++at) {
        const QChar c = text.at(at);
        isForm = at == 4 || at == 7 ? c == u'-' : c >= u'0' && c <= u'9';
    }
    const QStringView view = text;
    return isForm ? QDate(view.first(4).toInt(), view.mid(5, 2).toInt(), view.last(2).toInt()) : QDate();
}

/// A plain UUID string, or kombu 5.3's `{"__type__":"uuid","__value__":{"hex":...}}`; empty when it is neither.
QString uuidText(const QJsonValue &value)
{
    static const QRegularExpression bare(QStringLiteral("\\A[0-9a-f]{32}\\z"));
    if (value.isString()) {
        const QString text = value.toString();
        return isUuid(text) ? text.toLower() : QString();
    }
    const QJsonObject tagged = value.toObject();
    const QString hex =
        tagged.value(QLatin1String("__value__")).toObject().value(QLatin1String("hex")).toString().toLower();
    if (tagged.value(QLatin1String("__type__")).toString() != QLatin1String("uuid") || !bare.match(hex).hasMatch())
        return {};
    return QStringList{hex.mid(0, 8), hex.mid(8, 4), hex.mid(12, 4), hex.mid(16, 4), hex.mid(20)}.join(u'-');
}

} // namespace

bool isUuid(const QString &text)
{
    static const QRegularExpression hyphened(
        QStringLiteral("\\A[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\z"));
    return hyphened.match(text).hasMatch();
}

FieldReader::FieldReader(const QJsonObject &object, QString path, QList<Violation> &violations)
    : m_object(object), m_path(std::move(path)), m_violations(violations)
{
}

bool FieldReader::has(const char *name) const
{
    const QJsonValue value = m_object.value(QLatin1String(name));
    return !value.isUndefined() && !value.isNull();
}

void FieldReader::reject(const char *name, const QString &rule, const QString &message)
{
    m_violations.append({field(name), rule, message});
}

bool FieldReader::boolean(const char *name, bool fallback)
{
    if (!has(name))
        return fallback;
    const QJsonValue value = m_object.value(QLatin1String(name));
    if (!value.isBool())
        reject(name, QStringLiteral("type"), field(name) + QLatin1String(" must be true or false"));
    return value.toBool(fallback);
}

int FieldReader::integer(const char *name, int fallback, int least, int most)
{
    if (!has(name))
        return fallback;
    const QJsonValue value = m_object.value(QLatin1String(name));
    const double number = value.toDouble(NAN);
    if (!(number >= least && number <= most) || number != std::floor(number)) {
        reject(name, QStringLiteral("range"),
               QStringLiteral("%1 must be a whole number from %2 to %3").arg(field(name)).arg(least).arg(most));
        return fallback;
    }
    return static_cast<int>(number);
}

QString FieldReader::text(const char *name, int least, int most)
{
    if (!has(name) && least == 0)
        return {};
    const QJsonValue value = m_object.value(QLatin1String(name));
    QString text = value.toString();
    if (!value.isString() || text.size() < least || text.size() > most || hasControlCharacters(text)) {
        const QString size =
            least == 0 ? QStringLiteral("at most %1").arg(most) : QStringLiteral("%1 to %2").arg(least).arg(most);
        reject(name, QStringLiteral("text"),
               QStringLiteral("%1 must be text of %2 characters without control characters").arg(field(name), size));
        return {};
    }
    return text;
}

QString FieldReader::choice(const char *name, const QString &fallback, const QStringList &choices, const QString &rule)
{
    if (!has(name))
        return fallback;
    QString text = m_object.value(QLatin1String(name)).toString();
    if (choices.contains(text))
        return text;
    reject(name, rule, QStringLiteral("%1 must be one of: %2").arg(field(name), choices.join(QLatin1String(", "))));
    return {};
}

QStringList FieldReader::choices(const char *name, const QStringList &choices)
{
    if (!has(name))
        return {};
    const QJsonArray array = m_object.value(QLatin1String(name)).toArray();
    QStringList chosen;
    bool known = !array.isEmpty();
    for (const auto &item : array) {
        known = known && choices.contains(item.toString());
        if (known && !chosen.contains(item.toString()))
            chosen << item.toString();
    }
    if (known)
        return chosen;
    reject(
        name, QStringLiteral("choices"),
        QStringLiteral("%1 must be a list of at least one of: %2").arg(field(name), choices.join(QLatin1String(", "))));
    return {};
}

QDate FieldReader::date(const char *name, bool required)
{
    if (!has(name)) {
        if (required)
            reject(name, QStringLiteral("required"),
                   field(name) + QLatin1String(" is required, a date in the form YYYY-MM-DD"));
        return {};
    }
    const QDate date = dateFrom(m_object.value(QLatin1String(name)).toString());
    if (!date.isValid())
        reject(name, QStringLiteral("date_format"),
               field(name) + QLatin1String(" must be a date in the form YYYY-MM-DD"));
    return date;
}

QStringList FieldReader::uuids(const char *name, int most, const QString &noun)
{
    const QJsonValue value = m_object.value(QLatin1String(name));
    const QJsonArray array = value.toArray();
    const QString acceptable =
        QStringLiteral("%1 must be a list of 1 to %2 %3 (UUIDs)").arg(field(name), QString::number(most), noun);
    if (array.isEmpty() || array.size() > most) {
        reject(name, QStringLiteral("ids"), acceptable);
        return {};
    }
    QStringList ids;
    QSet<QString> seen;
    for (qsizetype at = 0; at < array.size(); ++at) {
        const QString id = uuidText(array.at(at));
        if (id.isEmpty()) {
            reject(name, QStringLiteral("ids"), QStringLiteral("%1; entry %2 is none").arg(acceptable).arg(at + 1));
            return {};
        }
        if (!seen.contains(id)) {
            seen.insert(id);
            ids << id;
        }
    }
    return ids;
}

QByteArray FieldReader::logo(const char *name)
{
    if (!has(name))
        return {};
    const auto decoded = QByteArray::fromBase64Encoding(m_object.value(QLatin1String(name)).toString().toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    const QString fault =
        decoded && !(*decoded).isEmpty() ? logoFault(*decoded) : QStringLiteral("it is not an image in base64");
    if (fault.isEmpty())
        return *decoded;
    reject(name, QStringLiteral("logo"),
           QStringLiteral("%1 must be a PNG or an SVG without references: %2").arg(field(name), fault));
    return {};
}

} // namespace herdbook::exports
