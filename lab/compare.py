#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compare a verdict with the truth.

usage: compare.py FILE EXIT_CODE STATUS CAUSE CERTAINTY FINDING
Each of the last four is a list of words, any of which is right (of FINDING, all must be there).
Says what differs, in one line, and exits with 1.
"""
import json
import sys

EXITS = {"ok": 0, "degraded": 0, "failed": 1, "undetermined": 3}
path, code = sys.argv[1], int(sys.argv[2])
status, cause, certainty, finding = (a.split() for a in sys.argv[3:7])


def differs(text):
    print(text.replace("\n", " "), end=" ")
    sys.exit(1)


try:
    with open(path, encoding="utf-8") as f:
        report = json.load(f)
    verdict = report["verdict"]
except (ValueError, KeyError) as e:
    with open(path, encoding="utf-8", errors="replace") as f:
        differs(f"exit {code}, no verdict ({e}): {f.read()[:300]}")
want = " or ".join(f"{s} {'|'.join(cause) or 'no cause'}" for s in status)
got = f"{verdict.get('status')} {verdict.get('cause') or 'no cause'} {verdict.get('certainty') or ''}"
got += f" ({verdict.get('summary', '')})"
if verdict.get("status") not in status or (verdict.get("cause") or "") not in (cause or [""]):
    # An alternative status without a cause is written "ok": its cause must be empty.
    if not (verdict.get("status") == "ok" and "ok" in status and not verdict.get("cause")):
        differs(f"want {want} got {got}")
if certainty and verdict.get("certainty") not in certainty:
    differs(f"want certainty {'|'.join(certainty)} got {got}")
if code != EXITS[verdict["status"]]:
    differs(f"exit {code} with status {verdict['status']}")
found = [f.get("cause") for f in report.get("findings", [])]
for f in finding:
    if f not in found:
        differs(f"want finding {f} got {found}; {got}")
