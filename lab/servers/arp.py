#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Announces an IPv4 address by gratuitous ARP (RFC 5227), again and again.

usage: arp.py INTERFACE ADDRESS SECONDS
"""
import socket
import sys
import time

interface, address, gap = sys.argv[1], socket.inet_aton(sys.argv[2]), float(sys.argv[3])
s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
s.bind((interface, 0))
mac = s.getsockname()[4]
everybody = b"\xff" * 6
head = everybody + mac + b"\x08\x06" + b"\0\x01\x08\0\x06\x04"
packet = head + b"\0\x01" + mac + address + b"\0" * 6 + address
while True:
    s.send(packet)
    time.sleep(gap)
