// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/exportrequest.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;

namespace herdbook {
class MessageLabel;
}

namespace herdbook::ui {

/// What a profile puts on its reports: the title proposed, whom they are for, a logo and a line at the foot.
struct ReportProfile
{
    QString title; ///< where the form has none
    exports::Letterhead letterhead;
    bool operator==(const ReportProfile &) const = default;

    static ReportProfile load(const QSettings &settings, const QString &profileId);
    void save(QSettings &settings, const QString &profileId) const;
};

/// Edits it. The logo is read off the UI thread, checked, and kept with the profile itself.
class LetterheadDialog : public QDialog
{
    Q_OBJECT

public:
    explicit LetterheadDialog(const ReportProfile &profile, QWidget *parent = nullptr);

    ReportProfile profile() const;
    void takeLogo(const QString &path);

Q_SIGNALS:
    /// The logo of takeLogo() was read, and is used or refused.
    void logoTaken(bool used);

private:
    void showLogo();

    ReportProfile m_profile;
    QLineEdit *m_title, *m_client, *m_footer;
    QLabel *m_logo;
    QPushButton *m_remove;
    MessageLabel *m_message;
};

} // namespace herdbook::ui
