# SPDX-License-Identifier: Apache-2.0
"""Fills the connection-tracking table of this network namespace to its limit with established
connections, over ctnetlink: fill_conntrack.py. The limit is the machine's, the table is the
namespace's own, and is gone with it."""
import socket
import struct
import sys

NETLINK_NETFILTER, SO_SNDBUFFORCE = 12, 32
NEW, CREATE_REQUEST = 1 << 8, 0x401
COUNT, LIMIT = ("/proc/sys/net/netfilter/nf_conntrack_" + x for x in ("count", "max"))


def attr(kind, data, nested=False):
    size = 4 + len(data)
    return struct.pack("=HH", size, kind | nested << 15) + data + b"\0" * (-size % 4)


def ends(source, dest, source_port, dest_port):
    addresses = attr(1, attr(1, source) + attr(2, dest), True)
    ports = attr(1, b"\x06") + attr(2, struct.pack(">H", source_port)) + attr(3, struct.pack(">H", dest_port))
    return addresses + attr(2, ports, True)


def entry(source, port):
    dest = bytes((198, 51, 100, 7))
    body = struct.pack("=BBH", socket.AF_INET, 0, 0)
    body += attr(1, ends(source, dest, port, 443), True) + attr(2, ends(dest, source, 443, port), True)
    body += attr(3, struct.pack(">I", 0x0E)) + attr(7, struct.pack(">I", 3000))  # seen both ways, assured
    body += attr(4, attr(1, attr(1, b"\x03"), True), True)  # established
    return struct.pack("=IHHII", 16 + len(body), NEW, CREATE_REQUEST, 1, 0) + body


def number(path):
    with open(path) as f:
        return int(f.read())


kernel = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_NETFILTER)
kernel.setsockopt(socket.SOL_SOCKET, SO_SNDBUFFORCE, 8 << 20)
placeholder = bytes.fromhex("fedcba98")
batch = b"".join(entry(placeholder, 1024 + i) for i in range(4096))
for i in range(number(LIMIT) // 4096 + 2):
    kernel.send(batch.replace(placeholder, bytes((10, 200, i >> 8, i & 255))))
if number(COUNT) < number(LIMIT):
    sys.exit("the table is not full")
