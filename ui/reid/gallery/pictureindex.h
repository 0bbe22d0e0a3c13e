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

namespace herdbook::dashboard {

/// Which detections of an analysis have their photo on this machine, and where: found out once, in the background, for galleries that leave out what
/// can't be looked at. Lives in the UI thread.
class PictureIndex : public QObject
{
    Q_OBJECT

public:
    PictureIndex(PostgresSettings postgres, QString imageFolder, QObject *parent = nullptr);
    ~PictureIndex() override;

    /// Looks for the photos of these detections. What was known of another analysis is forgotten.
    void look(const std::vector<reid::Detection> &detections);
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

    const PostgresSettings m_postgres;
    const QString m_imageFolder;
    std::stop_source m_stop;
    int m_run = 0;
    bool m_known = false;
    QString m_problem;
    Found m_found;
};

} // namespace herdbook::dashboard
