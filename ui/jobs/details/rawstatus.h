// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/details/facttable.h"

#include <QWidget>

class QPlainTextEdit;
class QToolButton;

namespace herdbook {
class ElidedLabel;
class Label;
} // namespace herdbook

namespace herdbook::ui {

/// What the wire says about a job: id, facts by their names there, and the status key as it is in Redis. Closed until asked for; open it takes
/// the height it is given.
class RawStatus : public QWidget
{
    Q_OBJECT

public:
    static constexpr int FoldedHeight = 36;

    explicit RawStatus(QWidget *parent = nullptr);

    /// @param raw the key's bytes. JSON is shown with a space after each comma and colon, so that it wraps where one can read on; what is
    /// copied are the bytes.
    void setStatus(const QString &jobId, const QByteArray &raw, bool stale, const QList<FactTable::Fact> &facts);
    QString factsText() const { return m_facts->text(); }

    bool isOpen() const { return m_open; }
    void setOpen(bool open);
    /// Open, in so many pixels of height.
    void fit(int room);

Q_SIGNALS:
    void foldToggled();

private:
    void showHead();

    QToolButton *m_fold, *m_copyId;
    ElidedLabel *m_key;
    QWidget *m_body;
    FactTable *m_facts;
    Label *m_title;
    QPlainTextEdit *m_text;
    QString m_id;
    QByteArray m_raw;
    bool m_open = false;
};

/// JSON text with a space after each comma and colon outside of its strings; other text as it is.
QString spacedJson(const QByteArray &raw);

} // namespace herdbook::ui
