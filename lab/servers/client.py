#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A program that keeps its connections, as pools do.

usage: client.py FILE (ADDRESS PORT)...
Holds a connection to each of them for ever, or keeps trying where there is none. Writes its pid to FILE
when each is open, or has been tried for a tenth of a second.
"""
import os
import select
import socket
import sys
import time

held = []
for address, port in zip(sys.argv[2::2], sys.argv[3::2]):
    s = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
    s.setblocking(False)
    s.connect_ex((address, int(port)))
    select.select([], [s], [], 0.1)
    held.append(s)
with open(sys.argv[1] + ".new", "w") as f:
    f.write(str(os.getpid()))
os.rename(sys.argv[1] + ".new", sys.argv[1])
time.sleep(600)
