#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How often the search of error texts names the right cause among its first three.

usage: check-explain.py PROGRAM TEXTS.tsv [--part I/N] [--misses] [--least PERCENT]
PROGRAM is explain-try of the build. TEXTS.tsv is either a table with a head line that has the
columns "error" and "explain", or lines of text, tab, causes. Causes are joined by "|"; "-" means
that the text says nothing: those are only counted. An empty second column means that nothing may be
found. --part takes every N-th line, to write rules with one half and to measure with the other.
"""
import argparse, pathlib, subprocess, sys

ap = argparse.ArgumentParser()
ap.add_argument("program")
ap.add_argument("texts", type=pathlib.Path)
ap.add_argument("--part", default="0/1")
ap.add_argument("--misses", action="store_true")
ap.add_argument("--least", type=float, default=0)
a = ap.parse_args()

rows = [l.split("\t") for l in a.texts.read_text().splitlines() if l.strip() and l[0] != "#"]
if "error" in rows[0] and "explain" in rows[0]:
    text, causes = rows[0].index("error"), rows[0].index("explain")
    cases = [(r[text], r[causes]) for r in rows[1:]]
else:
    cases = [(r[0], r[1] if len(r) > 1 else "") for r in rows]
part, parts = map(int, a.part.split("/"))
cases = cases[part::parts]
out = subprocess.run([a.program], input="\n".join(c[0] for c in cases) + "\n", text=True,
                     capture_output=True, check=True).stdout.split("\n")
asked = hits = first = silent = false = vague = vague_found = 0
for (text, want), line in zip(cases, out):
    got = [g.split("=")[0] for g in line.split("\t") if g]
    if want == "-":
        vague += 1
        vague_found += bool(got)
        if got and a.misses:
            print(f"vague  {text}\n       {line}")
    elif want == "":
        silent += 1
        false += bool(got)
        if got and a.misses:
            print(f"FALSE  {text}\n       {line}")
    else:
        asked += 1
        hit = bool(set(got[:3]) & set(want.split("|")))
        hits += hit
        first += bool(got) and got[0] in want.split("|")
        if not hit and a.misses:
            print(f"MISS   {text}\n       wants {want}\n       got   {line}")
share = 100 * hits / asked if asked else 100
print(f"{hits} of {asked} among the first three ({share:.1f} %), {first} at the first place; "
      f"false: {false} of {silent}; says nothing, yet found: {vague_found} of {vague}")
sys.exit(share < a.least or false > 0)
