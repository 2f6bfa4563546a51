#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The line on stderr while a run takes long, and what an interrupt leaves: on a pseudo-terminal, against
a server on loopback that accepts and says nothing.

usage: progress.py NAZE
"""
import os, pty, re, select, signal, socket, sys, time

naze = sys.argv[1]
bad = []


def run(args, term="xterm", terminal=True, interrupt=False):
    """(exit code, stdout, stderr); stderr is a terminal or a pipe."""
    master, slave = pty.openpty()
    out_r, out_w = os.pipe()
    err_r, err_w = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(out_w, 1)
        os.dup2(slave if terminal else err_w, 2)
        os.execve(naze, [naze, *args], {"PATH": "/usr/bin:/bin", "TERM": term})
    for fd in (slave, out_w, err_w):
        os.close(fd)
    texts = {master: b"", out_r: b"", err_r: b""}
    reading = list(texts)
    began = time.monotonic()
    while reading:
        for fd in select.select(reading, [], [], 0.1)[0]:
            try:
                got = os.read(fd, 4096)
            except OSError:  # the terminal's other end is closed
                got = b""
            texts[fd] += got
            if not got:
                reading.remove(fd)
        if interrupt and time.monotonic() - began > 0.8:
            os.kill(pid, signal.SIGINT)
            interrupt = False
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    for fd in texts:
        os.close(fd)
    err = (texts[master] if terminal else texts[err_r]).decode()
    return code, texts[out_r].decode(), re.sub(r"==\d+==WARNING: ASan[^\n]*\n", "", err)


def rule(ok, what, *seen):
    if not ok:
        bad.append(f"{what}: {seen}")


with socket.create_server(("127.0.0.1", 0)) as server:
    url = f"http://127.0.0.1:{server.getsockname()[1]}/"
    code, out, err = run(["--timeout", "1.2", url])
    rule(re.search(r"\rnaze: http 127\.0\.0\.1: no answer yet \(\d of 2 s\)", err), "no line", err)
    rule(re.search(r"\r +\r$", err), "the line is not erased", err)
    rule("\x1b" not in err, "escape sequences", err)
    rule("no answer yet" not in out and out.startswith("NO RESPONSE"), "the line is in the result", out)
    rule(code == 1, "exit code", code)
    for what, args, kw in (("a dumb terminal", [], {"term": "dumb"}), ("no terminal", [], {"terminal": False}),
                           ("no terminal and --json", ["--json"], {"terminal": False}), ("-q", ["-q"], {})):
        err = run(["--timeout", "0.9", *args, url], **kw)[2]
        rule(err == "", f"{what}: something on stderr", err)
    code, out, err = run([url], interrupt=True)
    rule(code == 130, "exit code after an interrupt", code)
    rule("(interrupted)" in out and "port" in out, "what was known is not printed", out)
    code, out, err = run(["--json", url], interrupt=True)
    rule(code == 130 and '"interrupted"' in out, "--json after an interrupt", code, out[:200])
    rule(run([f"http://127.0.0.1:1/"])[2] == "", "a line for a short run")
print("\n".join(bad))
sys.exit(bool(bad))
