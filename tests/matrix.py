#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Each protocol's probe against each other protocol's server: what does naze say of a wrong port?

usage: matrix.py NAZE [--show] [WORD...]      only pairs of which a word is one half
Every server of SERVERS, on loopback, answers as the real one does to what it does not understand
(tried by hand: what nginx, OpenSSH, Postfix, ... do with a request, a ClientHello, a greeting). naze
must not crash or hang, must not call it working, and may only name causes that are true of the pair:
the pairs of MUST exactly those, others any of what `true_of` says, or none. The same protocol on both
ends must not be called another. A new protocol is a line in CLIENTS and a line in SERVERS.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import socket
import ssl
import subprocess
import sys
import tempfile
import threading

TIMEOUT = 2.0  # naze's; a run is killed 8 s later
# scheme: (the protocol, TLS first, whether naze speaks it). What it does not speak yet it follows to
# the open port, TLS and the server's first words, and may call working: say True here when it does.
CLIENTS = {
    "tcp": ("tcp", False, False), "tls": ("tls", True, False), "http": ("http", False, True),
    "https": ("http", True, True), "ws": ("http", False, False), "wss": ("http", True, False),
    "ssh": ("ssh", False, True), "smtp": ("smtp", False, False), "smtps": ("smtp", True, False),
    "imap": ("imap", False, False), "imaps": ("imap", True, False), "mysql": ("mysql", False, True),
    "postgres": ("postgres", False, True), "redis": ("redis", False, False), "rediss": ("redis", True, False),
    "amqp": ("amqp", False, False), "mqtt": ("mqtt", False, False), "ldap": ("ldap", False, False),
}


def line(k, data=b"", most=65536):
    """Up to the end of a line, or what came when the other side was done."""
    while b"\n" not in data and len(data) < most:
        more = k.recv(4096)
        if not more:
            return None
        data += more
    return data


def http(k):
    data = line(k)
    while data and b"\r\n\r\n" not in data and re.match(rb"[A-Z]+ \S+ HTTP/1\.\d\r\n", data):
        more = k.recv(4096)
        data = data + more if more else None
    if data:
        good = re.match(rb"(GET|HEAD) \S+ HTTP/1\.\d\r\n", data)
        k.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nhello\n" if good else
                  b"HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<h1>Bad Request</h1>\n")


def tls(k):
    with CONTEXT.wrap_socket(k, server_side=True) as t:
        http(t)


def nginx_tls(k):
    """A TLS port that tells a plain request so, as nginx does (its status 497)."""
    if k.recv(1, socket.MSG_PEEK) == b"\x16":
        return tls(k)
    line(k)
    k.sendall(b"HTTP/1.1 400 Bad Request\r\nServer: nginx\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html>"
              b"<head><title>400 The plain HTTP request was sent to HTTPS port</title></head></html>\r\n")


def ssh(k):
    k.sendall(b"SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n")
    data = line(k)
    if data and not data.startswith(b"SSH-"):
        k.sendall(b"Invalid SSH identification string.\r\n")
    elif data:
        k.recv(4096)


def smtp(k):
    k.sendall(b"220 mx1.example ESMTP Postfix\r\n")
    while data := line(k):
        if data.startswith((b"GET ", b"POST ")):
            k.sendall(b"221 2.7.0 Error: I can break rules, too. Goodbye.\r\n")
            return
        k.sendall(b"250 mx1.example\r\n" if data[:4].upper() in (b"EHLO", b"HELO") else
                  b"221 2.0.0 Bye\r\n" if data[:4].upper() == b"QUIT" else b"500 5.5.2 Error: bad syntax\r\n")
        if data[:4].upper() == b"QUIT":
            return


def imap(k):
    k.sendall(b"* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN] Dovecot ready.\r\n")
    for _ in range(3):
        data = line(k)
        if not data:
            return
        tag = re.match(rb"[\x21-\x7e]*", data)[0] or b"*"
        k.sendall(tag + b" BAD Error in IMAP command received by server.\r\n")


def ftp(k):
    k.sendall(b"220 (vsFTPd 3.0.3)\r\n")
    while line(k):
        k.sendall(b"530 Please login with USER and PASS.\r\n")


def mysql(k):
    k.sendall(b"J\0\0\0\x0a8.0.36\0\x08\0\0\0abcdefgh\0\xff\xf7\xff\x02\0\xff\xdf\x15\0\0\0\0\0\0\0\0\0\0"
              b"abcdefghijkl\0caching_sha2_password\0")
    if k.recv(4096):
        k.sendall(b"\x21\0\0\x02\xff\x84\x04#08S01Got packets out of order")


def postgres(k):
    data = b""
    while len(data) < 8:
        more = k.recv(4096)
        if not more:
            return
        data += more
    if data[:8] == b"\0\0\0\x08\x04\xd2\x16\x2f":  # SSLRequest
        k.sendall(b"N")
        data = k.recv(4096)
    if data[4:8] == b"\0\x03\0\0":  # StartupMessage; anything else is hung up on, without a word
        k.sendall(b"R\0\0\0\x17\0\0\0\x0aSCRAM-SHA-256\0\0")
        k.recv(4096)


def redis(k):
    while data := line(k):
        if re.search(rb"^(POST|Host:)", data, re.M | re.I):
            k.sendall(b"-ERR wrong number of arguments for 'get' command\r\n")
            return
        k.sendall(b"+PONG\r\n" if b"PING" in data.upper() else b"-ERR unknown command, with args beginning with: \r\n")


def dns(k):
    data = b""
    while len(data) < 2 or len(data) < 2 + int.from_bytes(data[:2], "big"):
        more = k.recv(4096)  # of a request as of a ClientHello it waits for the thousands that are missing
        if not more:
            return
        data += more
    k.sendall(data[:4] + b"\x81\x01" + data[6:])


def amqp(k):
    data = k.recv(8)
    if data and data != b"AMQP\0\0\x09\x01":
        k.sendall(b"AMQP\0\0\x09\x01")
    elif data:
        k.sendall(b"\x01\0\0\0\0\0\x0b\0\x0a\0\x0a\0\x09\0\0\0\0\0\0\0\0\0\0\xce")
        k.recv(4096)


def mqtt(k):
    data = k.recv(4096)
    if data[:1] == b"\x10":
        k.sendall(b"\x20\x02\0\0")
        k.recv(4096)


def ldap(k):
    data = k.recv(4096)
    if data and data[:1] != b"\x30":  # notice of disconnection, RFC 4511 4.4.1
        k.sendall(b"\x30\x24\x02\x01\0\x78\x1f\x0a\x01\x02\x04\0\x04\0\x8a\x161.3.6.1.4.1.1466.20036")
    elif data:
        k.sendall(b"\x30\x0c\x02\x01\x01\x61\x07\x0a\x01\0\x04\0\x04\0")
        k.recv(4096)


def vnc(k):
    k.sendall(b"RFB 003.008\n")
    k.recv(4096)


def sink(k):
    while k.recv(65536):
        pass


def closer(k):
    pass


# name: (its handler, the protocol, TLS, speaks first, what naze may call its words)
SERVERS = {
    "http": (http, "http", False, False, "http"), "tls": (tls, "http", True, False, "tls"),
    "nginx_tls": (nginx_tls, "http", True, False, "tls http"), "ssh": (ssh, "ssh", False, True, "ssh"),
    "smtp": (smtp, "smtp", False, True, "smtp smtp_or_ftp"), "ftp": (ftp, "ftp", False, True, "ftp smtp_or_ftp"),
    "imap": (imap, "imap", False, True, "imap"), "mysql": (mysql, "mysql", False, True, "mysql"),
    "vnc": (vnc, "vnc", False, True, "vnc"), "postgres": (postgres, "postgres", False, False, "postgres"),
    "redis": (redis, "redis", False, False, "redis"), "amqp": (amqp, "amqp", False, False, "amqp"),
    "dns": (dns, "dns", False, False, ""), "mqtt": (mqtt, "mqtt", False, False, "mqtt"),
    "ldap": (ldap, "ldap", False, False, "ldap"), "silent": (sink, "", False, False, ""),
    "closes": (closer, "", False, False, ""),
}


def must(client, server):
    """Causes of which one must be named; empty where the words leave room."""
    proto, secure, speaks = CLIENTS[client]
    _, _, encrypted, first, _ = SERVERS[server]
    if encrypted and proto == "http" and speaks and not secure:
        return "http.plain_to_tls input.wrong_scheme_or_port"
    if first and secure:
        return "tls.plaintext_peer"
    if first and proto == "ssh":
        return "ssh.not_ssh"
    if first and proto in ("http", "smtp", "imap", "mysql"):
        return "port.wrong_service"
    if server == "http" and secure:
        return "tls.plaintext_peer"
    return ""


def true_of(client, server):
    """Causes that are no false accusation for that pair."""
    proto, secure, _ = CLIENTS[client]
    _, _, encrypted, first, words = SERVERS[server]
    good = {"input.wrong_scheme_or_port", "http.empty_reply", "port.accepts_then_closes", "port.reset",
            "tls.handshake_reset", "port.accepts_then_silent", "http.timeout", "tls.handshake_silent"}
    if words or (server == "dns" and proto == "postgres"):  # which answers with one of three letters
        good.add("port.wrong_service")
    if first:  # whoever speaks first is not silent
        good -= {"port.accepts_then_silent", "http.timeout", "tls.handshake_silent"}
    if proto == "http" and not secure:
        good.add("http.not_http")
    if proto == "mysql" and not first:
        good.add("mysql.greeting_late")
    if proto == "ssh":
        good |= {"ssh.closed_before_banner"} | ({"ssh.not_ssh"} if words else set())
    if encrypted and not secure:
        good |= {"http.plain_to_tls", "tls.plaintext_client"}
    if secure and not encrypted and server not in ("silent", "closes", "dns"):
        good.add("tls.plaintext_peer")
    return good


def same(client, server):
    proto, secure, _ = CLIENTS[client]
    return client == "tcp" or (client == "tls" and SERVERS[server][2]) or (proto, secure) == SERVERS[server][1:3]


FOREIGN = {"port.wrong_service", "tls.plaintext_peer", "http.plain_to_tls", "http.not_http", "ssh.not_ssh", "input.wrong_scheme_or_port"}


def fault(client, server, code, seconds, report):
    """What is wrong with what naze said; None where nothing is."""
    if code not in (0, 1, 3):
        return f"exit code {code}"
    if seconds > TIMEOUT + 3:
        return f"took {seconds:.1f} s of {TIMEOUT}"
    verdict = report["verdict"]
    status, cause = verdict["status"], verdict.get("cause") or ""
    spoken = set(re.findall(r'"spoken": "(\w+)"', json.dumps(report["stages"]))) - {"unknown"}
    if not spoken <= set(SERVERS[server][4].split()):
        return f"calls its words {' '.join(sorted(spoken))}"
    if same(client, server):
        return f"says {cause} of the same protocol" if cause in FOREIGN else None
    if must(client, server):
        return None if cause in must(client, server).split() else f"{status} {cause}, not {must(client, server)}"
    if status in ("ok", "degraded"):
        return "calls it working" if CLIENTS[client][2] or SERVERS[server][3] else None
    return None if not cause or cause in true_of(client, server) else f"{status} {cause}"


def listen(handler):
    s = socket.create_server(("127.0.0.1", 0), backlog=64)

    def one(k):
        try:
            k.settimeout(TIMEOUT + 6)
            handler(k)
            k.shutdown(socket.SHUT_WR)  # an answer is not lost to what came behind it
            k.settimeout(1)
            while k.recv(65536):
                pass
        except (OSError, ValueError):
            pass
        k.close()

    def accept():
        while True:
            k, _ = s.accept()
            threading.Thread(target=one, args=(k,), daemon=True).start()
    threading.Thread(target=accept, daemon=True).start()
    return s.getsockname()[1]


def certificate(folder):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                    "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", f"{folder}/key",
                    "-out", f"{folder}/crt"], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{folder}/crt", f"{folder}/key")
    return context


args = [x for x in sys.argv[1:] if x != "--show"]
show, naze, only = "--show" in sys.argv, os.path.abspath(args[0]), args[1:]
folder = tempfile.TemporaryDirectory()
CONTEXT = certificate(folder.name)
ports = {name: listen(s[0]) for name, s in SERVERS.items()}
pairs = [(c, s) for c in CLIENTS for s in SERVERS if not only or c in only or s in only]
# The silent ones are waited for: all of those together, so that the rest need not wait behind them.
pairs.sort(key=lambda p: p[1] not in ("silent", "dns", "redis", "mqtt"))


def run(pair):
    client, server = pair
    command = [naze, "--json", "--timeout", str(TIMEOUT), "--proxy", "none", "--resolve", "localhost:127.0.0.1",
               "--cacert", f"{folder.name}/crt", f"{client}://localhost:{ports[server]}"]
    try:
        r = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=TIMEOUT + 8, check=False)
    except subprocess.TimeoutExpired:
        return pair, "does not end", ""
    try:
        report = json.loads(r.stdout)
    except ValueError:
        return pair, f"exit code {r.returncode} and no report: {r.stderr.decode()[-400:]}", ""
    v = report["verdict"]
    return pair, fault(client, server, r.returncode, report["took_s"], report), f"{v['status']} {v.get('cause') or ''}"


bad = 0
with concurrent.futures.ThreadPoolExecutor(12) as pool:
    for (client, server), why, said in pool.map(run, pairs):
        if show:
            print(f"{client:9} {server:10} {said}")
        if why:
            bad += 1
            print(f"FAIL {client}:// to {server}: {why}")
print(f"{len(pairs) - bad} of {len(pairs)} pairs are right")
sys.exit(bad > 0)
