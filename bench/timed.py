# SPDX-License-Identifier: Apache-2.0
"""Runs a command and prints its wall time, exit status and output as one JSON object."""
import json
import subprocess
import sys
import time

began = time.monotonic()
got = subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
took = time.monotonic() - began
json.dump({"ms": took * 1000, "exit": got.returncode, "out": got.stdout.decode(errors="replace")}, sys.stdout)
