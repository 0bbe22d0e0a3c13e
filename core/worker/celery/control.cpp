// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/celery/control.h"

#include "core/base/logging.h"
#include "core/exports/jobcontrol.h"
#include "core/worker/pause.h"

#include <QRegularExpression>

namespace herdbook::worker {

Control::Control(const Options &options, Node &node, RunningJobs &running, Revocations &revocations,
                 Condition &condition, Clock clock, bool backlog, std::function<void()> onShutdown)
    : m_names(options.names()), m_node(node), m_running(running), m_revocations(revocations), m_condition(condition),
      m_clock(std::move(clock)), m_onShutdown(std::move(onShutdown)), m_inspection(options, node, running),
      m_answers(m_inspection.answers()), m_ear(options, node, condition, m_clock), m_mingle(m_names, node),
      m_backlog(backlog), m_redis(options.settings.redis)
{
    m_answers.insert(QStringLiteral("revoke"), [this](const QJsonObject &arguments) { return revoke(arguments); });
    m_answers.insert(QStringLiteral("revoked"),
                     [this](const QJsonObject &) { return QJsonArray::fromStringList(m_revocations.all().keys()); });
    m_answers.insert(QStringLiteral("hello"), [this](const QJsonObject &arguments) { return hello(arguments); });
    m_answers.insert(QStringLiteral("scheduled"),
                     [this](const QJsonObject &) { return m_inspection.scheduled(m_redis); });
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

Control::~Control()
{
    m_thread.request_stop();
    m_thread.join();
    (void)m_redis.command({"SREM", m_names.nodeBindings(), controlBinding(m_node.name())});
}

void Control::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        if (!m_ear.listen(m_redis)) {
            pause(stop, milliseconds(500));
            continue;
        }
        sendWaiting();
        mingle();
        for (const QByteArray &message : m_ear.hear(milliseconds(240))) {
            if (const std::optional<Request> request = read(message))
                handle(*request);
        }
    }
}

std::optional<Control::Request> Control::read(const QByteArray &message)
{
    const std::optional<exports::Envelope> envelope = exports::decodeEnvelope(message);
    if (!envelope || !envelope->body.isObject())
        return std::nullopt;
    m_node.adjust(envelope->headers.value(QLatin1String("clock")).toInteger());
    m_node.tick();
    const double expires = envelope->headers.value(QLatin1String("expires")).toDouble();
    const QJsonObject body = envelope->body.toObject();
    if ((expires > 0 && expires * 1000 < static_cast<double>(m_clock().toMSecsSinceEpoch())) || !isForThis(body))
        return std::nullopt;
    return Request{body.value(QLatin1String("method")).toString(), body.value(QLatin1String("arguments")).toObject(),
                   body.value(QLatin1String("reply_to")).toObject().value(QLatin1String("routing_key")).toString(),
                   body.value(QLatin1String("ticket")).toString()};
}

bool Control::isForThis(const QJsonObject &body) const
{
    const QJsonValue destination = body.value(QLatin1String("destination"));
    if (destination.isArray() && !destination.toArray().isEmpty() && !destination.toArray().contains(m_node.name()))
        return false;
    const QString pattern = body.value(QLatin1String("pattern")).toString();
    if (pattern.isEmpty())
        return true;
    const bool regular = body.value(QLatin1String("matcher")).toString() == QLatin1String("pcre");
    const QRegularExpression form(regular ? pattern : QRegularExpression::wildcardToRegularExpression(pattern));
    const auto match = form.match(m_node.name());
    return match.hasMatch() && match.capturedStart() == 0;
}

void Control::handle(const Request &request)
{
    if (m_mingle.isOwn(request.replyKey))
        return;
    if (request.method == QLatin1String("shutdown")) {
        qCInfo(logWorker) << "Told by Celery's control to shut down";
        m_onShutdown();
        return;
    }
    const Inspection::Answer answer = m_answers.value(request.method);
    reply(request, answer ? answer(request.arguments)
                          : QJsonObject{{QLatin1String("error"), QString(QStringLiteral("Unknown control command: ") +
                                                                         request.method.left(80))}});
}

void Control::reply(const Request &request, const QJsonValue &answer)
{
    if (request.replyKey.isEmpty())
        return;
    auto bindings = m_redis.command({"SMEMBERS", m_names.replyBindings()});
    if (!bindings)
        bindings = m_redis.command({"SMEMBERS", m_names.replyBindings()});
    if (!bindings)
        return;
    const exports::Envelope envelope{
        QJsonObject{{m_node.name(), answer}},
        {{QLatin1String("ticket"), request.ticket}, {QLatin1String("clock"), m_node.tick()}},
        {},
        QStringLiteral("reply.celery.pidbox"),
        request.replyKey};
    const QByteArray message = exports::encodeEnvelope(envelope);
    const QByteArray start = request.replyKey.toUtf8() + BindingSeparator;
    for (const storage::RedisReply &binding : bindings->items) {
        if (binding.text.startsWith(start))
            m_waiting << QByteArrayList{
                "LPUSH",
                m_names.list(binding.text.mid(binding.text.lastIndexOf(BindingSeparator) + BindingSeparator.size())),
                message};
    }
    sendWaiting();
}

/// A revocation that Redis can't take now is kept until it can: what was published once isn't said again.
void Control::sendWaiting()
{
    constexpr qsizetype MostWaiting = 1000;
    while (!m_waiting.isEmpty()) {
        const auto sent = m_redis.command(m_waiting.first());
        if (!sent && sent.error().kind == ErrorKind::Unreachable)
            break;
        // Jobs are made all the same.
        m_condition.report(QStringLiteral("control answers"), sent ? QString() : sent.error().message,
                           Condition::Weight::Warning);
        if (!sent && m_waiting.first().first() != "LPUSH")
            break;
        m_waiting.removeFirst();
    }
    if (m_waiting.size() > MostWaiting)
        m_waiting.removeFirst();
}

void Control::remember(const QString &id, bool terminate)
{
    m_revocations.add(id);
    const QByteArray lifetime = QByteArray::number(Revocations::Seconds);
    // What cancels also what runs isn't taken back by a milder word.
    if (terminate)
        m_waiting << QByteArrayList{"SETEX", m_names.cancelKey(id), lifetime, "1"};
    else
        m_waiting << QByteArrayList{"SET", m_names.cancelKey(id), "revoked", "EX", lifetime, "NX"};
}

QJsonValue Control::revoke(const QJsonObject &arguments)
{
    const bool terminate = arguments.value(QLatin1String("terminate")).toBool();
    const QJsonValue given = arguments.value(QLatin1String("task_id"));
    const QJsonArray values = given.isArray() ? given.toArray() : QJsonArray{given};
    QStringList ids;
    for (const QJsonValue &value : values) {
        const QString id = value.toString();
        if (!exports::isAcceptableJobId(id))
            continue;
        ids << id;
        remember(id, terminate);
        if (terminate)
            m_running.stop(id, StopReason::Cancelled);
    }
    sendWaiting();
    // One that waits for its time is taken now, and dropped with the word on it that is due.
    for (const QString &id : std::as_const(ids))
        (void)exports::wakeWaiting(m_redis, m_names, id);
    if (terminate)
        return okAnswer(QStringLiteral("terminate: ") + ids.join(QLatin1String(", ")));
    return okAnswer(QStringLiteral("tasks %1 flagged as revoked").arg(ids.join(QLatin1String(", "))));
}

/// What was published while nobody here listened is asked of the others.
void Control::mingle()
{
    m_missed = m_ear.takeDeafness() || m_missed;
    Result<void> done;
    if (m_missed)
        done = m_mingle.ask(m_redis, m_clock());
    if (done) {
        const auto answers = m_mingle.answers(m_redis, m_clock());
        for (const QJsonObject &revoked : answers ? *answers : QList<QJsonObject>())
            learn(revoked);
        m_missed = !answers && !m_mingle.isOpen();
        m_backlog = m_backlog && (!answers || answers->isEmpty());
        if (!m_missed && !m_mingle.isOpen() && std::exchange(m_backlog, false))
            m_ear.tellUnheard();
        done = answers ? Result<void>() : Result<void>(answers.error());
    }
    m_condition.report(QStringLiteral("mingle"),
                       done ? QString()
                            : QStringLiteral("Other workers can't be asked which tasks were revoked: ") +
                                  done.error().message,
                       Condition::Weight::Warning);
}

void Control::learn(const QJsonObject &revoked)
{
    // Celery's times are those of a clock that began when its machine did: they tell which ones are the latest, not how old they are.
    const QMap<QString, double> known = m_revocations.all();
    std::vector<std::pair<double, QString>> latest;
    for (auto at = revoked.begin(); at != revoked.end(); ++at) {
        if (exports::isAcceptableJobId(at.key()) && !known.contains(at.key()))
            latest.emplace_back(at->isArray() ? at->toArray().at(0).toDouble() : at->toDouble(), at.key());
    }
    std::ranges::sort(latest, std::ranges::greater());
    latest.resize(std::min(latest.size(), size_t{Revocations::Most}));
    for (const auto &[when, id] : latest)
        remember(id, false);
    sendWaiting();
}

/// What a Celery worker that starts asks the others: it tells which tasks it knows to be revoked and hears the same.
QJsonValue Control::hello(const QJsonObject &arguments)
{
    learn(arguments.value(QLatin1String("revoked")).toObject());
    QJsonObject revoked;
    const QMap<QString, double> known = m_revocations.all();
    for (auto at = known.constBegin(); at != known.constEnd(); ++at)
        revoked.insert(at.key(), QJsonArray{at.value(), at.key()});
    return QJsonObject{{QLatin1String("revoked"), revoked}, {QLatin1String("clock"), m_node.tick()}};
}

} // namespace herdbook::worker
