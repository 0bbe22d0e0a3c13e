#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The report's counterpart in good Python: the same figures for a year by week, by ReportLab, drawn directly on the canvas where that is
fast. Prints the seconds of the job (imports apart) and the peak memory. usage: report_reportlab.py OUT.pdf"""
import io, json, os, resource, sys, time
import psycopg2
from PIL import Image
from reportlab.graphics.charts.barcharts import HorizontalBarChart, VerticalBarChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Image as Picture, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

start = time.perf_counter()
con = psycopg2.connect("")
cur = con.cursor()
ANIMALS = ["Bucks", "Does", "Fawns", "Unknown"]
COLORS = [colors.HexColor(c) for c in ("#0B4A82", "#A63C08", "#9E8106", "#6F777B")]
cur.execute("""CREATE TEMP TABLE q AS SELECT d.image_id, d.deer_id, d.confidence, d.bbox, i.path, i.location_id,
  coalesce(d.corrected_classification, d.classification) AS class, timezone('America/Chicago', i."timestamp") AS local
  FROM detections d JOIN images i ON i.id = d.image_id WHERE d.is_valid AND NOT d.is_duplicate
  AND i."timestamp" >= '2025-01-01 06:00Z' AND i."timestamp" < '2026-01-01 06:00Z'""")
ANIMAL = "CASE class WHEN 'doe' THEN 1 WHEN 'fawn' THEN 2 WHEN 'unknown' THEN 3 ELSE 0 END"

def grid(key, keys):
    cur.execute(f"SELECT {key}, {ANIMAL}, count(*) FROM q GROUP BY 1, 2")
    found = {(k, a): n for k, a, n in cur.fetchall()}
    return [[found.get((k, a), 0) for k in keys] for a in range(4)]

def rows(sql):
    cur.execute(sql)
    return cur.fetchall()

total, images, deer, confidence = rows("SELECT count(*), count(DISTINCT image_id), count(DISTINCT deer_id), avg(confidence) FROM q")[0]
weeks = [r[0] for r in rows("SELECT generate_series(date_trunc('week', date '2025-01-01'), date '2025-12-31', '7 days')::date")]
by_week = grid("date_trunc('week', local)::date", weeks)
week_extra = {r[0]: r[1:] for r in rows("SELECT date_trunc('week', local)::date, count(DISTINCT image_id), count(DISTINCT deer_id) FROM q GROUP BY 1")}
by_hour = grid("extract(hour FROM local)::int", list(range(24)))
places = rows("SELECT q.location_id, l.name, count(*), count(DISTINCT image_id), count(DISTINCT deer_id) FROM q JOIN locations l ON l.id = q.location_id GROUP BY 1, 2 ORDER BY 3 DESC")
by_place = grid("location_id", [p[0] for p in places])
classes = rows("SELECT class, count(*), count(DISTINCT image_id), avg(confidence) FROM q GROUP BY 1 ORDER BY 2 DESC")
seen = rows("""SELECT d.name, d.sex::text, t.n, t.first, t.last, p.path, p.bbox FROM (SELECT deer_id, count(*) AS n, min(local)::date AS first, max(local)::date AS last
  FROM q WHERE deer_id IS NOT NULL GROUP BY 1 ORDER BY 2 DESC LIMIT 8) t JOIN deer d ON d.id = t.deer_id
  JOIN LATERAL (SELECT path, bbox FROM q WHERE q.deer_id = t.deer_id ORDER BY confidence DESC LIMIT 1) p ON true ORDER BY t.n DESC""")
quality = rows("SELECT count(*), count(*) FILTER (WHERE NOT is_valid), count(*) FILTER (WHERE is_duplicate), count(*) FILTER (WHERE is_reviewed) FROM detections")[0]

def portrait(path, box):
    if path.startswith("/mnt/images"):
        path = os.environ["IMAGE_PATH"] + path[len("/mnt/images"):]
    with Image.open(path) as im:
        c = im.crop((box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]))
        c.thumbnail((420, 420), Image.Resampling.LANCZOS)
        f = io.BytesIO()
        c.save(f, "JPEG", quality=90)
        f.seek(0)
        return Picture(f, 110, 110 * c.height / c.width)

def bars(data, names, height, kind=VerticalBarChart):
    d = Drawing(500, height)
    c = kind()
    c.x, c.y, c.width, c.height = 60, 30, 430, height - 40
    c.data = data
    c.categoryAxis.style = "stacked"
    c.categoryAxis.categoryNames = names
    c.categoryAxis.labels.fontSize = 7
    c.valueAxis.valueMin = 0
    c.bars.strokeWidth = 0.3
    for i, color in enumerate(COLORS):
        c.bars[i].fillColor = color
    d.add(c)
    return d

styles = getSampleStyleSheet()
LINES = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.HexColor("#E1E6E8")), ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#F7F9F9")),
                    ("ALIGN", (1, 0), (-1, -1), "RIGHT"), ("FONTSIZE", (0, 0), (-1, -1), 9), ("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)])

def table(data):
    return Table(data, repeatRows=1, style=LINES)

def heading(text, level="Heading2"):
    p = Paragraph(text, styles[level])
    p.bookmark = text
    return p

sums = [sum(a) for a in by_week]
story = [Paragraph("Seasonal activity", styles["Title"]), Paragraph("1 January to 31 December 2025", styles["Heading2"]), heading("Key figures"),
         Table([["Detections", "Images", "Known deer", "Mean confidence"], [total, images, deer, f"{confidence:.0%}"],
                ["Bucks per doe", "Fawns per doe", "Locations", "Identified"], [f"{sums[0] / sums[1]:.2f}", f"{sums[2] / sums[1]:.2f}", len(places), sum(1 for _ in seen)]], style=LINES),
         heading("Timeline"), bars(by_week, [w.strftime("%d %b") if i % 5 == 0 else "" for i, w in enumerate(weeks)], 220),
         heading("Activity by hour"), bars(by_hour, [f"{h}:00" if h % 3 == 0 else "" for h in range(24)], 180),
         heading("Locations"), bars(by_place, [p[1] for p in places], 170, HorizontalBarChart), heading("Most-seen deer")]
cells = [[portrait(r[5], r[6]), Paragraph(r[0], styles["Normal"]), Paragraph(f"{r[2]} sightings", styles["Normal"]), Paragraph(f"{r[3]} to {r[4]}", styles["Normal"])] for r in seen]
story += [Table([cells[:4], cells[4:]]), PageBreak(), heading("By week")]
story += [table([["Week"] + ANIMALS + ["Total", "Images", "Known deer"]] +
                [[w.strftime("Week of %d %B %Y")] + [by_week[a][i] for a in range(4)] + [sum(by_week[a][i] for a in range(4))] + list(week_extra.get(w, (0, 0))) for i, w in enumerate(weeks)]),
          heading("By class"), table([["Class", "Detections", "Images", "Mean confidence"]] + [[c[0], c[1], c[2], f"{c[3]:.0%}"] for c in classes]),
          heading("By location"), table([["Location"] + ANIMALS + ["Total", "Images", "Known deer"]] + [[p[1]] + [by_place[a][i] for a in range(4)] + list(p[2:]) for i, p in enumerate(places)]),
          PageBreak(), heading("Data quality"), table([["", "Number"]] + [[n, v] for n, v in zip(("Detections", "Invalid", "Duplicates", "Reviewed"), quality)])]

class Document(SimpleDocTemplate):
    def afterFlowable(self, flowable):
        if hasattr(flowable, "bookmark"):
            self.canv.bookmarkPage(flowable.bookmark)
            self.canv.addOutlineEntry(flowable.bookmark, flowable.bookmark)

def footer(canvas, doc):
    canvas.setFont("Helvetica", 7.5)
    canvas.drawRightString(A4[0] - 48, 38, f"Page {doc.page}")

Document(sys.argv[1], pagesize=A4, leftMargin=48, rightMargin=48, topMargin=58, bottomMargin=54, title="Seasonal activity").build(story, onFirstPage=footer, onLaterPages=footer)
print(json.dumps(dict(seconds=round(time.perf_counter() - start, 4), peak_kib=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)))
