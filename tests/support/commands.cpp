// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/commands.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

namespace herdbook::test {

QByteArrayList commandsOf(storage::Redis &redis, const QStringList &parts)
{
    static const QRegularExpression form(QStringLiteral("(?:\\{|call\\(|refused\\()[\"']([A-Z]{3,})[\"']"));
    QSet<QByteArray> words;
    for (const QString &part : parts) {
        QDirIterator files(QStringLiteral(HERDBOOK_CORE "/") + part, {QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                return {};
            auto found = form.globalMatch(QString::fromUtf8(file.readAll()));
            while (found.hasNext())
                words << found.next().captured(1).toLatin1();
        }
    }
    QByteArrayList commands;
    for (const QByteArray &word : std::as_const(words)) {
        // What Redis doesn't know is no command but a method of HTTP, or an error's name.
        const auto known = redis.command({"COMMAND", "INFO", word});
        if (known && !known->items.empty() && !known->items.front().isNil())
            commands << word;
    }
    std::sort(commands.begin(), commands.end());
    return commands;
}

} // namespace herdbook::test
