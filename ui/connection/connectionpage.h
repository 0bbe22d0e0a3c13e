// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connection/connectionmodel.h"
#include "ui/widgets/screen.h"

#include <QTimeZone>
#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace herdbook {
class Card;
class ElidedLabel;
class Label;
class MessageLabel;
class Pill;
} // namespace herdbook

namespace herdbook::connection {

class CheckList;
class EnvCard;
class EnvImport;
class FieldGrid;
class ProfilePanel;

/// The Connection screen: profiles at the left, the selected one's values and tests at the right.
class ConnectionPage : public QWidget, public Screen
{
    Q_OBJECT

public:
    ConnectionPage(ConnectionModel &model, SecretStore &secrets, QWidget *parent = nullptr);

    /// Brings the test of a part into view, gives it the focus and runs it.
    void showCheck(ConnectionModel::Part part);
    /// The same for the folders, with the focus in that of the photos.
    void showPhotoFolder();

    /// Servers of the profile in use want passwords that aren't given: says so at their fields, with the focus in the first one.
    void askForPasswords(const QStringList &variables);

    /// The import of a .env file, in the place of the values.
    EnvCard *envCard() const { return m_env; }

    // Screen
    void refresh() override;
    QList<QWidget *> panes() const override;
    QList<KeyHelp> keys() const override;

protected:
    void showEvent(QShowEvent *event) override;

Q_SIGNALS:
    /// A profile was removed; `undo` brings it back.
    void undoOffered(const QString &text, std::function<void()> undo);
    /// By an import; it is in use.
    void connected();

private:
    QTimeZone zone() const;
    QWidget *makeHeader();
    QWidget *makeImport(SecretStore &secrets);
    void showImport(bool shown);
    QWidget *makeValues();
    QWidget *makeFooter(SecretStore &secrets);
    Card *makePart(const QString &title, ConnectionModel::Part part, QGridLayout *fields);
    void replaceDraft();
    void updateDraft();
    void showInUse();

    ConnectionModel &m_model;
    FieldGrid *m_fields;
    ProfilePanel *m_profiles;
    EnvImport *m_import;
    EnvCard *m_env = nullptr;
    QStackedWidget *m_right; ///< the values, or the import in their place
    QWidget *m_footer = nullptr;
    QScrollArea *m_scroll = nullptr;
    QLineEdit *m_name = nullptr;
    MessageLabel *m_nameMessage = nullptr;
    QCheckBox *m_readOnly = nullptr;
    Pill *m_inUse = nullptr;
    std::array<QPushButton *, 3> m_tests{};
    std::array<CheckList *, 3> m_results{};
    ElidedLabel *m_reason = nullptr;
    Label *m_alsoSet = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_use = nullptr;
};

} // namespace herdbook::connection
