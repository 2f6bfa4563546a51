# SPDX-License-Identifier: Apache-2.0
"""timed.py N COMMAND...: runs it N times and prints the wall time, exit status, output and the output
with what it wrote to stderr of each as one list of JSON objects. It runs where the command does, so that entering a namespace does not count."""
import json
import subprocess
import sys
import time


def once(argv):
    began = time.monotonic()
    got = subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    took = time.monotonic() - began
    out, err = (b.decode(errors="replace") for b in (got.stdout, got.stderr))
    return {"ms": took * 1000, "exit": got.returncode, "out": out, "said": out + err}


json.dump([once(sys.argv[2:]) for _ in range(int(sys.argv[1]))], sys.stdout)
