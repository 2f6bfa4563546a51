#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fail unless each cause that naze can name is whole.

usage: check-causes.py ROOT
A cause of src/judge/causes.def must stand in the catalogue (docs/causes.tsv) with the same effect
and the same "who", be named by a row of the rules, and have a page (docs/causes/ID.md), a golden
file (tests/golden/ID*.json) and a scenario (lab/scenarios/ID*.sh). What no lab of this kernel can
build is listed in NO_LAB, each with the reason.
"""
import pathlib
import re
import sys

NO_LAB = {  # cause: why no scenario of the lab shows it
}
root = pathlib.Path(sys.argv[1])
bad = []
catalogue = {}
for line in (root / "docs/causes.tsv").read_text().splitlines():
    if line and not line.startswith("#"):
        c = line.split("\t")
        catalogue[c[0]] = (c[2], c[3])
rules = "".join(re.sub(r"/\*.*?\*/", "", f.read_text(), flags=re.S)
                for f in sorted((root / "src/judge").glob("*.def")) if f.name != "causes.def")
rules += "".join(f.read_text() for f in sorted((root / "src/judge").glob("*.c")))
scenarios = [p.stem for p in (root / "lab/scenarios").glob("*.sh")]
golden = [p.stem for p in (root / "tests/golden").glob("*.json")]
pages = {p.stem for p in (root / "docs/causes").glob("*.md")}


def has(names, cause):
    return any(re.fullmatch(re.escape(cause) + r"(-.*)?", n) for n in names)


known = {}
for m in re.finditer(r'^CAUSE\(\s*(\w+),\s*"([a-z0-9_.]+)",\s*(\w+),\s*(\w+),',
                     (root / "src/judge/causes.def").read_text(), re.M):
    constant, cause, effect, who = m.groups()
    known[cause] = constant
    if cause not in catalogue:
        bad.append(f"{cause}: not in docs/causes.tsv")
    elif (effect.lower(), who.lower()) != catalogue[cause]:
        bad.append(f"{cause}: {effect.lower()} {who.lower()} here, {' '.join(catalogue[cause])} in docs/causes.tsv")
    if not re.search(rf"\b{constant}\b", rules):
        bad.append(f"{cause}: no rule names it")
    if cause not in pages:
        bad.append(f"{cause}: no docs/causes/{cause}.md")
    if not has(golden, cause):
        bad.append(f"{cause}: no tests/golden/{cause}.json")
    if not has(scenarios, cause) and cause not in NO_LAB:
        bad.append(f"{cause}: no lab/scenarios/{cause}.sh")
for s in scenarios:
    cause = s.split("-")[0]
    if cause != "ok" and cause not in catalogue:
        bad.append(f"lab/scenarios/{s}.sh: no cause called {cause}")
for p in sorted(pages - set(catalogue)):
    bad.append(f"docs/causes/{p}.md: no cause called {p}")
print("\n".join(bad))
print(f"{len(known)} causes can be named, {len(catalogue)} are in the catalogue")
sys.exit(bool(bad))
