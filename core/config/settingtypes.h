// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/setting.h"

namespace herdbook {

/// Where settings keep a value.
template<class Value>
class Place
{
public:
    Place(Value Settings::*member) : m_find([member](Settings &s) -> Value & { return s.*member; }) {}
    Place(Value RedisSettings::*member) : m_find([member](Settings &s) -> Value & { return s.redis.*member; }) {}
    Place(Value PostgresSettings::*member) : m_find([member](Settings &s) -> Value & { return s.postgres.*member; }) {}

    Value &operator()(Settings &settings) const { return m_find(settings); }
    const Value &operator()(const Settings &settings) const { return m_find(const_cast<Settings &>(settings)); }

private:
    std::function<Value &(Settings &)> m_find;
};

SettingType textType(const Place<QString> &place, ValueForm form = ValueForm::Text);
SettingType hostType(const Place<QString> &place);
SettingType portType(const Place<quint16> &place);
SettingType numberType(const Place<int> &place, int least, int most);
SettingType shareType(const Place<double> &place);
SettingType switchType(const Place<bool> &place);
SettingType choiceType(const Place<QString> &place, std::vector<std::pair<const char *, const char *>> choices);
SettingType listType(const Place<QStringList> &place);
SettingType namesType(const Place<QStringList> &place);
SettingType foldersType(const Place<QStringList> &place);
SettingType webAddressType(const Place<QString> &place);
SettingType keyPrefixType(const Place<QString> &place);
SettingType fileMaskType(const Place<int> &place);
SettingType siteZoneType();

} // namespace herdbook
