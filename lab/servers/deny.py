# SPDX-License-Identifier: Apache-2.0
"""Runs a program that the system does not let connect, by a seccomp filter as a container runtime or
a systemd unit has it: deny.py CALL ERRNO [FAMILY] COMMAND...
CALL is connect or socket. With FAMILY (2 IPv4, 10 IPv6) socket() fails for that family only:
a filter sees no more of a connect() than a pointer."""
import ctypes
import errno
import os
import struct
import sys

X86_64, AARCH64 = 0xC000003E, 0xC00000B7
NUMBERS = {"x86_64": (X86_64, {"socket": 41, "connect": 42}),
           "aarch64": (AARCH64, {"socket": 198, "connect": 203})}
LOAD, EQUAL, GIVE = 0x20, 0x15, 0x06  # BPF_LD|W|ABS, BPF_JMP|JEQ|K, BPF_RET|K
ALLOW, ERRNO = 0x7FFF0000, 0x00050000
PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, FILTER = 38, 22, 2

call, error, rest = sys.argv[1], getattr(errno, sys.argv[2]), sys.argv[3:]
family = int(rest.pop(0)) if rest[0].isdigit() else None
arch, number = NUMBERS[os.uname().machine]
program = [(LOAD, 0, 0, 4), (EQUAL, 0, 5 if family else 3, arch),
           (LOAD, 0, 0, 0), (EQUAL, 0, 3 if family else 1, number[call])]
if family:
    program += [(LOAD, 0, 0, 16), (EQUAL, 0, 1, family)]
program += [(GIVE, 0, 0, ERRNO | error), (GIVE, 0, 0, ALLOW)]
code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *x) for x in program))


class Fprog(ctypes.Structure):
    _fields_ = [("len", ctypes.c_ushort), ("filter", ctypes.c_void_p)]


libc = ctypes.CDLL(None, use_errno=True)
fprog = Fprog(len(program), ctypes.addressof(code))
if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or libc.prctl(PR_SET_SECCOMP, FILTER, ctypes.byref(fprog), 0, 0):
    sys.exit("seccomp: " + os.strerror(ctypes.get_errno()))
os.execvp(rest[0], rest)
