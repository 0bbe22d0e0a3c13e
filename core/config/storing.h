// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diskerrand.h"
#include "core/base/result.h"

#include <QMap>
#include <QSettings>
#include <QVariant>

namespace herdbook {

/// Whether a file can be put into that folder now, which is made where it isn't there: by doing it, so that a full disk is seen as well.
/// Leaves no file behind. Waits for the disk.
Result<void> canStoreIn(const QString &folder);

/// What the desktop remembers, in memory: read from its file once, and from then on stored, and what other windows stored read, by another
/// thread. Whoever asks for a value or sets one waits for no disk.
class Remembered : public QObject
{
    Q_OBJECT

public:
    using Values = QMap<QString, QVariant>;

    /// Reads `file`, waiting for DiskErrand::Patience at most. Where it can't be read, nothing is stored either: it would be lost.
    explicit Remembered(QString file, QObject *parent = nullptr);
    /// Stores what is left, waiting no longer than that.
    ~Remembered() override;

    QSettings &settings() { return m_memory; }
    /// Stores what was set since the last time; told() follows where that says something new.
    void store();
    /// What of it can't be kept and why; empty where all is on disk. That it can be written is tried at the first store().
    QString problem() const { return m_problem; }

Q_SIGNALS:
    /// problem() is another one now.
    void told();

private:
    struct Disk
    {
        Values values;
        QString problem; ///< empty: all is stored
    };
    static Values valuesOf(const QSettings &settings);
    static Disk read(const QString &file);
    /// First: also whether it could be written where nothing was set. Again: all of it, after a time that failed.
    enum class Care { Usual, First, Again };
    static Disk write(const QString &file, const Values &before, const Values &now, Care care);
    void send();
    void take(const Disk &disk, const Values &sent);
    void tell(const QString &problem);

    const QString m_file;
    QSettings m_memory;
    Values m_stored; ///< of m_memory, as it was last known to be on disk
    Values m_disk;   ///< what was on disk then
    bool m_again = false, m_tried = false, m_unread = false;
    QString m_problem;
    DiskErrand m_errand;
};

} // namespace herdbook
