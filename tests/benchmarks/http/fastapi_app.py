# SPDX-License-Identifier: GPL-3.0-or-later
"""The same two calls with FastAPI, for comparison: the rules of the HTTP contract in one validator, the status by redis.asyncio."""
import json
import os
import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import redis.asyncio
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

app = FastAPI()
store = redis.asyncio.Redis(port=int(os.environ["REDIS_PORT"]), password=os.environ["REDIS_PASSWORD"])
ZONE = ZoneInfo(os.environ.get("HERDBOOK_SITE_TZ", "America/Chicago"))
CLASSES = {"buck", "doe", "fawn", "mature", "mid", "young", "unknown", "cattle", "pig", "raccoon"}
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
JOB_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


def read_date(body, field, errors):
    text = body.get(field)
    if isinstance(text, str) and DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    errors.append((field, "date_format", f"{field} must be a date in the form YYYY-MM-DD"))
    return None


def violations(body):
    if not isinstance(body, dict):
        return [("body", "type", "body must be a JSON object")]
    errors, unreadable = [], []
    today = datetime.now(ZONE).date()
    start, end = read_date(body, "start_date", unreadable), read_date(body, "end_date", unreadable)
    if start and end:
        if start >= end:
            errors.append(("start_date", "date_order", "start_date must be before end_date"))
        elif end - start > timedelta(days=365):
            errors.append(("end_date", "date_range", "Date range cannot exceed 1 year"))
    if body.get("group_by", "month") not in ("day", "week", "month"):
        errors.append(("group_by", "group_by", "group_by must be one of: day, week, month"))
    if start and start > today:
        errors.append(("start_date", "start_not_future", "start_date cannot be in the future"))
    if end and end > today:
        errors.append(("end_date", "end_not_future", "end_date cannot be in the future"))
    errors += unreadable
    if body.get("report_type") not in ("pdf", "zip"):
        errors.append(("report_type", "report_type", "report_type must be one of: pdf, zip"))
    classes = body.get("classifications")
    if classes is not None and not (isinstance(classes, list) and classes and set(classes) <= CLASSES):
        errors.append(("classifications", "choices", "classifications must be a list of at least one of: " + ", ".join(CLASSES)))
    for flag in ("include_charts", "include_tables", "include_insights", "allow_empty"):
        if not isinstance(body.get(flag, True), bool):
            errors.append((flag, "type", f"{flag} must be true or false"))
    title = body.get("title", "")
    if not isinstance(title, str) or len(title) > 200 or not title.isprintable():
        errors.append(("title", "text", "title must be text of at most 200 characters without control characters"))
    return errors


@app.post("/api/exports")
async def create(request: Request):
    try:
        body = json.loads(await request.body())
    except ValueError:
        body = None
    errors = violations(body)
    if errors:
        listed = [{"field": f, "rule": r, "message": m} for f, r, m in errors]
        return JSONResponse({"detail": errors[0][2], "errors": listed}, status_code=400)
    return JSONResponse({"detail": "not part of the comparison"}, status_code=501)


@app.get("/api/exports/zip/{job_id}")
async def status(job_id: str):
    text = await store.get("export_job:" + job_id) if JOB_ID.fullmatch(job_id) else None
    if text is None:
        return JSONResponse({"detail": "Job not found or expired"}, status_code=404)
    job = json.loads(text)
    total, done = job.get("total_detections", 0), job.get("processed_count", 0)
    completed = job["status"] == "completed"
    return JSONResponse({
        "job_id": job_id, "status": job["status"], "filename": job.get("filename") if completed else None,
        "download_url": job.get("download_url") if completed else None,
        "file_size_bytes": job.get("file_size_bytes") if completed else None, "error_message": job.get("error"),
        "created_at": job.get("created_at"), "completed_at": job.get("completed_at"),
        "expires_at": (datetime.fromisoformat(job["completed_at"]) + timedelta(hours=1)).isoformat() if completed else None,
        "total_detections": total, "processed_count": done,
        "progress_percent": 100 if completed else min(100, 100 * done // total) if total else 0})
