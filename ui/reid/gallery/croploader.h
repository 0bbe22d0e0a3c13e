// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"
#include "core/reid/data/dataset.h"
#include "core/render/photo/photocrops.h"
#include "core/render/photo/photostore.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QUuid>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace herdbook::ui {

/// Cuts detections out of their photos on a thread with a database connection of its own, in the order they are wanted. Lives in the UI
/// thread and never waits there, but for the thread's end in the destructor.
class CropLoader : public QObject
{
    Q_OBJECT

public:
    /// What there is in place of a picture: no such photo; one that wasn't read and may be another time (no right, a silent disk, a database
    /// that is away); or one that no picture can be made of.
    enum class Lack { None, Missing, Unread, Unusable };
    Q_ENUM(Lack)

    /// @param imageFolder where the deployment's /mnt/images is found on this machine.
    CropLoader(PostgresSettings postgres, const QString &imageFolder, QObject *parent = nullptr);
    ~CropLoader() override;

    struct Want
    {
        std::uint32_t key; ///< the detection's index; comes back with the picture
        reid::Uuid image;
        reid::Box box;
        QSize frame{}; ///< device pixels that the picture is to fill in one direction; empty: as it comes
    };
    /// Replaces what was wanted before and hasn't been begun.
    void want(std::vector<Want> wanted);

Q_SIGNALS:
    /// A picture, or why there is none; with both the photo is damaged, and the picture not to be trusted.
    void loaded(quint32 key, const QImage &crop, const QString &problem, herdbook::ui::CropLoader::Lack lack);

private:
    void run(const std::stop_token &stop);
    std::vector<Want> take(const std::stop_token &stop);
    /// Paths of the photos by image id, as in the database, and the unit of the boxes.
    Result<void> findPaths(const std::vector<Want> &batch, const std::stop_token &stop);
    void cut(const std::vector<Want> &batch, const std::stop_token &stop);
    void say(const Want &want, const QImage &crop, const QString &problem, Lack lack);

    const PostgresSettings m_postgres;
    render::PhotoStore m_photos; ///< of the thread
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::vector<Want> m_wanted;            ///< guarded by m_mutex; the first is next
    QHash<QUuid, QString> m_paths;         ///< of the thread
    std::optional<render::BoxUnit> m_unit; ///< of the thread; asked once a box leaves it open
    std::jthread m_thread;                 ///< last: joined before the rest goes
};

} // namespace herdbook::ui
