#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every golden report as a screen: the rules that all screens obey, and the screens themselves.

usage: screens.py NAZE ROOT            check against tests/screens/*.txt
       screens.py NAZE ROOT --rewrite  write them anew (then read the difference)
       screens.py NAZE ROOT --cases EV_JSON   the rules alone, for every case of the judge's tests
"""
import json, os, pathlib, re, subprocess, sys, tempfile

naze, root = sys.argv[1], pathlib.Path(sys.argv[2])
rewrite = "--rewrite" in sys.argv[3:]
LINES, COLUMNS = 24, 100
STATUS = r"(ok  |FAIL|warn|skip|\?   )"
bad = []


def run(*args, columns=COLUMNS):
    env = {"PATH": os.environ["PATH"], "COLUMNS": str(columns), "LC_ALL": "C"}
    return subprocess.run([naze, *args], capture_output=True, text=True, env=env, timeout=30)


def check(name, screen, report):
    """What conventions of screens can be enforced without knowing the case."""
    lines = screen.splitlines()
    verdict = report["verdict"]

    def rule(ok, what):
        if not ok:
            bad.append(f"{name}: {what}\n" + "\n".join("    | " + l for l in lines))

    rule(len(lines) <= LINES, f"{len(lines)} lines, more than {LINES}")
    long = [l for l in lines if len(l) > COLUMNS]
    rule(not long, f"more than {COLUMNS} columns: {long}")
    evidence = json.dumps(report, ensure_ascii=False)
    rule(screen.isascii() or not evidence.isascii(), "not ASCII, and not because of the evidence")
    rule("\x1b" not in screen, "escape sequences")
    rule(not any(l.endswith(" ") for l in lines), "blanks at the end of a line")
    rule(re.match(r"[A-Z0-9][A-Z0-9 ,-]+: \S.*", lines[0]), "line 1 is not WORDS: sentence")
    sentence = " ".join([lines[0]] + [l.strip() for l in lines[1:3] if l.startswith("  ")])
    rule(re.search(r"[.)]\s*$|[.)]\s", sentence), "line 1 does not end as a sentence")
    second = next(l for l in lines[1:] if not l.startswith("  "))
    if verdict["cause"]:
        rule(second.startswith(verdict["cause"] + "   " + verdict["certainty"] + "   who can fix it: "),
             "line 2 is not cause, certainty, who")
        rule(f"naze explain {verdict['cause']}" in screen, "no naze explain")
    elif verdict["status"] == "ok":
        rule("(nothing wrong)" in second, "line 2 lacks (nothing wrong)")
        rule("Not tested:" in screen, "says not what was not tested")
    if report.get("took_s") is not None:
        rule("took " in " ".join(lines[1:4]), "line 2 lacks the time")
    stages = [l for l in lines if re.match("  " + STATUS + r"  [a-z]+( |$)", l)]
    ids = [re.match("  " + STATUS + r"  (\w+)", l)[2] for l in stages]
    order = [s["id"] for s in report["stages"]]
    rule(ids == [s for s in order if s in ids], f"stages out of order: {ids}")
    failed = [l for l in stages if l.startswith("  FAIL")]
    broke = [s["id"] for s in report["stages"] if s["status"] == "failed"]
    rule(len(failed) == len(broke), f"rows with FAIL: {failed}, stages that failed: {broke}")
    # a verbatim error stands under or behind the row that failed
    error = verdict.get("error", {}).get("text")
    if error and failed and len(error) < 60:
        rule(error in screen, f"the verbatim error {error!r} is missing")
    steps = [l for l in lines if re.match(r"  \d\. ", l)]
    rule(len(steps) <= 3, "more than three steps")
    changing = False
    numbers = [i for i, l in enumerate(lines) if re.match(r"  \d\. ", l)] + [len(lines)]
    for a, b in zip(numbers, numbers[1:]):
        marked = "(changes something)" in " ".join(lines[a:b]).replace("       ", " ").replace("  ", " ")
        changing |= marked or "(changes" in " ".join(l.strip() for l in lines[a:b])
    wanted = any(n["changes"] for n in report.get("next", []))
    rule(not wanted or changing or len(steps) < len(report["next"]), "a step that changes something is not marked")
    rule("?" not in re.sub(r"  \?   |\S\?( |:|$|\))", "", screen) or verdict["status"] != "ok", "a part that was not measured")


goldens = sorted((root / "tests/golden").glob("*.json"))
folder = root / "tests/screens"
cases = "--cases" in sys.argv[3:]
if cases:
    converted = tempfile.TemporaryDirectory()
    for case in sorted((root / "tests/cases").glob("*.ev")):
        with open(f"{converted.name}/{case.stem}.json", "w") as out:
            subprocess.run([sys.argv[sys.argv.index("--cases") + 1], str(case)], stdout=out, check=True)
    goldens = sorted(pathlib.Path(converted.name).glob("*.json"))
for path in goldens:
    report = json.loads(path.read_text())
    if "verdict" not in report:
        continue
    done = run("replay", str(path))
    screen = done.stdout
    if done.stderr or not screen:
        bad.append(f"{path.name}: exit code {done.returncode}, stderr: {done.stderr}")
        continue
    want = {"ok": 0, "degraded": 0, "failed": 1, "undetermined": 3}[report["verdict"]["status"]]
    if report.get("run", {}).get("ended") == "interrupted":
        want = 130
    if done.returncode != want:
        bad.append(f"{path.name}: exit code {done.returncode}, not {want}")
    check(path.name, screen, report)
    for columns in (80, 59, 20):
        narrow = run("replay", str(path), columns=columns).stdout.splitlines()
        if columns == 80 and any(len(l) > 80 and "://" not in l for l in narrow):
            bad.append(f"{path.name}: more than 80 columns: {[l for l in narrow if len(l) > 80]}")
    for kind in ("--markdown", "--text", "--html"):
        done = run("report", kind, str(path))
        if done.returncode != want or not done.stdout or done.stderr:
            bad.append(f"{path.name}: report {kind}: exit code {done.returncode}, stderr {done.stderr}")
        if kind == "--html" and ("<script" in done.stdout.lower() or "default-src 'none'" not in done.stdout):
            bad.append(f"{path.name}: the HTML report is not inert")
    if run("replay", "-v", str(path)).returncode != want:
        bad.append(f"{path.name}: -v changes the exit code")
    expected = folder / (path.stem + ".txt")
    if cases:
        continue
    if rewrite:
        folder.mkdir(exist_ok=True)
        expected.write_text(screen)
    elif not expected.exists():
        bad.append(f"{expected.relative_to(root)} is missing; run tests/screens.py --rewrite")
    elif expected.read_text() != screen:
        bad.append(f"{expected.relative_to(root)} differs from the screen now:\n" + screen)
for path in [] if cases else folder.glob("*.txt"):
    if not (root / "tests/golden" / (path.stem + ".json")).exists():
        if rewrite:
            path.unlink()
        else:
            bad.append(f"{path.relative_to(root)} has no golden report")
print("\n".join(bad[:20]))
if len(bad) > 20:
    print(f"and {len(bad) - 20} more")
sys.exit(bool(bad))
