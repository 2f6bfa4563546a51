#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Do the cases notice when a rule of the judge is lost, or stands in the wrong place?

usage: mutate.py ROOT [--only WORD] [--jobs N]
Drops each RULE, WHOLE and LOOKALIKE row in turn, swaps each with the next of its kind, and runs
tests/cases on the judge that is left. Says of each mutant who noticed: golden (another verdict than
expected, or no case for a row), property (a verdict on less evidence said too much), nobody. Exits
with 1 if a dropped row is not noticed. Only pure rooms are built, so a mutant takes about a second.
"""
import argparse
import collections
import concurrent.futures
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ap = argparse.ArgumentParser()
ap.add_argument("root", type=pathlib.Path)
ap.add_argument("--only", default="", help="only rows that contain this word")
ap.add_argument("--jobs", type=int, default=2)
a = ap.parse_args()
root = a.root.resolve()
cases = sorted(map(str, (root / "tests/cases").glob("*.ev")))
work = pathlib.Path(tempfile.mkdtemp(prefix="naze-mutate-"))
flags = ["-O0", "-std=gnu17", "-D_GNU_SOURCE", f"-I{root}/tests/support"]
mutable = {"tables.c", "judge.c", "matrix.c", "weigh.c", "kids.c", "arg.c", "test_cases.c"}  # they see the tables' rows


def sources():
    yield from (f for d in ("base", "target", "evidence", "judge") for f in sorted((root / "src" / d).glob("*.c")))
    yield from (root / "tests/support" / f for f in ("dump_read.c", "dump_write.c", "weaker.c"))
    yield root / "tests/unit/judge/test_cases.c"


def build(folder, judge, objects):
    """The test, with the judge's tables from that folder; false where it does not compile."""
    own = []
    for f in sources():
        if objects and f.name not in mutable:
            own.append(objects[f])
            continue
        source = judge / "judge" / f.name if f.parent.name == "judge" and "src" in f.parts else f
        out = folder / f"{f.parent.name}-{f.name}.o"
        if subprocess.run(["cc", *flags, f"-I{judge}", f"-I{root}/src", "-c", str(source), "-o", str(out)],
                          capture_output=True, check=False).returncode:
            return None
        own.append(out)
    subprocess.run(["cc", *map(str, own), "-o", str(folder / "t")], check=True)
    return dict(zip(sources(), own))


def run(folder):
    out = subprocess.run([str(folder / "t"), *cases], capture_output=True, text=True, check=False)
    if out.returncode < 0:
        return "golden"
    golden = re.search(r"another verdict|no case for", out.stdout)
    return "golden" if golden else "property" if out.returncode else "nobody"


def mutants():
    for table in sorted((root / "src/judge").glob("*.def")):
        lines = table.read_text().split("\n")
        for i, line in enumerate(lines):
            row = re.match(r"(RULE|WHOLE|LOOKALIKE)\((\w+), *(\w+)", line)
            after = re.match(r"(RULE|WHOLE)\((\w+), *(\w+)", lines[i + 1]) if i + 1 < len(lines) else None
            if not row or a.only not in line:
                continue
            yield f"drop {row[2]} {row[3]}", table.name, lines[:i] + lines[i + 1:]
            if after and after[1] == row[1] and after[3] != row[3]:
                yield (f"swap {row[2]} {after[2]}", table.name,
                       lines[:i] + [lines[i + 1], line] + lines[i + 2:])


base = work / "base"
base.mkdir()
shutil.copytree(root / "src/judge", base / "judge")
objects = build(base, base, None)
if objects is None or run(base) != "nobody":
    sys.exit("mutate: the cases fail on the tree as it is")


def try_one(job):
    n, (name, table, lines) = job
    folder = work / str(n)
    folder.mkdir()
    shutil.copytree(root / "src/judge", folder / "judge")
    (folder / "judge" / table).write_text("\n".join(lines))
    result = "golden" if build(folder, folder, objects) is None else run(folder)
    shutil.rmtree(folder)
    return name, result


result, lost = collections.Counter(), []
with concurrent.futures.ThreadPoolExecutor(a.jobs) as pool:
    for name, who in pool.map(try_one, enumerate(mutants())):
        result[name.split()[0], who] += 1
        if who == "nobody":
            lost.append(name)
for key, n in sorted(result.items()):
    print(n, *key)
print("\n".join(f"nobody noticed: {x}" for x in lost))
shutil.rmtree(work)
sys.exit(any(x.startswith("drop") for x in lost))
