// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPlainTextEdit;
class QToolButton;

namespace herdbook {
class ElidedLabel;
} // namespace herdbook

namespace herdbook::ui {

/// The status key of a job as it is in Redis, read-only; folds to its title line. Takes the height it is given, in whole lines.
class RawStatus : public QWidget
{
    Q_OBJECT

public:
    static constexpr int FoldedHeight = 36;

    explicit RawStatus(QWidget *parent = nullptr);

    /// @param raw the key's bytes. JSON is shown with a space after each comma and colon, so that it wraps where one can read on; what is
    /// copied are the bytes.
    void setStatus(const QString &jobId, const QByteArray &raw, bool stale);

    /// Fits into so many pixels of height: folded where three lines don't fit, or where the user folded it.
    void fit(int room);

Q_SIGNALS:
    void foldToggled();

private:
    int heightOf(int lines) const;

    QToolButton *m_fold;
    ElidedLabel *m_key;
    QPlainTextEdit *m_text;
    QByteArray m_raw;
    bool m_asked = true; ///< by the user: unfolded
};

/// JSON text with a space after each comma and colon outside of its strings; other text as it is.
QString spacedJson(const QByteArray &raw);

} // namespace herdbook::ui
