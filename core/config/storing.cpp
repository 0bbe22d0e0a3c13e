// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/storing.h"

#include "core/base/atomicfile.h"
#include "core/base/diskhand.h"

#include <QDir>
#include <QFileInfo>

#include <atomic>

namespace herdbook {

namespace {

/// A place that no disk holds: a QSettings that can't be written keeps all in memory, and fails at once when it tries.
QString nowhere()
{
    static std::atomic<int> number = 0;
    return QStringLiteral("/dev/null/remembered-%1").arg(++number);
}

QString silence(const QString &file)
{
    return QStringLiteral("The disk of %1 doesn't answer").arg(file);
}

} // namespace

Result<void> canStoreIn(const QString &folder)
{
    constexpr int Little = 4096;
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::Storage, QStringLiteral("The folder %1 can't be made").arg(folder)};
    return AtomicFile(folder + QStringLiteral("/storing")).fill(QByteArray(Little, ' '));
}

Remembered::Remembered(QString file, QObject *parent)
    : QObject(parent), m_file(std::move(file)), m_memory(nowhere(), QSettings::NativeFormat)
{
    connect(&m_errand, &DiskErrand::silent, this, [this] { tell(silence(m_file)); });
    const std::optional<Disk> disk = askDisk([path = m_file] { return read(path); }, DiskErrand::Patience);
    m_unread = !disk || !disk->problem.isEmpty();
    if (m_unread) {
        m_problem = QStringLiteral("What was remembered before isn't known, and %1 is left as it is: %2")
                        .arg(m_file, disk ? disk->problem : silence(m_file));
        return;
    }
    take(*disk, {});
}

Remembered::~Remembered()
{
    m_again = false;
    if (!m_errand.finish(DiskErrand::Patience))
        return;
    store();
    m_errand.finish(DiskErrand::Patience);
}

Remembered::Values Remembered::valuesOf(const QSettings &settings)
{
    Values values;
    for (const QString &key : settings.allKeys())
        values.insert(key, settings.value(key));
    return values;
}

Remembered::Disk Remembered::read(const QString &file)
{
    const QSettings disk(file, QSettings::NativeFormat);
    const Values values = valuesOf(disk);
    switch (disk.status()) {
    case QSettings::AccessError:
        return {{}, QStringLiteral("it can't be read")};
    case QSettings::FormatError:
        return {{}, QStringLiteral("it is damaged; mend it, or move it away")};
    case QSettings::NoError:
        break;
    }
    return {values, {}};
}

Remembered::Disk Remembered::write(const QString &file, const Values &before, const Values &now, Care care)
{
    // A fault stays with the object that met it; a new one on the same file tells how it is now.
    QSettings disk(file, QSettings::NativeFormat);
    const bool all = care == Care::Again || !QFileInfo::exists(file);
    for (auto it = now.cbegin(); it != now.cend(); ++it) {
        if (all || before.value(it.key()) != it.value())
            disk.setValue(it.key(), it.value());
    }
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (!now.contains(it.key()))
            disk.remove(it.key());
    }
    disk.sync();
    const bool failed = disk.status() != QSettings::NoError;
    if (failed || care != Care::Usual) {
        if (const Result<void> can = canStoreIn(QFileInfo(file).absolutePath()); !can)
            return {{}, can.error().message};
    }
    return failed ? Disk{{}, QStringLiteral("%1 can't be written").arg(file)} : Disk{valuesOf(disk), {}};
}

void Remembered::store()
{
    m_again = m_errand.isBusy();
    if (!m_again && !m_unread)
        send();
}

void Remembered::send()
{
    const Values now = valuesOf(m_memory);
    const Care care = !m_problem.isEmpty() ? Care::Again : m_tried ? Care::Usual : Care::First;
    const auto disk = std::make_shared<Disk>();
    m_errand.give([disk, file = m_file, before = m_stored, now, care] { *disk = write(file, before, now, care); },
                  [this, disk, now] {
                      m_tried = true;
                      if (disk->problem.isEmpty())
                          take(*disk, now);
                      tell(disk->problem);
                      if (std::exchange(m_again, false))
                          send();
                  });
}

/// What others stored meanwhile is taken over, but for what was set here since.
void Remembered::take(const Disk &disk, const Values &sent)
{
    const Values now = valuesOf(m_memory);
    const auto untouched = [&](const QString &key) { return now.value(key) == sent.value(key); };
    for (auto it = disk.values.cbegin(); it != disk.values.cend(); ++it) {
        const bool others = m_disk.value(it.key()) != it.value() && sent.value(it.key()) != it.value();
        if (others && untouched(it.key()))
            m_memory.setValue(it.key(), it.value());
    }
    for (auto it = m_disk.cbegin(); it != m_disk.cend(); ++it) {
        if (!disk.values.contains(it.key()) && untouched(it.key()))
            m_memory.remove(it.key());
    }
    // What was set or removed here since then stays to be stored.
    m_stored = valuesOf(m_memory);
    for (const Values &values : {now, sent}) {
        for (auto it = values.cbegin(); it != values.cend(); ++it) {
            if (!untouched(it.key()))
                m_stored.insert(it.key(), sent.value(it.key()));
        }
    }
    m_disk = disk.values;
}

void Remembered::tell(const QString &problem)
{
    if (std::exchange(m_problem, problem) != problem)
        Q_EMIT told();
}

} // namespace herdbook
