// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/certificate.h"

#include <QWidget>

namespace herdbook::trial {

/// How a certificate came about: looks against detections certified, a ring for each level, the last one filled.
class Staircase : public QWidget
{
    Q_OBJECT

public:
    explicit Staircase(QWidget *parent = nullptr);

    void setCertificate(const CertificateRecord &certificate);

    QSize sizeHint() const override { return {600, 220}; }
    QSize minimumSizeHint() const override { return {320, 170}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    CertificateRecord m_certificate;
};

} // namespace herdbook::trial
