#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Servers that stop: naze against HTTP, TLS, SSH, PostgreSQL and MySQL servers which close, reset or fall silent
at every byte of what they say, against random bytes, and against handshakes in which a byte is wrong.

usage: stops.py NAZE [--all] [--show]
Each run must end in its time, without a crash, and name one of the causes that are true for where the
server stopped. Without --all the long TLS flights are cut at some bytes only, always the same.
"""
import concurrent.futures
import itertools
import json
import os
import pathlib
import random
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading
import time

NAZE = os.path.abspath(sys.argv[1])
ALL, SHOW = "--all" in sys.argv, "--show" in sys.argv
BUDGET = 1.0
ANSWER = b"HTTP/1.1 200 OK\r\nServer: stops\r\nContent-Length: 6\r\nConnection: close\r\n\r\nhello\n"
ENV = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}


def end(k, how):
    """Ends a connection: close (FIN), reset (RST) or silent."""
    try:
        if how == "silent":
            k.settimeout(BUDGET + 1)
            while k.recv(65536):
                pass
        elif how == "reset":
            k.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        else:
            k.shutdown(socket.SHUT_WR)
            k.settimeout(0.3)
            while k.recv(65536):
                pass
    except OSError:
        pass
    k.close()


class Server:
    """Serves every connection with talk(socket) on a port of its own."""

    def __init__(self, talk):
        self.talk, self.listener = talk, socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.loop, daemon=True).start()

    def loop(self):
        while True:
            try:
                k, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(k,), daemon=True).start()

    def serve(self, k):
        try:
            self.talk(k)
        except OSError:
            k.close()

    def stop(self):
        # a thread in accept() keeps a listener alive that is only closed
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()


def request(k):
    got = b""
    while b"\r\n\r\n" not in got:
        d = k.recv(65536)
        if not d:
            break
        got += d


def http_until(n, how):
    def talk(k):
        request(k)
        k.sendall(ANSWER[:n])
        end(k, how)
    return talk


def greet_until(parts, n, how):
    def talk(k):
        left = n
        k.settimeout(BUDGET + 1)
        for part in parts:
            if left == 0:
                break
            if part is None:
                k.recv(65536)
                continue
            k.sendall(part[:left])
            left -= min(left, len(part))
        end(k, how)
    return talk


def random_bytes(data, at_once, how):
    def talk(k):
        if not at_once:
            k.settimeout(BUDGET + 1)
            k.recv(65536)
        k.sendall(data)
        end(k, how)
    return talk


def tls_until(context, limit, how, flip=None):
    """A TLS server that answers, of whose bytes only the first `limit` leave; flip: which one is wrong."""
    def talk(k):
        came, goes = ssl.MemoryBIO(), ssl.MemoryBIO()
        t = context.wrap_bio(came, goes, server_side=True)
        sent, got, shaken = 0, b"", False
        k.settimeout(BUDGET + 1)
        while True:
            try:
                if not shaken:
                    t.do_handshake()
                    shaken = True
                d = t.read(65536)
                got += d
                if b"\r\n\r\n" in got:
                    t.write(ANSWER)
                    got = b""
                elif not d:
                    break
            except ssl.SSLWantReadError:
                pass
            except ssl.SSLError:
                k.sendall(goes.read())
                break
            out = bytearray(goes.read())
            if flip is not None and sent <= flip < sent + len(out):
                out[flip - sent] ^= 0x55
            if out:
                k.sendall(out[:max(0, limit - sent)])
                sent += len(out)
                talk.sent = max(talk.sent, sent)
            if sent >= limit:
                break
            d = k.recv(65536)
            if not d:
                break
            came.write(d)
        end(k, how)
    talk.sent = 0
    return talk


def run(scheme, port, *args):
    began = time.monotonic()
    p = subprocess.run([NAZE, "--json", "--timeout", str(BUDGET), *args, f"{scheme}://127.0.0.1:{port}/"],
                       stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENV,
                       timeout=60, check=False)
    took = time.monotonic() - began
    try:
        v = json.loads(p.stdout)["verdict"]
    except (ValueError, KeyError):
        return p.returncode, took, "?", f"no verdict: {p.stdout[:200]!r} {p.stderr[-400:]!r}"
    return p.returncode, took, v["status"], v["cause"]


def openssl(*args):
    subprocess.run(["openssl", *args], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def make_certificates(d):
    # RSA: an ECDSA signature is 70 to 72 bytes long, so that the last byte of a handshake would move
    new = ["-newkey", "rsa:2048", "-nodes"]
    openssl("req", "-x509", *new, "-keyout", f"{d}/ca.key", "-out", f"{d}/ca.crt", "-days", "9", "-subj", "/CN=Stops Root")
    openssl("req", *new, "-keyout", f"{d}/s.key", "-out", f"{d}/s.csr", "-subj", "/CN=stops")
    pathlib.Path(d, "e").write_text("subjectAltName=IP:127.0.0.1\n", encoding="ascii")
    openssl("x509", "-req", "-in", f"{d}/s.csr", "-CA", f"{d}/ca.crt", "-CAkey", f"{d}/ca.key", "-CAcreateserial",
            "-days", "9", "-extfile", f"{d}/e", "-out", f"{d}/s.crt")


def context(d, version):
    c = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    c.load_cert_chain(f"{d}/s.crt", f"{d}/s.key")
    c.minimum_version = c.maximum_version = version
    return c


# scheme: what a server says until it waits for an answer, None where the client's words stand between; the
# causes that are true where it ends before the border, and behind it. There None is undetermined.
SSH = b"SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n"
GREETINGS = {
    "ssh": ((SSH, None, struct.pack(">IB", 0x2c, 10) + b"\x14" + bytes(16) + b"\0\0\0\x04none" + bytes(9)), len(SSH),
            {"close": {"ssh.closed_before_banner"}, "reset": {"ssh.closed_before_banner", "port.reset"}},
            {"close": {None}, "reset": {"port.reset", None}}),
    "mysql": ((b"J\0\0\0\x0a8.0.36\0\x08\0\0\0abcdefgh\0\xff\xf7\xff\x02\0\xff\xdf\x15\0\0\0\0\0\0\0\0\0\0"
               b"abcdefghijkl\0caching_sha2_password\0",), 1,
              {"close": {"port.accepts_then_closes"}, "reset": {"port.reset"}}, {"close": {None}, "reset": {"port.reset"}}),
    "postgres": ((None, b"N", None, b"R\0\0\0\x17\0\0\0\x0aSCRAM-SHA-256\0\0"), 1,
                 {"close": {"port.accepts_then_closes"}, "reset": {"port.reset", "port.accepts_then_closes"}},
                 {"close": {"port.accepts_then_closes", None}, "reset": {"port.reset", None}}),
}
SILENT = {"port.accepts_then_silent", None}
HTTP_ENDS = {"close": {"http.empty_reply"}, "reset": {"port.reset"}, "silent": {"http.timeout"}}
TLS_ENDS = {"close": {"tls.handshake_reset"}, "reset": {"tls.handshake_reset"}, "silent": {"tls.handshake_silent"}}
# a TLS library that cannot make sense of what came
BROKEN_TLS = {None, "tls.handshake_reset", "tls.handshake_silent", "tls.handshake_refused", "tls.plaintext_peer",
              "port.wrong_service"}
HEAD = ANSWER.index(b"\r\n\r\n") + 4


def cases(d):
    """(name, scheme, talk, arguments, the causes that are true; "ok" for a target that works)"""
    for how, ends in HTTP_ENDS.items():
        for n in range(len(ANSWER) + 1):
            yield f"http {how} {n}", "http", http_until(n, how), (), {"ok"} if n >= HEAD else ends
    for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
        c = context(d, version)
        probe = tls_until(c, 1 << 20, "close")
        s = Server(probe)
        if run("tls", s.port, "--cacert", f"{d}/ca.crt")[2] != "ok":
            raise SystemExit("stops.py: the whole handshake does not work")
        handshake = probe.sent
        if run("https", s.port, "--cacert", f"{d}/ca.crt")[2] != "ok":
            raise SystemExit("stops.py: the whole exchange does not work")
        total = probe.sent
        s.stop()
        step = 1 if ALL else 41
        for how in TLS_ENDS:
            for n in [*range(0, 12), *range(12, handshake, step), *range(handshake, total, step)]:
                # a signature's length varies by some bytes: near a border both sides of it are true
                true = set()
                if n < handshake + 8:
                    true |= TLS_ENDS[how]
                if n > handshake - 700:  # TLS 1.3 sends tickets behind it
                    true |= HTTP_ENDS[how]
                if n == 0 and how == "reset":
                    true |= {"port.reset"}
                if n > total - 120:
                    true |= {"ok"}
                yield f"{version.name} {how} {n}", "https", tls_until(c, n, how), ("--cacert", f"{d}/ca.crt"), true
        for n in range(0, handshake, 3 if ALL else 43):
            yield (f"{version.name} wrong byte {n}", "https", tls_until(c, 1 << 20, "close", n),
                   ("--cacert", f"{d}/ca.crt"), None)
    for scheme, (parts, border, before, after) in GREETINGS.items():
        for how, n in itertools.product(HTTP_ENDS, range(sum(len(p or b"") for p in parts) + 1)):
            if (scheme, n) == ("postgres", 25):  # all that it was asked
                continue
            yield f"{scheme} {how} {n}", scheme, greet_until(parts, n, how), (), (before if n < border else after).get(how, SILENT)
    for seed in range(300):
        r = random.Random(seed)
        data = r.randbytes(r.choice((1, 2, 5, 40, 300, 9000)))
        how, at_once = r.choice(("close", "reset", "silent")), r.random() < 0.5
        scheme = r.choice(("http", "https", "tls", "tcp") if seed < 200 else tuple(GREETINGS))
        if scheme == "tcp":
            true = {"ok", "port.reset", "port.accepts_then_closes"}
        elif scheme == "http":
            true = {"http.not_http", "http.empty_reply", "port.reset", "port.wrong_service", "http.timeout", None}
        elif scheme in GREETINGS:
            true = {"ssh.not_ssh", "ssh.closed_before_banner", "port.wrong_service", "port.accepts_then_silent", None,
                    "port.accepts_then_closes"} | ({"port.reset"} if how == "reset" else set())
            # one letter is a whole answer to PostgreSQL's first question
            true |= {"S": {"tls.handshake_reset", "tls.handshake_silent", "tls.plaintext_peer"}}.get(chr(data[0]), set())
        else:
            true = BROKEN_TLS | ({"port.reset"} if how == "reset" else set())
        yield f"random {scheme} {how} {seed}", scheme, random_bytes(data, at_once, how), (), true


def one(case):
    name, scheme, talk, args, true = case
    s = Server(talk)
    try:
        code, took, status, cause = run(scheme, s.port, *args)
    except subprocess.TimeoutExpired:
        return f"{name}: hangs"
    finally:
        s.stop()
    if SHOW:
        print(name, code, f"{took:.2f}", status, cause, flush=True)
    if status == "?" or code < 0 or code > 3:
        return f"{name}: exit code {code}, {cause}"
    if took > BUDGET + 8:
        return f"{name}: took {took:.1f} s"
    said = "ok" if status in ("ok", "degraded") else cause
    if true is None:  # a wrong byte: no cause that only a whole handshake could prove
        if said not in BROKEN_TLS | {"ok", "port.reset", "http.empty_reply"}:
            return f"{name}: {status} {cause}"
    elif said not in true and said is not None:
        return f"{name}: {status} {cause}, which is none of {sorted(map(str, true))}"
    return None


def main():
    with tempfile.TemporaryDirectory() as d:
        make_certificates(d)
        todo = list(cases(d))
        with concurrent.futures.ThreadPoolExecutor(12) as pool:
            bad = [r for r in pool.map(one, todo) if r]
    for line in bad:
        print("FAIL", line)
    print(f"{len(todo)} servers, {len(bad)} failures")
    return 1 if bad else 0


sys.exit(main())
