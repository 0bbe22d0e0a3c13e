// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/details/mendingtexts.h"

#include "ui/jobs/jobtexts.h"

#include <QCoreApplication>

namespace herdbook::ui {

using jobs::Contradiction;
using jobs::JobRow;
using jobs::Mending;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("herdbook::ui", text);
}

} // namespace

QString contradictionLead(Contradiction contradiction)
{
    switch (contradiction) {
    case Contradiction::None:
        break;
    case Contradiction::NobodyHoldsIt:
    case Contradiction::HolderStopped:
        return tr("Processing, but no worker holds it");
    case Contradiction::HolderUnheard:
        return tr("Processing, perhaps at a Python worker");
    case Contradiction::WaitingTwice:
        return tr("Running, but still in the queue as well");
    case Contradiction::DoneButProcessing:
        return tr("Done, but its status says processing");
    case Contradiction::FailedButProcessing:
        return tr("Failed, but its status says processing");
    case Contradiction::FinishedButQueued:
        return tr("Finished, but still in the queue");
    case Contradiction::FinishedButHeld:
        return tr("Finished, but a stopped worker still holds it");
    case Contradiction::FileGone:
        return tr("Completed, but the file is gone");
    case Contradiction::FileDiffers:
        return tr("Completed, but the file has another size");
    case Contradiction::NoFileNamed:
        return tr("Completed, but no file is named");
    case Contradiction::UnreadableStatus:
        return stateWord(jobs::RowState::Unreadable);
    case Contradiction::WaitedTooLong:
        return tr("Waiting, but too late to be made");
    case Contradiction::WaitingStatusExpired:
        return tr("Waiting, status expired");
    case Contradiction::RunningStatusExpired:
        return tr("Running, status expired");
    case Contradiction::NeverExpires:
        return tr("Finished, but its status never expires");
    case Contradiction::LostByRedis:
        return stateWord(jobs::RowState::Lost);
    }
    return {};
}

QString contradictionRest(const JobRow &row, const QTimeZone &zone)
{
    switch (row.contradiction) {
    case Contradiction::None:
        break;
    case Contradiction::NobodyHoldsIt:
        if (!row.notKept.isEmpty())
            return tr("It can't go back in the queue as it was: %1 isn't kept with the job.").arg(notKeptText(row));
        return row.worker.isEmpty()
                   ? tr("It is neither waiting nor in a worker's hands. This job stays as it is until it goes back in "
                        "the queue.")
                   : tr("Worker %1 let go of it. This job stays as it is until it goes back in the queue.")
                         .arg(workerText(row.worker));
    case Contradiction::HolderStopped: {
        const QString worker = workerText(row.hand ? row.hand->worker : row.worker);
        if (row.hand && row.hand->lastAlive.isValid())
            return tr("Worker %1 stopped answering at %2. This job stays as it is until it goes back in the queue.")
                .arg(worker, row.hand->lastAlive.toTimeZone(zone).toString(QStringLiteral("HH:mm:ss")));
        return tr("Worker %1 has stopped. This job stays as it is until it goes back in the queue.").arg(worker);
    }
    case Contradiction::HolderUnheard:
        return row.hand
                   ? tr("A Python worker took it; none is heard now. If it has stopped, Celery puts the job back in "
                        "the queue after up to an hour.")
                   : tr("No Herdbook worker holds it. Whether a Python worker makes it isn't known: one that sends no "
                        "heartbeats can't be heard. If none is left, cancel the job and run it again.");
    case Contradiction::WaitingTwice:
        return tr("It would be made a second time.");
    case Contradiction::DoneButProcessing:
        if (row.file == jobs::FileFact::Silent)
            return tr("The worker reported success. Its file can't be looked for: the export folder doesn't tell what "
                      "is in it.");
        return row.resultText.isEmpty()
                   ? tr("The worker reported success, but no file is to be found.")
                   : tr("The worker made %1; the status was overwritten afterwards.").arg(row.resultText);
    case Contradiction::FailedButProcessing:
        return tr("The worker reported: %1").arg(row.resultText);
    case Contradiction::FinishedButQueued:
    case Contradiction::FinishedButHeld:
        return tr("It would be made again.");
    case Contradiction::FileGone:
        return tr("%1 is not in the export folder any more.").arg(row.fileName);
    case Contradiction::FileDiffers:
        return tr("It should have %1. The file may have been changed or cut short.").arg(sizeText(row.fileSize));
    case Contradiction::NoFileNamed:
        return tr("There is nothing to open.");
    case Contradiction::UnreadableStatus:
        return tr("Herdbook can't read what is stored for this job. Technical, below, shows it as it is.");
    case Contradiction::WaitedTooLong:
        return tr("It was to be begun by %1; no worker makes it any more.").arg(momentText(row.beginBy, zone));
    case Contradiction::WaitingStatusExpired:
        return tr("It waited longer than an hour for a worker. It is still in the queue, but others take it for gone.");
    case Contradiction::RunningStatusExpired:
        if (row.hand && row.hand->python)
            return tr("It was taken by a Python worker, but others take it for gone.");
        return tr("A worker is at it, but others take it for gone.");
    case Contradiction::NeverExpires:
        return tr("Another program wrote it without an end.");
    case Contradiction::LostByRedis:
        return tr(
            "Redis lost its data before this job's hour was over, most likely by a restart or for lack of memory.");
    }
    return {};
}

QString mendingText(Mending mending)
{
    switch (mending) {
    case Mending::None:
        break;
    case Mending::PutBackInQueue:
        return tr("Put back in queue");
    case Mending::RunAgain:
        return tr("Run again");
    case Mending::SubmitAgain:
        return tr("Submit again");
    case Mending::TakeOut:
        return tr("Take out the spare");
    case Mending::RestoreStatus:
        return tr("Renew the status");
    case Mending::AcceptResult:
        return tr("Take over the result");
    case Mending::SetExpiry:
        return tr("Let it end in an hour");
    case Mending::MarkFailed:
        return tr("Mark as failed");
    case Mending::Remove:
        return tr("Remove");
    }
    return {};
}

Icon mendingIcon(Mending mending)
{
    switch (mending) {
    case Mending::PutBackInQueue:
        return Icon::PutBack;
    case Mending::RunAgain:
    case Mending::SubmitAgain:
        return Icon::Retry;
    case Mending::Remove:
        return Icon::Remove;
    default:
        return Icon::Check;
    }
}

} // namespace herdbook::ui
