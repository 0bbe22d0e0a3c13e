// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"

namespace herdbook::ui {

/// One row of a gallery: a detection, and what it is compared with.
struct GalleryRow
{
    std::uint32_t detection = 0;
    std::int32_t other = -1;   ///< the detection shown beside it, -1: none
    std::int32_t profile = -1; ///< whose standIn() `other` is; -1: `other` is just another detection
    reid::Ticks score = reid::kNoScore;
};

/// A part of shared rows.
struct GallerySet
{
    QString title;
    std::shared_ptr<const std::vector<GalleryRow>> rows;
    std::size_t first = 0;
    std::size_t count = 0;

    const GalleryRow &row(std::size_t at) const { return (*rows)[first + at]; }
};

/// Builds the galleries of one analysis. What depends on the cursor is cut out of rows that were sorted once, so that it costs two
/// binary searches.
class GallerySets
{
public:
    explicit GallerySets(SharedAnalysis analysis);

    const SharedAnalysis &analysis() const { return m_analysis; }

    /// The unassigned with a best score in [from, to), best first, each beside its best profile's standIn().
    GallerySet unassigned(double from, double to) const;
    /// The detections a step of the funnel loses at a threshold, best first; all of them for the first step.
    GallerySet lostAt(const QString &step, double threshold) const;
    /// Two profiles beside each other.
    GallerySet profiles(std::int32_t first, std::int32_t second) const;
    GallerySet duplicates() const;
    /// The rows of duplicates() as places in Analysis::duplicateProfiles: pairs without any assigned detection have none.
    std::vector<std::size_t> shownDuplicates() const;
    GallerySet mislabeled() const;
    /// Down to the loosest threshold that was asked about.
    GallerySet contradictions() const;
    GallerySet bursts() const;

    /// The detection that stands for a profile: the assigned one with the highest score of its own; -1 when there is none.
    std::int32_t standIn(std::int32_t profile) const;
    /// Whether standIn() is the detection that the profile's vector is a copy of.
    bool isFounded(std::int32_t profile) const;
    /// The assigned detections of a profile, in the order of the data.
    const std::vector<std::int32_t> &assignedTo(std::int32_t profile) const;
    /// The detections of a burst, in the order of the data; none without one. Indexed with the first question.
    std::vector<std::int32_t> burst(const reid::Uuid &burst) const;
    QString profileName(std::int32_t profile) const;
    /// The deer that a detection has or would be given; empty where there is none.
    QString deerName(std::size_t detection) const;
    /// Whom a row is about: the profile it is compared with, or the deer of its two detections.
    QString pairName(const GalleryRow &row) const;
    reid::Sex profileSex(std::int32_t profile) const; ///< Unknown without one

private:
    GalleryRow beside(std::size_t detection) const;
    void addPair(std::vector<GalleryRow> &rows, std::int32_t first, std::int32_t second, reid::Ticks score) const;

    SharedAnalysis m_analysis;
    std::vector<std::int32_t> m_standIns;                        ///< by profile
    std::vector<std::vector<std::int32_t>> m_assigned;           ///< by profile
    mutable std::vector<std::int32_t> m_byBurst;                 ///< detections with a burst, by it
    std::shared_ptr<const std::vector<GalleryRow>> m_unassigned; ///< best first
};

} // namespace herdbook::ui
