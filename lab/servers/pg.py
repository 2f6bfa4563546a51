#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A PostgreSQL server that says what it is told, for what a real one cannot be made to say.

usage: pg.py [--port N] [--tls CERT KEY] [--ssl S|N|E|silent|close|WORD] WORD...
What is said after the startup message, a word each:
  auth:N[:TEXT]     an authentication request of that number (10: mechanisms, comma between)
  error:SQLSTATE:TEXT, old_error:TEXT  the refusal; then it hangs up
  ok, ready, parameter:NAME:VALUE      AuthenticationOk, ReadyForQuery, ParameterStatus
  read              waits for a message of the client
  bytes:TEXT        these bytes (\\xNN as in Python)
  wait:SECONDS, silent, close, rst     what they say
Each connection gets the same.
"""
import argparse
import socket
import ssl
import struct
import threading
import time

p = argparse.ArgumentParser()
p.add_argument("--port", type=int, default=5432)
p.add_argument("--tls", nargs=2)
p.add_argument("--ssl", default="")
p.add_argument("words", nargs="*")
a = p.parse_args()
context = None
if a.tls:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*a.tls)


def exactly(k, n):
    got = b""
    while len(got) < n:
        more = k.recv(n - len(got))
        if not more:
            raise EOFError
        got += more
    return got


def message(kind, body):
    return kind + struct.pack("!I", len(body) + 4) + body


def fields(code, text):
    return b"SFATAL\0VFATAL\0C" + code.encode() + b"\0M" + text.encode() + b"\0Rx\0\0"


def raw(text):
    return text.encode("latin-1").decode("unicode_escape").encode("latin-1")


def say(k, word):
    verb, _, rest = word.partition(":")
    if verb == "auth":
        n, _, text = rest.partition(":")
        body = struct.pack("!I", int(n))
        if n == "10":
            body += b"".join(x.encode() + b"\0" for x in text.split(",") if x) + b"\0"
        elif n == "5":
            body += b"salt"
        else:
            body += text.encode()
        k.sendall(message(b"R", body))
    elif verb == "error":
        code, _, text = rest.partition(":")
        k.sendall(message(b"E", fields(code, text)))
        raise EOFError
    elif verb == "old_error":
        k.sendall(b"E" + rest.encode() + b"\n\0")
        raise EOFError
    elif verb == "ok":
        k.sendall(message(b"R", struct.pack("!I", 0)))
    elif verb == "ready":
        k.sendall(message(b"Z", b"I"))
    elif verb == "parameter":
        name, _, value = rest.partition(":")
        k.sendall(message(b"S", name.encode() + b"\0" + value.encode() + b"\0"))
    elif verb == "read":
        exactly(k, struct.unpack("!xI", exactly(k, 5))[0] - 4)
    elif verb == "bytes":
        k.sendall(raw(rest))
    elif verb == "wait":
        time.sleep(float(rest))
    elif verb == "silent":
        hold(k)
    elif verb == "rst":
        k.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        raise EOFError
    elif verb == "close":
        raise EOFError


def hold(k):
    k.settimeout(120)
    while k.recv(65536):
        pass


def serve(k):
    try:
        while True:
            size, code = struct.unpack("!II", exactly(k, 8))
            if code == 80877103:
                if a.ssl in ("", "S", "N"):
                    k.sendall(b"S" if a.ssl != "N" and context else b"N")
                    if context and a.ssl != "N":
                        k = context.wrap_socket(k, server_side=True)
                else:
                    say(k, a.ssl)
                continue
            exactly(k, size - 8)
            break
        for word in a.words:
            say(k, word)
        hold(k)
    except (EOFError, OSError):
        pass
    finally:
        k.close()


s = socket.create_server(("::", a.port), family=socket.AF_INET6, dualstack_ipv6=True, backlog=64)
while True:
    c, _ = s.accept()
    threading.Thread(target=serve, args=(c,), daemon=True).start()
