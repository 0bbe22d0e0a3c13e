// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/envparser.h"

#include <QRegularExpression>

namespace herdbook {

namespace {

/// Python's \s, of which some Qt's doesn't know.
bool isSpace(QChar c)
{
    return c.isSpace() || (c.unicode() >= 0x1c && c.unicode() <= 0x1f);
}

bool isNewLine(QChar c)
{
    return c == u'\n' || c == u'\r';
}

/// The grammar of python-dotenv's parser, one function a rule.
class Reader
{
public:
    explicit Reader(QString text) : m_text(std::move(text)) {}

    bool skipToBinding()
    {
        while (!atEnd() && isSpace(peek()))
            ++m_at;
        return !atEnd();
    }

    void skipLine()
    {
        while (!atEnd() && !isNewLine(peek()))
            ++m_at;
    }

    qsizetype line() const { return QStringView(m_text).first(m_at).count(u'\n') + 1; }

    /// One binding or comment. The name is empty for a comment; the value is missing for a name alone. False for anything else.
    bool binding(QString &name, std::optional<QString> &value)
    {
        skipExport();
        name.clear();
        value.reset();
        if (peek() != u'#') {
            if (!key(name))
                return false;
            skipBlanks();
            if (peek() == u'=') {
                ++m_at;
                skipBlanks();
                if (!readValue(value))
                    return false;
            }
        }
        return endOfLine();
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    QChar peek() const { return atEnd() ? QChar() : m_text.at(m_at); }

    void skipBlanks()
    {
        while (!atEnd() && isSpace(peek()) && !isNewLine(peek()))
            ++m_at;
    }

    void skipExport()
    {
        const qsizetype start = m_at;
        if (!QStringView(m_text).mid(m_at).startsWith(QLatin1String("export")))
            return;
        m_at += 6;
        const qsizetype word = m_at;
        skipBlanks();
        if (m_at == word)
            m_at = start;
    }

    bool key(QString &name)
    {
        const qsizetype start = m_at;
        if (peek() == u'\'') {
            const qsizetype end = m_text.indexOf(u'\'', start + 1);
            if (end <= start + 1)
                return false;
            name = m_text.mid(start + 1, end - start - 1);
            m_at = end + 1;
            return true;
        }
        while (!atEnd() && peek() != u'=' && peek() != u'#' && !isSpace(peek()))
            ++m_at;
        name = m_text.mid(start, m_at - start);
        return m_at > start;
    }

    bool readValue(std::optional<QString> &value)
    {
        const QChar quote = peek();
        if (quote == u'\'' || quote == u'"')
            return quoted(quote, value);
        const qsizetype start = m_at;
        while (!atEnd() && !isNewLine(peek()))
            ++m_at;
        QStringView part = QStringView(m_text).mid(start, m_at - start);
        for (qsizetype at = 1; at < part.size(); ++at) {
            if (part.at(at) == u'#' && isSpace(part.at(at - 1))) {
                part = part.first(at);
                break;
            }
        }
        while (!part.isEmpty() && isSpace(part.back()))
            part.chop(1);
        value = part.toString();
        return true;
    }

    /// Up to the last character that can be the closing quote, as the expression of python-dotenv finds it.
    bool quoted(QChar quote, std::optional<QString> &value)
    {
        static const QRegularExpression singles(QStringLiteral(R"re('((?:\\'|[^'])*)')re"));
        static const QRegularExpression doubles(QStringLiteral(R"re("((?:\\"|[^"])*)")re"));
        const QRegularExpressionMatch match =
            (quote == u'"' ? doubles : singles)
                .match(m_text, m_at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return false;
        m_at = match.capturedEnd();
        value = unescaped(match.capturedView(1), quote);
        return true;
    }

    static QString unescaped(QStringView text, QChar quote)
    {
        static const QString letters = QStringLiteral("abfnrtv");
        static const QString meanings = QStringLiteral("\a\b\f\n\r\t\v");
        QString plain;
        for (qsizetype at = 0; at < text.size(); ++at) {
            const QChar next = at + 1 < text.size() ? text.at(at + 1) : QChar();
            const bool same = next == u'\\' || next == u'\'' || (quote == u'"' && next == u'"');
            const qsizetype letter = quote == u'"' && !next.isNull() ? letters.indexOf(next) : -1;
            const bool escape = text.at(at) == u'\\' && (same || letter >= 0);
            plain += !escape ? text.at(at) : same ? next : meanings.at(letter);
            at += escape ? 1 : 0;
        }
        return plain;
    }

    bool endOfLine()
    {
        skipBlanks();
        if (peek() == u'#')
            skipLine();
        return atEnd() || isNewLine(peek());
    }

    const QString m_text;
    qsizetype m_at = 0;
};

QString interpolated(const QString &value, const QHash<QString, QString> &inner, const QHash<QString, QString> &outer)
{
    static const QRegularExpression form(QStringLiteral(R"(\$\{([^}:]*)(?::-([^}]*))?\})"));
    QString result;
    qsizetype from = 0;
    for (auto found = form.globalMatch(value); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString name = match.captured(1);
        result += QStringView(value).mid(from, match.capturedStart() - from);
        result += inner.contains(name) ? inner.value(name) : outer.value(name, match.captured(2));
        from = match.capturedEnd();
    }
    return result + QStringView(value).mid(from);
}

} // namespace

EnvironmentText parseUsableLines(const QString &text, const QHash<QString, QString> &outer)
{
    EnvironmentText read;
    Reader reader(text.mid(text.startsWith(QChar::ByteOrderMark) ? 1 : 0));
    while (reader.skipToBinding()) {
        const qsizetype line = reader.line();
        QString name;
        std::optional<QString> value;
        if (!reader.binding(name, value)) {
            read.badLines << line;
            reader.skipLine();
        } else if (value) {
            read.variables.insert(name, interpolated(*value, read.variables, outer));
        }
    }
    return read;
}

Result<QHash<QString, QString>> parseEnvironment(const QString &text, const QHash<QString, QString> &outer)
{
    EnvironmentText read = parseUsableLines(text, outer);
    if (!read.badLines.isEmpty())
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("line %1: must be NAME=value").arg(read.badLines.constFirst())};
    return std::move(read.variables);
}

} // namespace herdbook
