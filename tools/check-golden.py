#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Fail where a golden file is not what the schema allows, or the schema itself is none.

usage: check-golden.py ROOT [FILE.json...]    default: all of tests/golden
Needs python3-jsonschema. Exit code 77 (skipped) without it.
"""
import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(77)

root = pathlib.Path(sys.argv[1])
schema = json.loads((root / "docs/naze.report.schema.json").read_text())
jsonschema.Draft202012Validator.check_schema(schema)
check = jsonschema.Draft202012Validator(schema["$defs"]["report"] | {"$defs": schema["$defs"]})
files = [pathlib.Path(f) for f in sys.argv[2:]] or sorted((root / "tests/golden").glob("*.json"))
bad = 0
for f in files:
    for e in sorted(check.iter_errors(json.loads(f.read_text())), key=lambda e: list(map(str, e.path))):
        bad += 1
        print(f"{f.name}: /{'/'.join(map(str, e.path))}: {e.message[:200]}")
print(f"{len(files)} golden files, {bad} faults")
sys.exit(bad > 0)
