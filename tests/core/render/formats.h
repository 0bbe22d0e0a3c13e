// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

namespace herdbook::test {

/// What a file of the COCO format breaks of its documentation (https://cocodataset.org/#format-data) and of what pycocotools needs: integer
/// and unique ids, references that lead somewhere, boxes within their picture, polygons of at least three points, `iscrowd`, `area`.
QStringList cocoProblems(const QByteArray &json);

/// What the tables of a Camtrap DP 1.0 package break of the standard's field tables: names, required values, types, ranges, vocabularies,
/// unique and foreign keys. @param files by name.
QStringList camtrapProblems(const QMap<QString, QByteArray> &files);

/// A CSV file (RFC 4180) by records and fields.
QList<QStringList> csvRecords(const QByteArray &csv);

} // namespace herdbook::test
