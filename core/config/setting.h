// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"

#include <functional>
#include <utility>
#include <vector>

namespace herdbook {

/// What a value is, by which forms ask for it and profiles check it.
enum class ValueForm { Text, Secret, Host, Port, Folder, File, Decimal, Switch, Choice, Zone };

/// The part of the connection form that asks for a setting. Nobody asks for the others: files and the environment set them.
enum class FormPart { None, Postgres, Redis, Files, Site };

/// How a value and its text become each other.
struct SettingType
{
    ValueForm form = ValueForm::Text;
    std::function<QString(Settings &, const QString &)> read; ///< returns what is acceptable when the text is not
    std::function<QString(const Settings &)> write;
    std::vector<std::pair<const char *, const char *>>
        choices{}; ///< of a Choice: each value and the form's words for it
};

/// How the connection form asks for a setting. Its words are English, to be translated in the context "Setting".
struct FormField
{
    FormPart part = FormPart::None;
    const char *label = "";
    bool required = false;
    const char *placeholder = ""; ///< what it means when nothing is given
    const char *hint = "";
    const char *alone = ""; ///< the label where the form's part isn't around it; empty: the same
};

/// Everything there is to know of one setting; its default is that of Settings.
struct Setting
{
    const char *name; ///< of the variable
    SettingType type;
    const char *help; ///< in one line
    FormField field{};
    /// Which part of its server's whole address says it too: a name after `?`, or empty for what every address says.
    const char *inAddress = nullptr;
    const char *whoseDefault = ""; ///< "the system's" where the default is found outside
};

/// All settings, those of the form first and in its order. Form, --help and checks are made from it; a test holds README.md, herdbook.env and
/// its manual page to it.
const std::vector<Setting> &settingTable();

/// The one of that name; null where there is none.
const Setting *settingOf(const QString &variable);
/// Of what isn't a setting, Text and None.
ValueForm formOf(const QString &variable);
FormPart partOf(const QString &variable);

/// A variable that holds a server's whole address. It's no setting: single variables win over its parts.
struct ServerAddress
{
    const char *name;
    const char *help;
    FormPart part;
    QString (*read)(Settings &, const QString &); ///< as SettingType::read
};

const std::vector<ServerAddress> &serverAddresses();

} // namespace herdbook
