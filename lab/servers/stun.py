# SPDX-License-Identifier: Apache-2.0
"""A STUN server (RFC 8489) that says from where it was asked, over both families.

usage: stun.py PORT [silent]
"""
import socket, struct, sys

COOKIE = 0x2112A442
sock = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
sock.bind(("::", int(sys.argv[1])))
while True:
    data, peer = sock.recvfrom(2048)
    if len(data) < 20 or struct.unpack("!HHI", data[:8])[2] != COOKIE or "silent" in sys.argv:
        continue
    mapped = peer[0].startswith("::ffff:")
    raw = socket.inet_aton(peer[0][7:]) if mapped else socket.inet_pton(socket.AF_INET6, peer[0])
    mask = struct.pack("!I", COOKIE) + data[8:20]
    value = struct.pack("!BBH", 0, 1 if mapped else 2, peer[1] ^ (COOKIE >> 16))
    value += bytes(a ^ b for a, b in zip(raw, mask))
    attribute = struct.pack("!HH", 0x0020, len(value)) + value
    sock.sendto(struct.pack("!HHI", 0x0101, len(attribute), COOKIE) + data[8:20] + attribute, peer)
