#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A server that says what only MySQL says, or what no server says on purpose.

usage: mysql.py PORT MODE [ARG...]
  caching USER PASSWORD KEY [CERT]   MySQL 8: caching_sha2_password, never cached: the full exchange, with KEY
                                     (RSA, PEM) over a plain connection; with CERT TLS is offered
  plugin NAME [AFTER]                switches to that plugin, then refuses whatever is answered
  error CODE STATE TEXT              greets, reads the login, answers with that error
  first CODE TEXT                    an error in place of the greeting
  late SECONDS                       greets after that long, then accepts anybody
  part N                             the first N bytes of a greeting, then nothing
  cut STEP                           closes after: greeting, login
  huge                               announces a packet of 16 MiB
"""
import hashlib
import socket
import ssl
import struct
import subprocess
import sys
import threading
import time

port, mode, args = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
TLS, DB, PLUGIN = 0x800, 0x8, 0x80000
NONCE = bytes(range(65, 85))


def exact(k, n):
    b = b""
    while len(b) < n:
        more = k.recv(n - len(b))
        if not more:
            raise EOFError
        b += more
    return b


def read(k):
    h = exact(k, 4)
    return exact(k, h[0] | h[1] << 8 | h[2] << 16), h[3]


def send(k, sequence, payload):
    k.sendall(struct.pack("<I", len(payload))[:3] + bytes([sequence & 255]) + payload)


def greeting(tls=False, plugin=b"caching_sha2_password"):
    can = 0x81FFA78D & ~TLS | PLUGIN | (TLS if tls else 0)
    return (b"\x0a8.0.36\0" + struct.pack("<I", 41) + NONCE[:8] + b"\0" + struct.pack("<H", can & 0xFFFF) + b"\xff" +
            struct.pack("<H", 2) + struct.pack("<H", can >> 16) + b"\x15" + b"\0" * 10 + NONCE[8:] + b"\0" + plugin + b"\0")


def error(code, state, text):
    return b"\xff" + struct.pack("<H", code) + b"#" + state.encode() + text.encode()


def text_at(b, i):
    j = b.index(b"\0", i)
    return b[i:j], j + 1


def read_login(k, context=None):
    """The connection, the login's user, answer and plugin, and the next sequence number."""
    b, n = read(k)
    if struct.unpack("<I", b[:4])[0] & TLS and len(b) == 32:
        k = context.wrap_socket(k, server_side=True)
        b, n = read(k)
    can = struct.unpack("<I", b[:4])[0]
    user, i = text_at(b, 32)
    answer = b[i + 1:i + 1 + b[i]]
    i += 1 + b[i]
    if can & DB:
        _, i = text_at(b, i)
    plugin = text_at(b, i)[0] if can & PLUGIN else b""
    return k, user.decode(), answer, plugin.decode(), n + 1


def finish(k, n):
    send(k, n, b"\0\0\0\2\0\0\0")
    k.settimeout(20)
    read(k)  # COM_QUIT


def caching(k, user, password, key, cert=None):
    context = None
    if cert:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(cert, key)
    send(k, 0, greeting(bool(cert)))
    k, who, answer, plugin, n = read_login(k, context)
    if plugin != "caching_sha2_password":
        send(k, n, b"\xfecaching_sha2_password\0" + NONCE + b"\0")
        answer, n = read(k)
        n += 1
    once = hashlib.sha256(password.encode()).digest()
    mixed = hashlib.sha256(hashlib.sha256(once).digest() + NONCE).digest()
    right = answer == bytes(x ^ y for x, y in zip(once, mixed))
    if answer not in (b"\0", b""):
        send(k, n, b"\x01\x04")
        sent, n = read(k)
        n += 1
        if sent == b"\x02" and not isinstance(k, ssl.SSLSocket):
            send(k, n, b"\x01" + subprocess.run(["openssl", "rsa", "-in", key, "-pubout"], capture_output=True, check=True).stdout)
            sent, n = read(k)
            n += 1
            sent = subprocess.run(["openssl", "pkeyutl", "-decrypt", "-inkey", key, "-pkeyopt", "rsa_padding_mode:oaep"],
                                  input=sent, capture_output=True, check=True).stdout
            sent = bytes(x ^ NONCE[i % 20] for i, x in enumerate(sent))
        elif not isinstance(k, ssl.SSLSocket):
            sent = b""  # a password over a plain line is none
        right = right and sent == password.encode() + b"\0"
    if right and who == user:
        finish(k, n)
    else:
        send(k, n, error(1045, "28000", f"Access denied for user '{who}'@'client' (using password: {'YES' if answer else 'NO'})"))


def plugin(k, name, after="28000"):
    send(k, 0, greeting(plugin=b"mysql_native_password"))
    k, who, _, _, n = read_login(k)
    send(k, n, b"\xfe" + name.encode() + b"\0" + b"HTTP/db@EXAMPLE\0")
    _, n = read(k)
    send(k, n + 1, error(1045, after, f"Access denied for user '{who}'@'client' (using password: YES)"))


def error_after(k, code, state, text):
    send(k, 0, greeting(plugin=b"mysql_native_password"))
    _, _, _, _, n = read_login(k)
    send(k, n, error(int(code), state, text))


def first(k, code, text):
    send(k, 0, b"\xff" + struct.pack("<H", int(code)) + text.encode())


def late(k, seconds):
    time.sleep(float(seconds))
    send(k, 0, greeting(plugin=b"mysql_native_password"))
    _, _, _, _, n = read_login(k)
    finish(k, n)


def part(k, n):
    g = greeting()
    k.sendall((struct.pack("<I", len(g))[:3] + b"\0" + g)[:int(n)])
    time.sleep(60)


def cut(k, step):
    if step == "login":
        send(k, 0, greeting())
        read_login(k)


def huge(k):
    k.sendall(b"\xff\xff\xff\0\x0a8.0.36\0")
    for _ in range(64):
        k.sendall(b"A" * 65536)
    time.sleep(60)


MODES = dict(caching=caching, plugin=plugin, error=error_after, first=first, late=late, part=part, cut=cut, huge=huge)


def serve(k):
    try:
        MODES[mode](k, *args)
    except (OSError, EOFError, ssl.SSLError):
        pass
    finally:
        k.close()


s = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
s.bind(("::", port))
s.listen(16)
while True:
    threading.Thread(target=serve, args=(s.accept()[0],), daemon=True).start()
