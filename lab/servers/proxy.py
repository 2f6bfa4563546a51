#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A proxy: HTTP (CONNECT and plain requests) and SOCKS5 on one port.

usage: proxy.py PORT [status=CODE] [auth=USER:PASSWORD] [socks=REPLY] [resolve=NAME:ADDRESS]
status answers every request with that code, socks with that reply code; else it does its work:
502 where the target cannot be reached, 407 without the right credentials.
"""
import base64
import socket
import sys
import threading

port, opts = int(sys.argv[1]), dict(w.split("=", 1) for w in sys.argv[2:])
TEXT = {403: "Forbidden", 407: "Proxy Authentication Required", 502: "Bad Gateway",
        503: "Service Unavailable", 504: "Gateway Timeout", 500: "Unable to connect"}


def connect(host, p):
    if "resolve" in opts and host == opts["resolve"].split(":", 1)[0]:
        host = opts["resolve"].split(":", 1)[1]
    return socket.create_connection((host, p), 3)


def pump(a, b):
    try:
        while d := a.recv(65536):
            b.sendall(d)
    except OSError:
        pass
    for k in (a, b):
        try:
            k.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def both(a, b):
    b.settimeout(None)
    t = threading.Thread(target=pump, args=(b, a), daemon=True)
    t.start()
    pump(a, b)
    t.join()


def say(k, code, extra=""):
    body = f"<html><title>{code} {TEXT[code]}</title></html>\n"
    k.sendall((f"HTTP/1.1 {code} {TEXT[code]}\r\nServer: labproxy\r\n{extra}Content-Type: text/html\r\n"
               f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}").encode())


def http(k, first):
    head = first
    while b"\r\n\r\n" not in head:
        d = k.recv(65536)
        if not d:
            return
        head += d
    lines = head.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    method, url, _ = lines[0].split(" ", 2)
    if "auth" in opts:
        want = "basic " + base64.b64encode(opts["auth"].encode()).decode()
        got = [x.split(":", 1)[1].strip() for x in lines[1:] if x.lower().startswith("proxy-authorization:")]
        if not got or got[0].split(" ")[-1] != want.split(" ")[-1]:
            return say(k, 407, 'Proxy-Authenticate: Basic realm="lab"\r\n')
    if "status" in opts:
        return say(k, int(opts["status"]))
    where = url if method == "CONNECT" else url.split("//", 1)[-1].split("/", 1)[0]
    host, _, p = where.rpartition(":") if where.rpartition(":")[2].isdigit() else (where, "", "80")
    try:
        s = connect(host.strip("[]"), int(p))
    except OSError:
        return say(k, 502)
    if method == "CONNECT":
        k.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
    else:
        path = "/" + url.split("//", 1)[-1].partition("/")[2]
        keep = [x for x in lines[1:] if not x.lower().startswith(("proxy-", "connection:"))]
        s.sendall("\r\n".join([f"{method} {path} HTTP/1.1", *keep, "Connection: close", "", ""]).encode("latin-1"))
    both(k, s)


def socks(k, first):
    k.sendall(b"\5\0")
    d = k.recv(512)
    if "socks" in opts:
        return k.sendall(bytes([5, int(opts["socks"]), 0, 1, 0, 0, 0, 0, 0, 0]))
    if d[3] == 3:
        host, rest = d[5:5 + d[4]].decode(), d[5 + d[4]:]
    elif d[3] == 1:
        host, rest = socket.inet_ntop(socket.AF_INET, d[4:8]), d[8:]
    else:
        host, rest = socket.inet_ntop(socket.AF_INET6, d[4:20]), d[20:]
    try:
        s = connect(host, int.from_bytes(rest[:2], "big"))
    except socket.gaierror:
        return k.sendall(bytes([5, 4, 0, 1, 0, 0, 0, 0, 0, 0]))
    except OSError:
        return k.sendall(bytes([5, 5, 0, 1, 0, 0, 0, 0, 0, 0]))
    k.sendall(bytes([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]))
    both(k, s)


def one(k):
    try:
        first = k.recv(65536)
        if first[:1] == b"\5":
            socks(k, first)
        elif first[:1] == b"\x16":  # TLS to a plain port: what most proxies say
            say(k, 403)
        elif first:
            http(k, first)
    except (OSError, ValueError, IndexError):
        pass
    k.close()


server = socket.socket(socket.AF_INET6)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
server.bind(("::", port))
server.listen(64)
while True:
    c, _ = server.accept()
    threading.Thread(target=one, args=(c,), daemon=True).start()
