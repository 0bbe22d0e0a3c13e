// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

class QWidget;

namespace herdbook::test {

/// A .ts file.
class Catalog
{
public:
    struct Message
    {
        QString context;
        QString source;
        QString translation;
        bool finished = true;
    };

    explicit Catalog(const QString &path);

    const QList<Message> &messages() const { return m_messages; }
    /// What is wrong with its messages: unfinished, other placeholders than the source, an accelerator more or fewer, other blanks or
    /// ellipsis at the ends.
    QStringList faults() const;
    /// Whether a text is one of its sources, with or without what its placeholders stand for, and none of the translations.
    bool isUntranslated(const QString &text) const;
    /// Whether a text is one of the translations.
    bool isTranslated(const QString &text) const;

private:
    struct Pattern
    {
        QRegularExpression source;
        QRegularExpression translation;
    };

    QList<Message> m_messages;
    QHash<QString, QSet<QString>> m_plain;
    QSet<QString> m_translations;
    QList<Pattern> m_patterns;
};

/// What a window's visible widgets show or tell: texts, tool tips, names for screen readers, headers, choices, menus, cells.
QSet<QString> shownTexts(const QWidget &window);

} // namespace herdbook::test
