// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exports/exportform.h"

#include <QHash>
#include <QWidget>
#include <functional>

class QComboBox;
class QGridLayout;
class QListWidget;
class QMenu;
class QPlainTextEdit;
class QToolButton;

namespace herdbook {
class Label;
class MessageLabel;
} // namespace herdbook

namespace herdbook::ui {

/// What the core can beside the usual: chosen locations, paper, a report's sections in an order of one's own, and a data set by ids.
class MoreFields : public QWidget
{
    Q_OBJECT

public:
    explicit MoreFields(ExportForm &form, QWidget *parent = nullptr);

    /// The locations there are, by id; until they are known nothing can be chosen.
    void setLocations(const QList<QPair<QString, QString>> &locations);
    /// Why they are not known.
    void setLocationsProblem(const QString &text);

    QToolButton *locationsButton() const { return m_locations; }
    QComboBox *paperBox() const { return m_paper; }
    QListWidget *sectionList() const { return m_sections; }
    QPlainTextEdit *idsEdit() const { return m_ids; }

Q_SIGNALS:
    /// The profile's letterhead is to be edited.
    void letterheadAsked();
    /// The list of locations is about to be shown: now is the time to read it.
    void locationsAsked();

private:
    void addRow(QGridLayout &grid, const QString &label, QWidget *control);
    void fillMenu();
    void fillSections(const QStringList &chosen);
    void takeSections();
    void moveSection(int by);
    void refresh();

    ExportForm &m_form;
    QToolButton *m_locations;
    QMenu *m_menu;
    QComboBox *m_paper;
    QListWidget *m_sections;
    QToolButton *m_up, *m_down;
    Label *m_sectionsNote; ///< what it is to check some, or none
    Label *m_language;
    QPlainTextEdit *m_ids;
    MessageLabel *m_idsMessage;
    QList<QWidget *> m_pdfOnly, m_sectionsOnly, m_zipOnly;
    QList<QPair<QString, QString>> m_known; ///< id and name
    QString m_problem;
    bool m_locationsRead = false;
    bool m_refreshing = false;
};

} // namespace herdbook::ui
