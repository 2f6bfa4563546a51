#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A TCP server that misbehaves in one way.

usage: tcp.py ADDRESS PORT MODE [ARG...]
In texts, \\r \\n \\xNN are read as in Python. `head` means: after the head of an HTTP request.
"""
import socket
import struct
import sys
import threading
import time

address, port, mode, args = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4:]


def text(s):
    return s.encode("latin-1").decode("unicode_escape").encode("latin-1")


def reset(k):
    k.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def read_head(k):
    head = b""
    while b"\r\n\r\n" not in head:
        more = k.recv(65536)
        if not more:
            break
        head += more
    return head


def hold(k):
    """Until the other side has had enough."""
    k.settimeout(120)
    while k.recv(65536):
        pass


def silent(k):
    """Says nothing, ever."""
    hold(k)


def close(k, after="0"):
    """Hangs up after so many seconds."""
    time.sleep(float(after))


def rst(k, after="0"):
    time.sleep(float(after))
    reset(k)


def say(k, what):
    """Speaks first, then listens."""
    k.sendall(text(what))
    hold(k)


def say_close(k, what):
    k.sendall(text(what))


def reply(k, what):
    """Waits for any bytes, answers, listens on."""
    k.recv(65536)
    k.sendall(text(what))
    hold(k)


def reply_close(k, what):
    k.recv(65536)
    k.sendall(text(what))
    k.shutdown(socket.SHUT_WR)
    k.settimeout(1)
    k.recv(65536)


def read_close(k):
    k.recv(65536)


def read_rst(k):
    k.recv(65536)
    reset(k)


def head(k, what, after="0"):
    """Answers an HTTP request with these bytes and hangs up."""
    if read_head(k):
        time.sleep(float(after))
        k.sendall(text(what))
        k.shutdown(socket.SHUT_WR)


def large_head(k, fields):
    """Answers with a head of so many fields of half a kilobyte each."""
    read_head(k)
    k.sendall(b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-Filler-%d: %0500d\r\n" % (i, i) for i in range(int(fields))))
    k.sendall(b"Content-Length: 0\r\nConnection: close\r\n\r\n")


def head_late_once(k, what, after):
    """The same, but the first request of all waits."""
    if read_head(k):
        late = not hasattr(head_late_once, "done")
        head_late_once.done = True
        time.sleep(float(after) if late else 0)
        k.sendall(text(what))
        k.shutdown(socket.SHUT_WR)


def answer_rst(k, what):
    """Answers an HTTP request, then resets the connection."""
    read_head(k)
    k.sendall(text(what))
    time.sleep(0.3)
    reset(k)


def get_only(k, status):
    """Answers GET with 200, everything else with this status."""
    h = read_head(k)
    line = "200 OK" if h.startswith(b"GET ") else status
    k.sendall(f"HTTP/1.1 {line}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())


def trickle(k, what, pause):
    """Answers an HTTP request one byte at a time."""
    read_head(k)
    k.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for b in text(what):
        k.sendall(bytes([b]))
        time.sleep(float(pause))


def alert(k, number):
    """A TLS server that answers each ClientHello with a fatal alert."""
    k.recv(65536)
    k.sendall(bytes([21, 3, 3, 0, 2, 2, int(number)]))
    k.shutdown(socket.SHUT_WR)
    k.settimeout(1)
    k.recv(65536)


def old_hello(k):
    """A TLS 1.2 server without secure renegotiation (RFC 5746): its ServerHello has no extensions."""
    k.recv(65536)
    hello = b"\3\3" + bytes(range(32)) + b"\0" + b"\xc0\x2f" + b"\0"
    message = b"\2" + len(hello).to_bytes(3, "big") + hello
    k.sendall(b"\x16\3\3" + len(message).to_bytes(2, "big") + message)
    hold(k)


def main():
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    server = socket.socket(family)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if address == "::":
        server.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
    server.bind((address, port))
    if mode == "full":  # the kernel's queue of connections nobody accepts is full
        server.listen(0)
        fill = [socket.socket(family) for _ in range(4)]
        for k in fill:
            k.setblocking(False)
            k.connect_ex(("::1" if ":" in address else "127.0.0.1", port))
        time.sleep(3600)
    server.listen(64)
    serve = globals()[mode.replace("-", "_")]

    def one(k):
        try:
            serve(k, *args)
        except OSError:
            pass
        k.close()

    while True:
        k, _ = server.accept()
        threading.Thread(target=one, args=(k,), daemon=True).start()


main()
