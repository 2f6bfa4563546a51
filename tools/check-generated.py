#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Fail where a page of docs/ that is made from the tables is not what the tables make.

usage: check-generated.py [--write] GENERATE ROOT      GENERATE: the program of tools/generate.c
"""
import argparse
import pathlib
import subprocess
import sys

ap = argparse.ArgumentParser()
ap.add_argument("--write", action="store_true")
ap.add_argument("generate")
ap.add_argument("root", type=pathlib.Path)
a = ap.parse_args()
bad = 0
for what, name in (("schema", "docs/naze.report.schema.json"), ("evidence", "docs/evidence.md")):
    text = subprocess.run([a.generate, what], capture_output=True, check=True).stdout
    page = a.root / name
    if a.write:
        page.write_bytes(text)
    elif not page.exists() or page.read_bytes() != text:
        print(f"{name} is out of date: run {sys.argv[0]} --write {a.generate} {a.root}")
        bad = 1
sys.exit(bad)
