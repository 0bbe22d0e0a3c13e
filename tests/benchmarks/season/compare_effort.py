#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the effort figures against a reference on random inputs, run by hand:

    tests/benchmarks/season/compare_effort.py build/dev/tests/effort_figures REFERENCE.py [cases] [seed]

The reference is a module with outages, effort, rate, matched, ratio, peak and trend; it needs scipy.
"""
import importlib.util
import json
import math
import random
import subprocess
import sys

TOLERANCE = 1e-6  # scipy 1.10 and Boost place a quantile of t about 1e-9 apart; an interval is an exponential of it


def photo_days(r):
    """A camera's photo-days: its rhythm, quiet seasons, silences, single photos."""
    length, share = r.choice((1, 5, 40, 120, 400, 900)), r.choice((0.03, 0.2, 0.5, 0.8, 0.97, 1))
    days = [d for d in range(length) if r.random() < share * r.choice((1, 1, 0.5))] or [r.randrange(length)]
    for _ in range(r.choice((0, 0, 1, 2, 3))):
        first, run = r.randrange(length), r.choice((1, 2, 5, 7, 14, 30, 60, 179, 180, 200))
        days = [d for d in days if not first <= d < first + run] or days[:1]
    return days


def cells(r, cameras, blocks, mean):
    kind = r.choice(("usual", "usual", "ragged", "bursts", "one dominates", "none"))
    table = []
    for camera in range(cameras):
        own = mean * r.choice((0.2, 1, 3)) * (50 if kind == "one dominates" and camera == 0 else 1)
        for block in range(blocks):
            days = 7.0 if kind == "usual" or r.random() < 0.6 else r.choice((0.0, 0.5, 1.5, 3.5, 6.25))
            if kind == "ragged" and r.random() < 0.2:
                continue
            count = 0 if kind == "none" or days == 0 else round(r.expovariate(1 / own) if own else 0)
            table.append([camera, block, count * (12 if kind == "bursts" else 1), days])
    return table


def question(r):
    ask = r.choice(("outages", "effort", "rate", "matched", "ratio", "ratio", "ratio", "peak", "trend"))
    if ask in ("outages", "effort"):
        days = photo_days(r)
        start = r.randint(-30, days[-1] + 30)
        return {"ask": ask, "days": days, "heartbeat": r.random() < 0.1, "start": start, "end": start + r.randint(0, 90)}
    cameras, blocks, mean = r.choice((1, 2, 3, 5, 9)), r.choice((1, 2, 3, 5, 8, 13, 52)), r.choice((0, 0.05, 1, 5, 40))
    asked = {"ask": ask, "one": cells(r, cameras, blocks, mean), "alpha": r.choice((0.05, 0.05 / 8, 0.05 / 300))}
    if ask in ("ratio", "matched"):
        asked["other"] = cells(r, r.choice((cameras, cameras, 1, 4)), r.choice((blocks, blocks, 4)), mean)
        asked |= {"aligned": r.random() < 0.5, "lengths": [7 * blocks, 7 * r.choice((blocks, 4))]}
    return asked


def expected(reference, asked):
    table = lambda rows: {(c, b): (n, d) for c, b, n, d in rows}  # noqa: E731
    ask = asked["ask"]
    if ask == "outages":
        return [list(found) for found in reference.outages(asked["days"], asked["heartbeat"])]
    if ask == "effort":
        return reference.effort(asked["days"], asked["start"], asked["end"], asked["heartbeat"])
    one = table(asked["one"])
    if not one and ask in ("peak", "trend"):
        return []
    if ask == "matched":
        return reference.matched((one, table(asked["other"])), asked["lengths"])
    if ask == "rate":
        return list(reference.rate(one, asked["alpha"]))
    if ask == "ratio":
        return list(reference.ratio(one, table(asked["other"]), asked["aligned"], asked["alpha"]) or [])
    return list(getattr(reference, ask)(one, asked["alpha"]) or [])


def equal(one, other):
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(equal, one, other))
    if one is None or other is None:
        return one is other
    one, other = float(one), float(other)
    if max(one, other) > 1e3 and min(one, other) > 0 or 0 < min(one, other) < 1e-3:
        one, other = math.log(one), math.log(other)
    return math.isclose(one, other, rel_tol=TOLERANCE, abs_tol=TOLERANCE)


def main():
    program, path, cases, seed = (sys.argv[1:] + ["20000", "1"][len(sys.argv) - 3:])[:4]
    spec = importlib.util.spec_from_file_location("reference", path)
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    r = random.Random(int(seed))
    asked = [question(r) for _ in range(int(cases))]
    told = subprocess.run([program], input="\n".join(map(json.dumps, asked)) + "\n", capture_output=True, text=True,
                          check=True).stdout.splitlines()
    wrong, unanswered = 0, 0
    for one, line in zip(asked, told, strict=True):
        try:
            wanted = expected(reference, one)
            if one["ask"] in ("ratio", "peak") and wanted and wanted[-3] is not None and wanted[-3] < 1e-150:
                raise OverflowError("the reference's widest interval overflows")
        except (ValueError, ZeroDivisionError, OverflowError) as error:
            unanswered += 1  # where the reference gives up, there is nothing to compare
            print("reference:", error, json.dumps(one)[:200], file=sys.stderr)
            continue
        if not equal(wanted, json.loads(line)):
            wrong += 1
            if wrong <= 5:
                print("differs:", json.dumps(one), "\n  expected", wanted, "\n  told    ", line)
    print(f"{len(asked)} cases, {wrong} differ, {unanswered} the reference did not answer")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
