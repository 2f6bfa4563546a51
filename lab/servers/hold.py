#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A client that opens connections and keeps them. usage: hold.py ADDRESS PORT COUNT READY_FILE"""
import socket
import sys
import time

held = []
for _ in range(int(sys.argv[3])):
    try:
        held.append(socket.create_connection((sys.argv[1], int(sys.argv[2])), 3))
    except OSError:
        break
with open(sys.argv[4], "w", encoding="utf-8"):
    pass
time.sleep(3600)
