#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every golden report as a screen: the rules that all screens obey, and the screens themselves.

usage: screens.py NAZE ROOT            check against tests/screens/*.txt
       screens.py NAZE ROOT --rewrite  write them anew (then read the difference)
       screens.py NAZE ROOT --cases EV_JSON   the rules alone, for every case of the judge's tests
"""
import json, os, pathlib, re, shlex, subprocess, sys, tempfile

naze, root = sys.argv[1], pathlib.Path(sys.argv[2])
rewrite = "--rewrite" in sys.argv[3:]
LINES, COLUMNS = 24, 100
STATUS = r"(ok  |FAIL|warn|skip|\?   )"
bad = []
# what a step may start with: programs of Debian's packages, and words of the shell
PROGRAMS = set("""cat chmod curl date dig env fail2ban-client firewall-cmd for getent grep head ip iptables-save
    journalctl klist ls mariadb mtr mysql naze nc nft nginx nstat openssl ping psql sed ss ssh ssh-add ssh-copy-id ssh-keygen
    sort sshd /sbin/sysctl sysctl systemctl tail tcpdump time timedatectl tracepath traceroute ulimit update-ca-certificates wc apt do done
    """.split())
# what a stage that was passed does not say of itself
FAILS = r"\b(cannot|does not answer|no answer|says no|unreachable|refused|refuses|not permitted|is reset|closed" \
    r"|says nothing|not there|silent)\b"


def run(*args, columns=COLUMNS):
    env = {"PATH": os.environ["PATH"], "COLUMNS": str(columns), "LC_ALL": "C"}
    return subprocess.run([naze, *args], capture_output=True, text=True, env=env, timeout=30)


def programs(command):
    """The programs that a command line starts, without sudo and the shell's own words."""
    words = list(shlex.shlex(command, posix=True, punctuation_chars=";|&<>"))
    first, found = True, []
    for word in words:
        if re.fullmatch("[;|&]+", word):
            first = True
        elif first and (word in ("do", "time", "sudo") or "=" in word):
            continue
        elif first and word == "-u" and found[-1:] != ["-u"]:
            found.append("-u")  # sudo -u USER
        elif first and found[-1:] == ["-u"]:
            found.pop()
        elif first:
            found.append(word)
            first = False
    return found


def seconds(text):
    number, unit = re.search(r"([\d.]+) (ms|s|min)", text).groups()
    return float(number) * {"ms": 0.001, "s": 1, "min": 60}[unit]


def check_commands(rule, lines, report):
    """Whatever is to be typed: a shell takes it, Debian has it, and it is typed where it belongs."""
    hand = [i for i, l in enumerate(lines) if l.startswith("  By hand:  ")]
    commands = [(n["where"], n["command"]) for n in report.get("next", []) if "command" in n]
    if hand and not re.match(r"  By hand:  step \d", lines[hand[0]]):
        text = lines[hand[0]][len("  By hand:  "):].split("       More:")[0]
        for more in lines[hand[0] + 1:]:
            if not text.endswith("\\"):
                break
            text = text[:-1] + more.strip()
        rule(text not in [c for _, c in commands], "the command by hand is a step's")
        commands.append(("you", text))
    for where, command in commands:
        shell = subprocess.run(["bash", "-n", "-c", command], capture_output=True, text=True)
        rule(shell.returncode == 0, f"no shell takes {command!r}: {shell.stderr}")
        for program in programs(command) if shell.returncode == 0 else []:
            rule(program in PROGRAMS, f"{program!r} is no program that is known: {command!r}")
            rule(where not in ("server", "cloud") or program not in ("naze", "curl", "dig"),
                 f"{program!r} is to be typed on the server: {command!r}")
        rule(not re.search(r"-connect '?[0-9a-f]*:[0-9a-f:]*:\d", command), f"IPv6 without brackets: {command!r}")
        rule("s_client" not in command or "/dev/null" in command, f"waits for input: {command!r}")


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
    check_commands(rule, lines, report)
    for line in stages:
        if line.startswith("  ok "):
            rule(not re.search(FAILS, re.sub(r'".*?"|\(.*?\)', "", line)), f"an \"ok\" that failed: {line!r}")
    took = report.get("took_s")
    told = re.search(r"(?:in|after) ([\d.]+ (?:ms|s|min))\.$", lines[0])
    if verdict["status"] == "ok" and told and took is not None:
        rule(seconds(told[1]) <= took * 1.1 + 0.05, f"line 1 says {told[1]}, the run took {took} s")
    said = [l.strip() for l in lines if len(l.strip()) > 20]
    rule(len(said) == len(set(said)), f"said twice: {[l for l in said if said.count(l) > 1][:1]}")
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
