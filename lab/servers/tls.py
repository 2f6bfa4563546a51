#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A TLS server on Python's own ssl: it says hello over HTTP, or fails in one way after the handshake.

usage: tls.py PORT CERT KEY [max=1.2|1.3] [client=CA] [alpn=A,B] [record=BYTES] [date=SECONDS] [then=MODE]
client demands a certificate of that CA; record writes the answer in records of so many bytes; date
sends a Date that is so many seconds ahead of this host's clock.
then: hello (the default), abrupt (hello, without close_notify), close, reset, silent (after the
request), greet=TEXT (speaks first, as mail over TLS does).
"""
import email.utils
import socket
import ssl
import struct
import sys
import threading
import time

port, cert, key = int(sys.argv[1]), sys.argv[2], sys.argv[3]
opts = dict(w.split("=", 1) for w in sys.argv[4:])
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(cert, key)
if opts.get("max") == "1.2":
    context.maximum_version = ssl.TLSVersion.TLSv1_2
if "client" in opts:
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(opts["client"])
if "alpn" in opts:
    context.set_alpn_protocols(opts["alpn"].split(","))
HELLO = b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nhello\n"
mode = opts.get("then", "hello")


def drain(k):
    """Lets an alert or an answer arrive before the socket is closed."""
    k.shutdown(socket.SHUT_WR)
    k.settimeout(2)
    while k.recv(65536):
        pass


def serve(k):
    try:
        t = context.wrap_socket(k, server_side=True, do_handshake_on_connect=False)
    except OSError:
        return
    try:
        t.do_handshake()
        if mode.startswith("greet="):
            t.sendall(mode[6:].encode() + b"\r\n")
        while b"\r\n\r\n" not in (t.recv(65536) or b"\r\n\r\n"):
            pass
        if mode == "silent":
            t.recv(65536)
        elif mode == "reset":
            t.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        elif mode in ("hello", "abrupt"):
            step = int(opts.get("record", "65536"))
            hello = HELLO
            if "date" in opts:
                date = email.utils.formatdate(time.time() + int(opts["date"]), usegmt=True)
                hello = HELLO.replace(b"\r\n", b"\r\nDate: " + date.encode() + b"\r\n", 1)
            for i in range(0, len(hello), step):
                t.sendall(hello[i:i + step])
            if mode == "hello":
                t.unwrap()
            else:
                drain(t)
    except ssl.SSLError:
        try:
            drain(socket.socket(fileno=t.detach()))
        except OSError:
            pass
    except OSError:
        pass
    t.close()


server = socket.socket(socket.AF_INET6)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
server.bind(("::", port))
server.listen(64)
while True:
    c, _ = server.accept()
    threading.Thread(target=serve, args=(c,), daemon=True).start()
