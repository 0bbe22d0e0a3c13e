#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Python side of the interop tests: a real Celery producer, worker, inspector and event monitor."""
import datetime
import json
import os
import sys
import time

import celery
import redis

HOST, PORT = os.environ["REDIS_HOST"], int(os.environ["REDIS_PORT"])
PASSWORD, DB = os.environ["REDIS_PASSWORD"], int(os.environ["REDIS_DB"])
URL = f"redis://:{PASSWORD}@{HOST}:{PORT}/{DB}"
PDF = "worker.tasks.exports.generate_pdf_report_task"
ZIP = "worker.tasks.exports.create_zip_archive_task"

app = celery.Celery("side", broker=URL, backend=URL)
app.conf.update(task_default_queue="exports", task_serializer="json", result_serializer="json", accept_content=["json"],
                task_routes={PDF: {"queue": "exports"}, ZIP: {"queue": "exports"}}, worker_send_task_events=True,
                broker_transport_options={"global_keyprefix": os.environ["HERDBOOK_REDIS_KEYPREFIX"]})
client = redis.Redis(host=HOST, port=PORT, password=PASSWORD, db=DB)


def write_status(job_id, **fields):
    client.setex(f"export_job:{job_id}", 3600,
                 json.dumps({"job_id": job_id, "created_at": datetime.datetime.utcnow().isoformat(), **fields}))


def make(job_id, request, kind):
    folder = os.environ["EXPORT_DIR"]
    name = f"{kind}_{job_id}.made-by-python"
    with open(os.path.join(folder, name), "w") as file:
        json.dump(request, file)
    client.hincrby("made-by-python", job_id, 1)
    time.sleep(float(os.environ.get("TASK_SECONDS", "0")))
    write_status(job_id, status="completed", filename=name, download_url="/api/static/exports/" + name,
                 completed_at=datetime.datetime.utcnow().isoformat(), file_size_bytes=os.path.getsize(os.path.join(folder, name)))
    return {"job_id": job_id, "filename": name}


@app.task(name=PDF)
def make_pdf(job_id, request):
    return make(job_id, request, "report")


@app.task(name=ZIP)
def make_zip(job_id, request):
    return make(job_id, request, "detections")


def send(task, job_id, request, **options):
    return app.send_task(task, args=[job_id, request], queue="exports", **options)


def produce(task, job_id, request):
    """As the deployed API does it: queue first, write `processing` afterwards (with WRITE_LATE when the job is done already); then wait
    for the result."""
    result = send(PDF if task == "pdf" else ZIP, job_id, json.loads(request), task_id=job_id)
    while os.environ.get("WRITE_LATE") and b'"completed"' not in (client.get(f"export_job:{job_id}") or b""):
        time.sleep(0.01)
    write_status(job_id, status="processing")
    try:
        print(json.dumps({"state": "SUCCESS", "result": result.get(timeout=60)}))
    except Exception as fault:  # the test looks at what it was
        print(json.dumps({"state": result.state, "type": type(fault).__name__, "message": str(fault)}))


def queue(*arguments):
    """Queues without waiting: task name, job id, request and further options as JSON."""
    name, job_id, request, options = arguments
    options = json.loads(options)
    follow = {"link": celery.signature, "link_error": celery.signature, "chord": celery.signature,
              "chain": lambda tasks: [celery.signature(task) for task in tasks]}
    for option, read in follow.items():
        if option in options:
            options[option] = read(options[option])
    if options.pop("protocol1", False):
        message = {"task": name, "id": job_id, "args": [job_id, json.loads(request)], "kwargs": {}, "retries": 0, "eta": None,
                   "expires": None, "utc": True, "callbacks": None, "errbacks": None, "timelimit": (None, None),
                   "taskset": None, "chord": None}
        with app.connection() as connection, connection.Producer() as producer:
            producer.publish(message, routing_key="exports", exchange="", serializer="json", **options)
        return
    if options.pop("by_name", False):
        print(app.send_task(name, kwargs={"job_id": job_id, "request": json.loads(request)}, queue="exports", task_id=job_id).id)
        return
    print(send(name, job_id, json.loads(request), task_id=job_id, **options).id)


def work():
    app.worker_main(["worker", "-Q", os.environ.get("QUEUE", "exports"), "--pool", os.environ.get("POOL", "solo"), "-c", "1", "-n", "python@test", "-l", "INFO"])


def inspect(command, *nodes):
    print(json.dumps(getattr(app.control.inspect(destination=nodes or None, timeout=10), command)()))


def revoke(task_id):
    app.control.revoke(task_id, terminate=True)


def flag(task_id):
    """Revokes without terminating."""
    app.control.revoke(task_id)


def ask(command, node, arguments):
    print(json.dumps(getattr(app.control.inspect(destination=[node], timeout=10), command)(*json.loads(arguments))))


def shutdown(node):
    app.control.shutdown(destination=[node])


def events(seconds):
    """Prints one line of JSON for each event, as Celery's own receiver reads it."""
    with app.connection() as connection:
        def show(event):
            print(json.dumps({key: event.get(key) for key in ("type", "hostname", "uuid", "freq", "sw_ident", "name")}), flush=True)
        receiver = app.events.Receiver(connection, handlers={"*": show})
        print(json.dumps({"type": "listening"}), flush=True)
        try:
            receiver.capture(limit=None, timeout=float(seconds), wakeup=False)
        except OSError:
            pass


{f.__name__: f for f in (produce, queue, work, inspect, ask, revoke, flag, shutdown, events)}[sys.argv[1]](*sys.argv[2:])
