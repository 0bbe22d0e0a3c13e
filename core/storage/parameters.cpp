// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/parameters.h"

#include <QDateTime>
#include <QUuid>

namespace herdbook::storage {

namespace {

constexpr unsigned kBytea = 17;

QByteArray arrayLiteral(const QStringList &texts)
{
    QStringList quoted;
    for (QString text : texts)
        quoted << u'"' + text.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\"")) + u'"';
    return QByteArray("{" + quoted.join(u',').toUtf8() + "}");
}

/// Null for SQL null.
QByteArray textOf(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
    case QMetaType::Nullptr:
        return {};
    case QMetaType::Bool:
        return value.toBool() ? "t" : "f";
    case QMetaType::Double:
    case QMetaType::Float:
        return QByteArray::number(value.toDouble(), 'g', 17);
    case QMetaType::QDateTime:
        return value.toDateTime().isValid() ? value.toDateTime().toUTC().toString(Qt::ISODateWithMs).toLatin1()
                                            : QByteArray();
    case QMetaType::QDate:
        return value.toDate().isValid() ? value.toDate().toString(Qt::ISODate).toLatin1() : QByteArray();
    case QMetaType::QUuid:
        return value.toUuid().isNull() ? QByteArray() : value.toUuid().toByteArray(QUuid::WithoutBraces);
    case QMetaType::QStringList:
        return arrayLiteral(value.toStringList());
    case QMetaType::QByteArray:
        return value.toByteArray();
    default:
        return value.toString().isNull() ? QByteArray() : value.toString().toUtf8();
    }
}

} // namespace

Parameters::Parameters(const QVariantList &values)
{
    for (const QVariant &value : values) {
        const bool bytes = value.typeId() == QMetaType::QByteArray;
        m_texts.push_back(textOf(value));
        m_types.push_back(bytes ? kBytea : 0);
        m_formats.push_back(bytes ? 1 : 0);
        m_lengths.push_back(static_cast<int>(m_texts.back().size()));
    }
    for (const QByteArray &text : m_texts)
        m_values.push_back(text.isNull() ? nullptr : text.constData());
}

} // namespace herdbook::storage
