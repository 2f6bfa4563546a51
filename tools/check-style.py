#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fail where the code departs from the house's style in what compilers and formatters miss.

usage: check-style.py ROOT [--library LIB.a]...
Libraries are those of the plain build: no mutable global may be in them.
"""
import argparse
import pathlib
import re
import subprocess
import sys

BANNED = """strcpy strcat sprintf vsprintf strtok atoi atol atoll gets alloca system popen usleep localtime
gethostbyname inet_ntoa strerror gai_strerror""".split()
TESTED = {"base", "target", "evidence", "wire", "judge", "json", "render", "explain"}
MAX_FILE, MAX_HEADER, MAX_COLUMN = 600, 300, 100

ap = argparse.ArgumentParser()
ap.add_argument("root", type=pathlib.Path)
ap.add_argument("--library", action="append", default=[])
a = ap.parse_args()
bad = []


def blank(text):
    """The code without comments and strings, line for line."""
    def spaces(m):
        s = m[0]
        if s.startswith("/*"):
            return re.sub(r"[^\n]", " ", s)
        return s[0] + " " * (len(s) - 2) + s[-1]
    return re.sub(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', spaces, text, flags=re.S)


def say(f, n, text):
    bad.append(f"{f.relative_to(a.root)}:{n}: {text}")


def head(f, lines):
    """SPDX first, then what the file is for."""
    if not lines or lines[0] != "/* SPDX-License-Identifier: Apache-2.0 */":
        say(f, 1, "the first line is not /* SPDX-License-Identifier: Apache-2.0 */")
        return
    n = 0
    if len(lines) > 1 and lines[1].startswith("/*"):
        while n + 1 < len(lines) and n < 30:
            n += 1
            if "*/" in lines[n]:
                break
    if n == 0:
        say(f, 2, "says nothing about what it is for")
    elif n > 12 and f.suffix != ".def":
        say(f, 2, f"a head of {n} lines; say it in 8")


def prototypes(f, code, lines):
    """Each prototype of a header has a contract above it; a group may share one."""
    depth, start = 0, 0
    for n, line in enumerate(code, 1):
        if depth == 0 and (m := re.match(r"(?!static|#|typedef|struct \w+ \{|enum \w+ \{|\s|\}|_Static)[A-Za-z_][\w \*]*?\**(\w+)\(", line)):
            start, up = n, n - 2
            while up >= 0 and (re.match(r"[A-Za-z_].*[;,)]\s*$|\s+[\w \*]+.*\);\s*$|#", code[up]) and "/*" not in lines[up]):
                up -= 1  # the group: the prototypes directly above
            if up < 0 or "*/" not in lines[up]:
                say(f, start, f"{m[1]}() has no contract above it")
        depth += line.count("{") - line.count("}")


def functions(f, code, lines):
    """Size and names of what a .c file defines; enumerated switches have no default."""
    start, name = None, None
    for n, line in enumerate(code, 1):
        if line.startswith("{") and start is None:
            k = n - 2
            while k >= 0 and code[k].strip() and not code[k].startswith(("}", "#")) and not code[k][0].isalpha():
                k -= 1
            sig = " ".join(code[max(k, 0):n - 1])
            m = re.search(r"(\w+)\s*\(", sig)
            if not m:
                continue
            start, name = n, m[1]
            if not sig.startswith("static") and "/src/" in str(f):
                first = f.stem.split("_")[0]  # dns_words.c is a part of dns
                headers = [h.stem.split("_")[0] for h in f.parent.glob("*.h")]
                own = f.with_suffix(".h")
                promised = own.exists() and re.search(rf"\b{name}\(", own.read_text(encoding="utf-8"))
                if name != "main" and f.parent.name != "evidence" and not promised and \
                        not name.startswith((first, f.parent.name + "_", *(h + "_" for h in headers))):
                    say(f, n - 1, f"{name}() is exported but not called {first}_…")
        elif line.startswith("}") and start is not None:
            if n - start > 101:
                say(f, start, f"{name}() has {n - start - 1} lines")
            start = None


def tested(f, room):
    """A test of its own; or a test of the room calls what its header promises, or a file of the
    room that is tested so is all that may call it."""
    unit = a.root / "tests/unit" / room
    if room == "render" and f.stem in ("screen", "report"):
        return True  # whole pages: tests/screens.py
    if (unit / f"test_{f.stem}.c").exists():
        return True
    header = f.with_suffix(".h")
    if not header.exists():  # a part of another file's contract
        return bool(list(unit.glob("test_*.c"))) or bool(list((a.root / "tests/golden").glob("*.c")))
    inside = f'"{room}/{header.name}"'
    if any(inside in t.read_text(encoding="utf-8") for t in (a.root / "tests").rglob("*.[ch]")):
        return True
    users = [u for u in (a.root / "src").rglob("*.[ch]") if u != header and u != f and inside in u.read_text(encoding="utf-8")]
    return bool(users) and all(u.parent.name == room for u in users)


for f in sorted(p for d in ("src", "tests", "fuzz", "bench") for p in (a.root / d).rglob("*")
                if p.suffix in (".c", ".h", ".def")):
    text = f.read_text(encoding="utf-8")
    lines, code = text.split("\n"), blank(text).split("\n")
    rel = str(f.relative_to(a.root))
    head(f, lines)
    if f.suffix != ".def" and len(lines) - 1 > MAX_FILE:
        say(f, MAX_FILE, f"{len(lines) - 1} lines; the most is {MAX_FILE}")
    if f.suffix == ".h" and len(lines) - 1 > MAX_HEADER:
        say(f, MAX_HEADER, f"a header of {len(lines) - 1} lines; the most is {MAX_HEADER}")
    if f.suffix == ".h" and "#pragma once" not in text:
        say(f, 1, "no #pragma once")
    if text and not text.endswith("\n"):
        say(f, len(lines), "no newline at the end")
    for n, (line, c) in enumerate(zip(lines, code), 1):
        if f.suffix != ".def" and len(line.expandtabs(8)) > MAX_COLUMN and '"' not in line:
            # a text is not broken: one must be able to search for it
            say(f, n, f"{len(line.expandtabs(8))} columns")
        if line != line.rstrip():
            say(f, n, "blanks at the end")
        if "//" in c:
            say(f, n, "// comment; write /* */")
        for m in re.finditer(r"\b(\w+)\s*\(", c):
            if m[1] in BANNED:
                say(f, n, f"{m[1]}() is banned")
            if m[1] == "getaddrinfo" and rel != "src/sys/nss_helper.c":
                say(f, n, "getaddrinfo() outside sys/nss_helper.c")
        if re.search(r"\bgoto\b", c):
            say(f, n, "goto; use the cleanup attribute")
        if re.match(r"\s*typedef (struct|union|enum)\b", c) and "(" not in c:
            say(f, n, "typedef of a struct, union or enum")
        if re.match(r"\s+auto_\w+(\([^)]*\))?\s+[^=;]*;", c) and f.suffix == ".c":
            say(f, n, "an auto_ variable that is not initialised")
    if f.suffix == ".h" and rel.startswith("src/"):
        prototypes(f, code, lines)
    if f.suffix == ".c":
        functions(f, code, lines)
    if f.suffix == ".c" and rel.startswith("src/"):
        room = rel.split("/")[1]
        first = next((m[1] for line in lines if (m := re.match(r'#include ["<](.+)[">]', line))), None)
        if (f.with_suffix(".h")).exists() and first != f"{room}/{f.stem}.h":
            say(f, 1, f"the first include is {first}, not its own header")
        if room in TESTED and not tested(f, room):
            say(f, 1, f"no tests/unit/{room}/test_{f.stem}.c, nor does another test of the room call it")

for lib in a.library:
    out = subprocess.run(["nm", "-f", "sysv", lib], capture_output=True, text=True, check=True).stdout
    for line in out.splitlines():
        if "libcli.a" in lib:
            break  # the process's own: what a signal handler sets, what no fiber's stack should carry
        p = [x.strip() for x in line.split("|")]
        if len(p) == 7 and p[3] == "OBJECT" and re.fullmatch(r"\.(data|bss|tbss|tdata)(\.[^r].*)?|\*COM\*", p[6]):
            bad.append(f"{pathlib.Path(lib).name}: {p[0]} is a mutable global ({p[6]})")

for f in sorted([*(a.root / "lab").rglob("*"), *(a.root / "tools").rglob("*"), a.root / "tests/run", a.root / ".ci/run"]):
    if f.is_file() and f.suffix in (".sh", ".py", "") and f.name not in ("meson.build", "README"):
        if "SPDX-License-Identifier: Apache-2.0" not in "\n".join(f.read_text().split("\n")[:3]):
            say(f, 1, "no SPDX line")

print("\n".join(bad))
sys.exit(bool(bad))
