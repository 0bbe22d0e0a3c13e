// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/classfields.h"

#include "ui/widgets/labels/sexmark.h"

#include <QCheckBox>
#include <QGridLayout>

namespace herdbook::ui {

namespace {

QString nameOf(const QString &classification)
{
    static const QHash<QString, const char *> names{
        {QStringLiteral("buck"), QT_TRANSLATE_NOOP("herdbook::ui::ClassFields", "Buck")},
        {QStringLiteral("doe"), QT_TRANSLATE_NOOP("herdbook::ui::ClassFields", "Doe")},
        {QStringLiteral("fawn"), QT_TRANSLATE_NOOP("herdbook::ui::ClassFields", "Fawn")},
        {QStringLiteral("mature"), QT_TRANSLATE_NOOP("herdbook::ui::ClassFields", "Mature")},
        {QStringLiteral("mid"), QT_TRANSLATE_NOOP("herdbook::ui::ClassFields", "Mid")},
        {QStringLiteral("young"), QT_TRANSLATE_NOOP("herdbook::ui::ClassFields", "Young")},
        {QStringLiteral("unknown"), QT_TRANSLATE_NOOP("herdbook::ui::ClassFields", "Unknown")}};
    return ClassFields::tr(names.value(classification));
}

} // namespace

ClassFields::ClassFields(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    // Bucks on the left, the others on the right.
    const QStringList order{QStringLiteral("buck"), QStringLiteral("doe"), QStringLiteral("mature"),
                            QStringLiteral("fawn"), QStringLiteral("mid"), QStringLiteral("unknown"),
                            QStringLiteral("young")};
    for (int at = 0; at < order.size(); ++at) {
        const QString name = order.at(at);
        auto *box = new QCheckBox(nameOf(name));
        box->setIcon(sexIcon(sexOfClassification(name)));
        box->setIconSize({12, 12});
        box->setObjectName(QStringLiteral("class_") + name);
        m_boxes.insert(name, box);
        grid->addWidget(box, at / 2, at % 2);
        connect(box, &QCheckBox::toggled, this, [this] {
            if (!m_setting)
                Q_EMIT chosenChanged();
        });
    }
    m_first = m_boxes.value(order.first());
}

void ClassFields::setChosen(const QStringList &classes)
{
    m_setting = true;
    for (auto box = m_boxes.begin(); box != m_boxes.end(); ++box)
        box.value()->setChecked(classes.contains(box.key()));
    m_setting = false;
}

QStringList ClassFields::chosen() const
{
    QStringList classes;
    for (const QString &known : exports::deerClassifications()) {
        if (m_boxes.value(known)->isChecked())
            classes << known;
    }
    return classes;
}

} // namespace herdbook::ui
