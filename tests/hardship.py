#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Hard times for naze itself: interrupted at every stage, few descriptors, sandboxes in which calls are
forbidden, no environment. Never a crash or a hang, and nobody is accused of what naze could not do.

usage: hardship.py NAZE
"""
import ctypes
import json
import os
import platform
import resource
import signal
import socket
import struct
import subprocess
import sys
import threading
import time

NAZE = os.path.abspath(sys.argv[1])
ENV = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}
failures = []
# seccomp(2): numbers of the calls by machine, and errors
CALLS = {"x86_64": {"socket": 41, "ppoll": 271}, "aarch64": {"socket": 198, "ppoll": 73}}.get(platform.machine())
EPERM, EAFNOSUPPORT, AF_NETLINK = 1, 97, 16


def check(ok, what):
    if not ok:
        print("FAIL", what)
        failures.append(what)


def quiet_server(first=b"", kept=None):
    """A server that takes connections, says first and then nothing; they stand in kept."""
    s = socket.create_server(("127.0.0.1", 0), backlog=64)
    kept = [] if kept is None else kept

    def serve():
        while True:
            k, _ = s.accept()
            kept.append(k)
            if first:
                k.sendall(first)

    threading.Thread(target=serve, daemon=True).start()
    return s.getsockname()[1]


def run(args, before=None, env=None, limit=15):
    return subprocess.run([NAZE, *args], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          env=ENV if env is None else env, preexec_fn=before, timeout=limit)


def interrupted(scheme, first):
    kept = []
    target = scheme.format(quiet_server(first, kept))
    p = subprocess.Popen([NAZE, "--json", "--timeout", "20", target], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENV)
    for _ in range(100):
        if kept:
            break
        time.sleep(0.1)
    time.sleep(0.3)  # in the middle of the conversation
    began = time.monotonic()
    p.send_signal(signal.SIGINT)
    out, err = p.communicate(timeout=15)
    check(p.returncode == 130, f"{target} interrupted: exit code {p.returncode}, {err}")
    check(time.monotonic() - began < 6, f"{target} interrupted: it took {time.monotonic() - began:.1f} s to stop")
    try:
        v = json.loads(out)["verdict"]
        check(v["status"] == "undetermined" or v["certainty"] == "possible", f"{target} interrupted: the verdict is {v}")
    except (ValueError, KeyError) as e:
        check(False, f"{target} interrupted: {e}: {out[:200]}")


def interrupts():
    targets = [("https://127.0.0.1:{}/", b""), ("http://127.0.0.1:{}/", b""), ("ssh://a@127.0.0.1:{}", b""),
               ("ssh://a@127.0.0.1:{}", b"SSH-2.0-x\r\n"), ("postgres://a@127.0.0.1:{}/d", b""), ("mysql://a@127.0.0.1:{}/d", b""),
               ("http://127.0.0.1:{}/", b"HTTP/1.1 2")]
    threads = [threading.Thread(target=interrupted, args=t) for t in targets]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


def forbid(call, error, argument=None):
    """Forbids a system call, or the one whose first argument is that (seccomp(2))."""
    def op(code, jt, jf, k):
        return struct.pack("HBBI", code, jt, jf, k)

    steps = [op(0x20, 0, 0, 0), op(0x15, 0, 1 if argument is None else 3, CALLS[call])]
    if argument is not None:
        steps += [op(0x20, 0, 0, 16), op(0x15, 0, 1, argument)]
    code = b"".join(steps + [op(0x06, 0, 0, 0x00050000 | error), op(0x06, 0, 0, 0x7FFF0000)])
    libc = ctypes.CDLL(None, use_errno=True)

    def before():
        program = ctypes.create_string_buffer(code, len(code))
        fprog = struct.pack("HxxxxxxP", len(code) // 8, ctypes.addressof(program))
        keep = ctypes.create_string_buffer(fprog, len(fprog))
        if libc.prctl(38, 1, 0, 0, 0) != 0 or libc.prctl(22, 2, keep, 0, 0) != 0:
            os._exit(99)

    return before


def sandboxes():
    silent = quiet_server()
    if CALLS is None:
        print("no table of system calls for this machine: sandboxes not tested")
        return
    p = run(["--json", f"http://127.0.0.1:{silent}/"], forbid("ppoll", EPERM))
    check(p.returncode == 4 and "error" in json.loads(p.stdout), f"without ppoll(): {p.returncode} {p.stdout[:300]}")
    for error in (EPERM, EAFNOSUPPORT):
        p = run(["--json", "http://127.0.0.1:1/"], forbid("socket", error, AF_NETLINK))
        v = json.loads(p.stdout)["verdict"]
        check(p.returncode == 1 and v["cause"] == "port.refused" and v["certainty"] != "proven", f"without netlink: {v}")
        check(any(b["kind"] == "route" and b["needs"] == "more rights" for b in v["could_not_look"]), f"without netlink: {v}")


def few_descriptors():
    for n in range(4, 40, 3):
        for target in ("http://localhost:1/", f"https://127.0.0.1:{quiet_server()}/"):
            p = run(["--json", "--timeout", "1", target],
                    lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (n, n)))
            if p.returncode == 127:
                continue  # the loader itself has none left
            check(p.returncode in (1, 3, 4), f"{n} descriptors, {target}: exit code {p.returncode} {p.stderr[:200]}")
            cause = json.loads(p.stdout).get("verdict", {}).get("cause")
            true = ("local.fd_limit", None, "port.refused" if ":1/" in target else "tls.handshake_silent")
            check(cause in true, f"{n} descriptors, {target}: {cause}")


def nothing_set():
    for target in ("http://127.0.0.1:1/", "https://127.0.0.1:1/", "ssh://127.0.0.1:1", "postgres://127.0.0.1:1/d", "mysql://127.0.0.1:1/d"):
        p = run(["--json", target], env={})
        check(p.returncode == 1 and json.loads(p.stdout)["verdict"]["cause"] == "port.refused", f"empty environment, {target}: {p.stdout[:200]}")


interrupts()
sandboxes()
few_descriptors()
nothing_set()
sys.exit(1 if failures else 0)
