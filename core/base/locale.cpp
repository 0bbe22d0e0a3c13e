// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/locale.h"

#include <clocale>
#include <cstdlib>
#include <cstring>
#include <langinfo.h>
#include <string>

namespace herdbook {

void useUtf8Locale()
{
    if (std::setlocale(LC_CTYPE, "") && std::strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
        return;
    // LC_ALL would overrule LC_CTYPE: what it says of all else moves to LANG, which the other LC_* overrule.
    if (const char *all = std::getenv("LC_ALL"); all && *all) {
        ::setenv("LANG", std::string(all).c_str(), 1);
        for (const char *name : {"LC_ALL", "LC_COLLATE", "LC_MESSAGES", "LC_MONETARY", "LC_NUMERIC", "LC_TIME"})
            ::unsetenv(name);
    }
    ::setenv("LC_CTYPE", "C.UTF-8", 1);
}

void useEnglishMessages()
{
    std::setlocale(LC_MESSAGES, "C"); // the variable stays: Qt takes the screens' language from it
}

} // namespace herdbook
