// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/languages/catalog.h"

#include "tests/support/cuttexts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTabBar>
#include <QXmlStreamReader>

namespace herdbook::test {

namespace {

constexpr int kLeastLetters = 12; ///< of the longest piece between placeholders: fewer may be anything

QString bare(QString text)
{
    // An accelerator; "&&" is an ampersand.
    static const QRegularExpression accelerator(QStringLiteral("&(?=[^&\\s])"));
    return text.remove(accelerator).trimmed();
}

const QRegularExpression &placeholder()
{
    static const QRegularExpression one(QStringLiteral("%L?(\\d{1,2})"));
    return one;
}

QStringList placeholders(const QString &text)
{
    QStringList all;
    for (auto match = placeholder().globalMatch(text); match.hasNext();)
        all << match.next().captured();
    all.removeDuplicates();
    all.sort();
    return all;
}

QRegularExpression patternOf(const QString &text)
{
    QString pattern;
    qsizetype from = 0;
    for (auto match = placeholder().globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        pattern += QRegularExpression::escape(text.mid(from, one.capturedStart() - from)) + QStringLiteral(".*");
        from = one.capturedEnd();
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern + QRegularExpression::escape(text.mid(from))),
                              QRegularExpression::DotMatchesEverythingOption);
}

qsizetype longestPiece(const QString &text)
{
    qsizetype most = 0;
    for (const QString &piece : text.split(placeholder()))
        most =
            std::max<qsizetype>(most, std::count_if(piece.begin(), piece.end(), [](QChar c) { return c.isLetter(); }));
    return most;
}

bool hasWords(const QString &text)
{
    static const QRegularExpression word(QStringLiteral("\\p{L}{2}"));
    return text.contains(word);
}

QString endOf(const QString &text)
{
    static const QRegularExpression end(QStringLiteral("(…|:|\\s)*\\z"));
    return end.match(text).captured();
}

} // namespace

Catalog::Catalog(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    QXmlStreamReader xml(&file);
    QString context;
    for (Message message; !xml.atEnd();) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("source")) {
            message = {context, xml.readElementText(), {}, true};
        } else if (xml.name() == QLatin1String("translation")) {
            message.finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            message.translation = xml.readElementText();
            m_messages << message;
        }
    }
    for (const Message &message : std::as_const(m_messages)) {
        m_translations << bare(message.translation);
        if (message.source.contains(placeholder())) {
            if (longestPiece(message.source) >= kLeastLetters)
                m_patterns.append({patternOf(bare(message.source)), patternOf(bare(message.translation))});
        } else if (hasWords(message.source)) {
            m_plain[bare(message.source)] << bare(message.translation);
        }
    }
}

QStringList Catalog::faults() const
{
    QStringList found;
    for (const Message &message : m_messages) {
        const auto add = [&](const char *what) {
            found << QStringLiteral("%1, %2: \"%3\", \"%4\"")
                         .arg(message.context, QLatin1String(what), message.source, message.translation);
        };
        const QString &source = message.source;
        const QString &translation = message.translation;
        if (!message.finished || translation.isEmpty()) {
            add("not translated");
            continue;
        }
        if (placeholders(source) != placeholders(translation))
            add("other placeholders");
        static const QRegularExpression accelerator(QStringLiteral("&(?=\\w)"));
        if (source.count(accelerator) != translation.count(accelerator))
            add("accelerators");
        if (source.trimmed().isEmpty() == translation.trimmed().isEmpty() &&
            (source.front().isSpace() != translation.front().isSpace() || endOf(source) != endOf(translation)))
            add("other ends");
    }
    return found;
}

bool Catalog::isUntranslated(const QString &shown) const
{
    const QString text = bare(shown);
    if (const auto plain = m_plain.constFind(text); plain != m_plain.constEnd() && !m_translations.contains(text))
        return true;
    return std::any_of(m_patterns.begin(), m_patterns.end(), [&](const Pattern &pattern) {
        return pattern.source.match(text).hasMatch() && !pattern.translation.match(text).hasMatch();
    });
}

bool Catalog::isTranslated(const QString &shown) const
{
    const QString text = bare(shown);
    return m_translations.contains(text) ||
           std::any_of(m_patterns.begin(), m_patterns.end(),
                       [&](const Pattern &pattern) { return pattern.translation.match(text).hasMatch(); });
}

QSet<QString> shownTexts(const QWidget &window)
{
    QSet<QString> texts;
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    const auto add = [&texts](QString text) {
        if (Qt::mightBeRichText(text))
            text.replace(tag, QStringLiteral("\n"));
        for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
            if (hasWords(line))
                texts << line.trimmed();
        }
    };
    const auto addActions = [&](const QList<QAction *> &actions, const auto &again) -> void {
        for (const QAction *action : actions) {
            add(action->text());
            add(action->toolTip());
            if (action->menu() != nullptr)
                again(action->menu()->actions(), again);
        }
    };
    add(window.windowTitle());
    for (const QString &text : paintedTexts(window))
        add(text);
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&window))
            continue;
        add(widget->toolTip());
        add(widget->accessibleName());
        add(widget->accessibleDescription());
        addActions(widget->actions(), addActions);
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            add(label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            add(button->text());
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            add(edit->placeholderText());
        if (const auto *box = qobject_cast<const QGroupBox *>(widget))
            add(box->title());
        if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            for (int at = 0; at < box->count(); ++at)
                add(box->itemText(at));
        }
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int at = 0; at < tabs->count(); ++at) {
                add(tabs->tabText(at));
                add(tabs->tabToolTip(at));
            }
        }
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        const QAbstractItemModel *model = view != nullptr ? view->model() : nullptr;
        for (int column = 0; model != nullptr && column < std::min(20, model->columnCount()); ++column) {
            add(model->headerData(column, Qt::Horizontal).toString());
            add(model->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
            for (int row = 0; row < std::min(40, model->rowCount()); ++row) {
                for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                    add(model->index(row, column).data(role).toString());
            }
        }
    }
    return texts;
}

} // namespace herdbook::test
