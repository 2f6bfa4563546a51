#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A name server that does what real ones refuse to do.

usage: dns.py [ADDRESS=127.0.0.1 | NAME=ADDRESS | NAME=>ALIAS | NAME!RCODE | TYPE!RCODE | all!RCODE | all!silent
              | TYPE!silent | TYPE!late | delay=SECONDS | cold
              | rotate | alias_last | bind=ADDRESS | *=ADDRESS]...
Listens on port 53, UDP and TCP. What it does not know is NXDOMAIN (3), or has the address of *.
Besides numbers, RCODE may be: bogus (2 unless CD is set, with the extended error 6), truncated
(over UDP), garbage, badid, blocked (the address, with the extended error 15), late
(the true answer, 0.3 s later). With rotate each answer holds one address of a family, the
next one each time; with alias_last an alias stands behind what it leads to; with cold only the first answer to a question is delayed.
"""
import ipaddress
import socket
import struct
import sys
import threading
import time

TYPES = {"A": 1, "CNAME": 5, "SOA": 6, "TXT": 16, "AAAA": 28, "SRV": 33, "HTTPS": 65}
addresses, alias, rcodes, delay, bind, turn, known, last = {}, {}, {}, 0.0, "::", None, None, False
for w in sys.argv[1:]:
    if "=>" in w:
        n, to = w.split("=>")
        alias[n.lower()] = to.lower()
    elif "!" in w:
        n, what = w.split("!")
        rcodes[n if n in TYPES or n == "all" else n.lower()] = what
    elif w.startswith("delay="):
        delay = float(w[6:])
    elif w == "cold":
        known = set()
    elif w == "alias_last":
        last = True
    elif w == "rotate":
        turn = {}
    elif w.startswith("bind="):
        bind = w[5:]
    else:
        n, to = w.split("=", 1)
        addresses.setdefault(n.lower(), []).append(ipaddress.ip_address(to))


def pack(name):
    return b"".join(bytes([len(p)]) + p.encode() for p in name.split(".") if p) + b"\0"


def answer(query, over_tcp=False):
    """The reply to a query; None for silence."""
    ident, flags = struct.unpack("!HH", query[:4])
    at, labels = 12, []
    while query[at]:
        labels.append(query[at + 1:at + 1 + query[at]].decode("latin-1"))
        at += 1 + query[at]
    qtype = struct.unpack("!H", query[at + 1:at + 3])[0]
    question, name = query[12:at + 5], ".".join(labels).lower()
    records, rcode = [], 0
    kind = next((k for k, v in TYPES.items() if v == qtype), "?")
    what = rcodes.get("all") or rcodes.get(kind) or rcodes.get(name)
    if what == "silent":
        return None
    if what == "late":
        time.sleep(0.3)
    extra, more = b"", 0
    if what == "garbage":
        return query[:2] + b"\x81\x80\xff\xff\xff\xff" + b"\xc0" * 9
    if what == "bogus" and not flags & 0x0010:
        rcode = 2
        extra, more = b"\0" + struct.pack("!HHIHHHH", 41, 1232, 0, 6, 15, 2, 6), 1
    elif what == "truncated" and not over_tcp:
        return query[:2] + struct.pack("!HHHHH", 0x8380, 1, 0, 0, 0) + question
    elif what and what.isdigit():
        rcode = int(what)
    else:
        hops = 0
        while name in alias and hops < 16:
            records.append((name, 5, pack(alias[name])))
            name, hops = alias[name], hops + 1
        if name not in addresses and "*" in addresses:
            addresses[name] = addresses["*"]
        if name in addresses:
            found = [(name, qtype, a.packed) for a in addresses[name] if qtype == (1 if a.version == 4 else 28)]
            if turn is not None and found:
                turn[qtype] = turn.get(qtype, -1) + 1
                found = [found[turn[qtype] % len(found)]]
            records += found
        elif name not in alias:
            rcode = 3
    if what == "blocked":
        extra, more = b"\0" + struct.pack("!HHIHHHH", 41, 1232, 0, 6, 15, 2, 15), 1
    if last:
        records.reverse()
    body = b"".join(pack(n) + struct.pack("!HHIH", t, 1, 60, len(d)) + d for n, t, d in records)
    head = struct.pack("!HHHHHH", ident ^ (what == "badid"), 0x8080 | (flags & 0x0100) | rcode, 1, len(records), 0, more)
    return head + question + body + extra


def one(k):
    """All questions of one connection."""
    try:
        k.settimeout(5)
        while len(size := k.recv(2)) == 2:
            r = answer(k.recv(struct.unpack("!H", size)[0]), True)
            if r is None:
                time.sleep(30)
            else:
                time.sleep(delay)
                k.sendall(struct.pack("!H", len(r)) + r)
    except (OSError, struct.error, IndexError):
        pass
    k.close()


def tcp(server):
    while True:
        k, _ = server.accept()
        threading.Thread(target=one, args=(k,), daemon=True).start()


def reply(server, query, who):
    try:
        r = answer(query)
    except (IndexError, struct.error):
        return
    if r:
        question = query[12:query.index(b"\0", 12) + 5]
        if known is None or question not in known:
            time.sleep(delay)
        if known is not None:
            known.add(question)
        server.sendto(r, who)


family = socket.AF_INET6 if ":" in bind else socket.AF_INET
stream = socket.socket(family, socket.SOCK_STREAM)
stream.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
stream.bind((bind, 53))
stream.listen(16)
threading.Thread(target=tcp, args=(stream,), daemon=True).start()
packets = socket.socket(family, socket.SOCK_DGRAM)
packets.bind((bind, 53))
while True:
    data, who = packets.recvfrom(4096)
    threading.Thread(target=reply, args=(packets, data, who), daemon=True).start()
