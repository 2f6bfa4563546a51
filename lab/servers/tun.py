# SPDX-License-Identifier: Apache-2.0
"""A tunnel whose other end swallows what it is given: tun.py DEVICE."""
import fcntl
import os
import struct
import sys

TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 1, 0x1000

tun = os.open("/dev/net/tun", os.O_RDWR)
fcntl.ioctl(tun, TUNSETIFF, struct.pack("16sH", sys.argv[1].encode(), IFF_TUN | IFF_NO_PI))
while os.read(tun, 65536):
    pass
