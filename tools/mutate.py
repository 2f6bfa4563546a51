#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Do the tests notice when a rule of the judge is lost, or stands in the wrong place?

usage: mutate.py ROOT [--test NAME] [--build DIR]
Copies the tree, drops each RULE, WHOLE and LOOKALIKE row in turn, swaps each with the next of its
kind, and runs the golden tests. Lists what nobody noticed; exits with 1 if a dropped row is among it.
"""
import argparse
import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ap = argparse.ArgumentParser()
ap.add_argument("root", type=pathlib.Path)
ap.add_argument("--suite", default="golden", help="meson suite that must notice")
a = ap.parse_args()
work = pathlib.Path(tempfile.mkdtemp(prefix="naze-mutate-"))
tree, build = work / "tree", work / "build"
shutil.copytree(a.root, tree, ignore=shutil.ignore_patterns(".git", "build*"))
subprocess.run(["meson", "setup", str(build), str(tree), "--buildtype=debug"], check=True, stdout=subprocess.DEVNULL)


def noticed():
    """True where the tree does not build any more, or a test of the suite fails."""
    if subprocess.run(["ninja", "-C", str(build), "-j2"], capture_output=True, check=False).returncode:
        return True
    return subprocess.run(["meson", "test", "-C", str(build), "--no-rebuild", "--suite", a.suite],
                          capture_output=True, check=False).returncode != 0


if noticed():
    sys.exit("mutate: the tests fail on the tree as it is")
result, lost = collections.Counter(), []
for table in sorted((tree / "src/judge").glob("*.def")):
    text = table.read_text()
    lines = text.split("\n")
    kind = [m[1] if (m := re.match(r"(RULE|WHOLE|LOOKALIKE)\(", line)) else None for line in lines]
    for i, k in enumerate(kind):
        if not k:
            continue
        name = lines[i].split(",")[0]
        mutants = [("drop", lines[:i] + lines[i + 1:])]
        if k != "LOOKALIKE" and i + 1 < len(kind) and kind[i + 1] == k:
            mutants.append(("swap", lines[:i] + [lines[i + 1], lines[i]] + lines[i + 2:]))
        for what, mutant in mutants:
            table.write_text("\n".join(mutant))
            ok = noticed()
            result[f"{what} {k} {'noticed' if ok else 'not noticed'}"] += 1
            if not ok:
                print(f"{table.name}: {what} {name}: not noticed", flush=True)
                lost += [name] if what == "drop" else []
    table.write_text(text)
shutil.rmtree(work)
for k, n in sorted(result.items()):
    print(f"{n:5} {k}")
sys.exit(bool(lost))
