// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"
#include "core/reid/data/dataset.h"
#include "core/render/photo/photocrops.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QUuid>
#include <stop_token>

namespace herdbook::ui {

/// Which detections of an analysis have their photo on this machine, and where: found out in the background, for galleries that leave out what
/// can't be looked at. Lives in the UI thread.
class PictureIndex : public QObject
{
    Q_OBJECT

public:
    PictureIndex(PostgresSettings postgres, QString imageFolder, QObject *parent = nullptr);
    ~PictureIndex() override;

    /// Looks for the photos of these detections. What was known of another analysis is forgotten.
    void look(const std::vector<reid::Detection> &detections);
    /// Photos may have come since: looks once more for the same. What is known stands until it has looked.
    void lookAgain();
    /// False until it has looked, and where the database doesn't answer: then nobody knows, and nothing may be left out.
    bool isKnown() const { return m_known; }
    /// Why it isn't known, or why of some photos it isn't; empty while it is looking or knows.
    QString problem() const { return m_problem; }
    /// Photos of which isn't known whether they are there: no right to look, a disk that doesn't answer.
    int unsure() const { return m_found.unsure; }
    bool has(const reid::Detection &detection) const;
    /// The photo's path as in the database; empty where it isn't known.
    QString path(const reid::Detection &detection) const;
    /// Of the detections' boxes.
    render::BoxUnit boxUnit() const { return m_found.boxUnit; }

Q_SIGNALS:
    /// isKnown() or problem() are other now.
    void changed();
    /// It has looked again, and has() tells more, or less, than before.
    void renewed();

private:
    struct Found
    {
        QHash<QUuid, QString> paths;
        QSet<QUuid> there;
        render::BoxUnit boxUnit = render::BoxUnit::Pixels;
        int unsure = 0;
        QString why; ///< of the first of these
    };
    static Result<Found> search(const PostgresSettings &postgres, const QString &folder, const QSet<QUuid> &images,
                                bool unitIsOpen, const std::stop_token &stop);
    void start();
    void take(const Result<Found> &found);

    const PostgresSettings m_postgres;
    const QString m_imageFolder;
    std::stop_source m_stop;
    QSet<QUuid> m_images; ///< that are looked for
    bool m_unitIsOpen = false;
    int m_run = 0;
    bool m_looking = false, m_again = false;
    bool m_known = false;
    QString m_problem;
    Found m_found;
};

} // namespace herdbook::ui
