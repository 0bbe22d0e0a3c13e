// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/postgres.h"
#include "core/trial/review/certificate.h"

namespace herdbook::trial {

/// Keeps what a shared trial came to; a later verdict of the same trial replaces it, one by fewer answers doesn't. Nothing happens for a trial
/// that isn't shared.
Result<void> shareCertificate(storage::Postgres &connection, const CertificateRecord &certificate);

/// What trials came to, each with its trial: the newest certificates that were not withheld, or the newest trials without one, newest
/// first. Reads nothing of a schema that can't be trusted (Denied).
struct SharedCertificate
{
    CertificateRecord certificate;
    TrialRecord trial;
};
Result<std::vector<SharedCertificate>> sharedCertificates(storage::Postgres &connection, bool certified, int most = 5);

} // namespace herdbook::trial
