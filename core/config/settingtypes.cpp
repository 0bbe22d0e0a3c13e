// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/settingtypes.h"

#include "core/config/sitezone.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace herdbook {

namespace {

template<class Number>
SettingType wholeNumber(const Place<Number> &place, int least, int most, ValueForm form)
{
    return {form,
            [=](Settings &s, const QString &text) {
                bool ok = false;
                const int number = text.toInt(&ok);
                if (!ok || number < least || number > most)
                    return QStringLiteral("a whole number from %1 to %2").arg(least).arg(most);
                place(s) = static_cast<Number>(number);
                return QString();
            },
            [place](const Settings &s) { return QString::number(place(s)); }};
}

/// Text that has to pass a check, which returns what is acceptable.
SettingType checkedText(const Place<QString> &place, ValueForm form, QString (*check)(const QString &))
{
    SettingType type = textType(place, form);
    type.read = [place, check](Settings &s, const QString &text) {
        place(s) = text;
        return check(text);
    };
    return type;
}

} // namespace

SettingType textType(const Place<QString> &place, ValueForm form)
{
    return {form,
            [place](Settings &s, const QString &text) {
                place(s) = text;
                return QString();
            },
            [place](const Settings &s) { return place(s); }};
}

/// Hosts are shown everywhere, so nothing that holds a password may pass as one.
SettingType hostType(const Place<QString> &place)
{
    return checkedText(place, ValueForm::Host, [](const QString &text) {
        const bool local = text.startsWith(u'/') || text.startsWith(u'@'); // a local socket's path or abstract name
        return text.contains(QLatin1String("://")) || (!local && text.contains(u'@'))
                   ? QStringLiteral("a host name or address; a whole URL belongs in REDIS_URL or DATABASE_URL")
                   : QString();
    });
}

SettingType portType(const Place<quint16> &place)
{
    return wholeNumber(place, 1, 65535, ValueForm::Port);
}

SettingType numberType(const Place<int> &place, int least, int most)
{
    return wholeNumber(place, least, most, ValueForm::Text);
}

SettingType shareType(const Place<double> &place)
{
    return {ValueForm::Decimal,
            [place](Settings &s, const QString &text) {
                bool ok = false;
                place(s) = text.toDouble(&ok);
                return ok && place(s) >= 0 && place(s) <= 1 ? QString() : QStringLiteral("a number from 0 to 1");
            },
            [place](const Settings &s) { return QString::number(place(s), 'g', 6); }};
}

SettingType switchType(const Place<bool> &place)
{
    return {ValueForm::Switch,
            [place](Settings &s, const QString &text) {
                static const QStringList on{QStringLiteral("on"), QStringLiteral("true"), QStringLiteral("1"),
                                            QStringLiteral("yes")};
                static const QStringList off{QStringLiteral("off"), QStringLiteral("false"), QStringLiteral("0"),
                                             QStringLiteral("no")};
                place(s) = on.contains(text.toLower());
                return place(s) || off.contains(text.toLower()) ? QString() : QStringLiteral("on or off");
            },
            [place](const Settings &s) { return place(s) ? QStringLiteral("on") : QStringLiteral("off"); }};
}

SettingType choiceType(const Place<QString> &place, std::vector<std::pair<const char *, const char *>> choices)
{
    SettingType type = textType(place, ValueForm::Choice);
    QStringList values;
    for (const auto &[value, words] : choices)
        values << QLatin1String(value);
    type.choices = std::move(choices);
    type.read = [place, values](Settings &s, const QString &text) {
        place(s) = text;
        return values.contains(text) ? QString() : QStringLiteral("one of ") + values.join(QLatin1String(", "));
    };
    return type;
}

SettingType listType(const Place<QStringList> &place)
{
    return {ValueForm::Text,
            [place](Settings &s, const QString &text) {
                place(s).clear();
                for (const QString &each : text.split(u',', Qt::SkipEmptyParts))
                    place(s) << each.trimmed();
                return QString();
            },
            [place](const Settings &s) { return place(s).join(u','); }};
}

SettingType namesType(const Place<QStringList> &place)
{
    return {ValueForm::Text,
            [place](Settings &s, const QString &text) {
                place(s).clear();
                for (const QString &name : text.split(u';', Qt::SkipEmptyParts))
                    place(s) << name.simplified();
                place(s).removeAll(QString());
                return QString();
            },
            [place](const Settings &s) { return place(s).join(QStringLiteral("; ")); }};
}

SettingType foldersType(const Place<QStringList> &place)
{
    return {ValueForm::Text,
            [place](Settings &s, const QString &text) {
                const QStringList folders = text.split(u':', Qt::SkipEmptyParts);
                place(s) = folders;
                const bool absolute = std::all_of(folders.begin(), folders.end(),
                                                  [](const QString &folder) { return folder.startsWith(u'/'); });
                return absolute ? QString() : QStringLiteral("absolute paths with : between");
            },
            [place](const Settings &s) { return place(s).join(u':'); }};
}

/// Shown in diagnostics and copied as links.
SettingType webAddressType(const Place<QString> &place)
{
    return checkedText(place, ValueForm::Text, [](const QString &text) {
        const QUrl url(text, QUrl::StrictMode);
        const bool http = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
        if (url.isValid() && http && !url.host().isEmpty() && url.userInfo().isEmpty())
            return QString();
        QString acceptable = QStringLiteral("an address such as https://barn.example:8001");
        if (text.contains(u'@'))
            acceptable += QStringLiteral(" without name and password; the token is a setting of its own, "
                                         "HERDBOOK_API_TOKEN");
        return acceptable;
    });
}

SettingType keyPrefixType(const Place<QString> &place)
{
    return checkedText(place, ValueForm::Text, [](const QString &text) {
        // Celery subscribes to its channels as patterns: with these in their names it would hear nothing.
        static const QRegularExpression form(QStringLiteral(R"(\A((?![*?\[\]\\])[!-~]){0,64}\z)"));
        return form.match(text).hasMatch()
                   ? QString()
                   : QStringLiteral("at most 64 ASCII letters, digits and signs, no space and none of * ? [ ] \\");
    });
}

SettingType fileMaskType(const Place<int> &place)
{
    return {ValueForm::Text,
            [place](Settings &s, const QString &text) {
                bool ok = false;
                place(s) = text.toInt(&ok, 8);
                return ok && place(s) >= 0 && place(s) <= 0177 ? QString() : QStringLiteral("octal, from 0000 to 0177");
            },
            [place](const Settings &s) { return QString::number(place(s), 8).rightJustified(4, u'0'); }};
}

SettingType siteZoneType()
{
    return {ValueForm::Zone,
            [](Settings &s, const QString &text) {
                if (!isSiteZone(text.toLatin1()))
                    return QStringLiteral("an IANA time zone such as America/Chicago");
                s.siteTimeZone = QTimeZone(text.toLatin1());
                s.postgres.siteZone = text;
                return QString();
            },
            [](const Settings &s) { return QString::fromLatin1(s.siteTimeZone.id()); }};
}

} // namespace herdbook
