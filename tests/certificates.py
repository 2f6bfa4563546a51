#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Certificates from a generator of broken ones: does naze name a fault that this one has?

usage: certificates.py NAZE [--show] [--seed N] [WORD...]     only those whose name has a word
A leaf gets one value of each axis (its dates, its name, its chain, something odd): each value by
itself, then pairs and triples drawn by chance. naze must end in its time, may name a cause only if
one of the faults is that cause, and must call working what has no fault, whatever is odd about it.
"""
import argparse
import concurrent.futures
import datetime
import json
import os
import pathlib
import random
import socket
import ssl
import subprocess
import tempfile
import threading
import time

BUDGET = 2.0
NAME = "shop.example.test"
DAY = datetime.timedelta(days=1)
CONFIG = """[ca]
default_ca = d
[d]
dir = {d}
database = {d}/index
new_certs_dir = {d}
unique_subject = no
rand_serial = yes
default_md = sha256
policy = p
[p]
commonName = optional
[req]
distinguished_name = n
[n]
"""
CA = "basicConstraints=critical,CA:TRUE\nsubjectKeyIdentifier=hash\nkeyUsage=critical,keyCertSign,cRLSign\n"

# axis: {value: (the causes that are true of it; none: it works all the same, what it does)}
DATES = {"valid": ((), (-1, 30)), "past": (("tls.expired",), (-40, -2)), "long past": (("tls.expired",), (-9000, -8000)),
         "ahead": (("tls.not_yet_valid",), (3, 30)), "never ends": ((), (-1, 365 * 200))}
MISMATCH = ("tls.name_mismatch",)
NAMES = {"right": ((), f"DNS:{NAME}"), "wildcard": ((), "DNS:*.example.test"), "upper case": ((), f"DNS:{NAME.upper()}"),
         "last of many": ((), ",".join(f"DNS:n{i}.example.test" for i in range(200)) + f",DNS:{NAME}"),
         "CN alone": (("tls.no_san",), None), "another": (MISMATCH, "DNS:mail.example.test"),
         "wildcard one too high": (MISMATCH, "DNS:*.test"), "wildcard one too low": (MISMATCH, f"DNS:*.{NAME}"),
         "an address": (MISMATCH, "IP:192.0.2.1"), "its address as a name": (MISMATCH, "DNS:127.0.0.1"),
         "hostile text": (MISMATCH, "DNS:\\x1b[2Jshop.example.test"), "mail only": (MISMATCH, f"email:root@{NAME}")}
CHAINS = {"whole": ((), ("leaf", "inter")), "with the root": ((), ("leaf", "inter", "root")),
          "out of order": ((), ("leaf", "root", "inter")), "a stranger in it": ((), ("leaf", "inter", "other_inter")),
          "sent twice": ((), ("leaf", "leaf", "inter", "inter")), "long": ((), ("leaf", "inter") + ("other_inter", "other") * 20),
          "missing": (("tls.missing_intermediate", "tls.unknown_ca"), ("leaf",)),
          "unknown root": (("tls.unknown_ca",), ("leaf", "other_inter", "other")),
          "unknown root unsent": (("tls.unknown_ca", "tls.missing_intermediate"), ("leaf", "other_inter")),
          "expired above": (("tls.intermediate_expired",), ("leaf", "old_inter")),
          "self": (("tls.self_signed",), ("leaf",))}
# openssl(1) and naze's own reading decide here; no cause of the catalogue says these: undetermined is right
ODD = {"nothing": ((), ""), "no usage": ((), "-usage"), "both usages": ((), "extendedKeyUsage=serverAuth,clientAuth\n"),
       "unknown extension": ((), "1.2.3.4.5=DER:0500\n"), "long comment": ((), "nsComment=" + "x" * 900 + "\n"),
       "hostile comment": ((), "nsComment=%s%n%n\n"), "is a CA": ((), "-ca"),
       "unknown critical extension": ((None,), "1.2.3.4.5=critical,DER:0500\n"),
       "for clients only": ((None,), "extendedKeyUsage=clientAuth\n"),
       "for signing code": ((None,), "extendedKeyUsage=codeSigning\n")}
AXES = (DATES, NAMES, CHAINS, ODD)


class Maker:
    def __init__(self, folder):
        self.d = pathlib.Path(folder)
        (self.d / "index").write_text("")
        (self.d / "cnf").write_text(CONFIG.format(d=folder))
        for who in ("leaf", "root", "inter", "old_inter", "other", "other_inter"):
            self.run("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", f"{who}.key")
        for root in ("root", "other"):
            self.sign(root, root, f"/CN=Authority {root}", (-90, 900), CA)
        self.sign("inter", "root", "/CN=Issuing 1", (-80, 800), CA)
        self.sign("old_inter", "root", "/CN=Issuing 0", (-80, -3), CA)
        self.sign("other_inter", "other", "/CN=Issuing 2", (-80, 800), CA)

    def run(self, *args):
        subprocess.run(["openssl", *args], cwd=self.d, check=True, capture_output=True)

    def sign(self, who, issuer, subject, days, extensions, out=None):
        out = out or who
        at = [(datetime.datetime.now(datetime.timezone.utc) + n * DAY).strftime("%Y%m%d%H%M%SZ") for n in days]
        (self.d / "ext").write_text(extensions)
        self.run("req", "-new", "-key", f"{who}.key", "-subj", subject, "-config", "cnf", "-out", "csr")
        by = ["-selfsign"] if who == issuer else ["-cert", f"{issuer}.crt"]
        self.run("ca", "-config", "cnf", "-batch", "-notext", "-in", "csr", "-keyfile", f"{issuer}.key", *by,
                 "-startdate", at[0], "-enddate", at[1], "-extfile", "ext", "-out", f"{out}.crt")

    def leaf(self, number, case):
        """The chain of that case, in one file."""
        dates, names, chain, odd = (axis[value][1] for axis, value in zip(AXES, case))
        issuer = {"self": "leaf", "unknown root": "other_inter", "unknown root unsent": "other_inter",
                  "expired above": "old_inter"}.get(case[2], "inter")
        extensions = "" if names is None else f"subjectAltName={names}\n"
        extensions += "basicConstraints=CA:TRUE\n" if odd == "-ca" else "basicConstraints=CA:FALSE\n"
        if odd == "" or odd == "-ca":
            extensions += "keyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\n"
        elif odd != "-usage":
            extensions += odd
        self.sign("leaf", issuer, f"/CN={NAME if names is None else 'Shop'}", dates, extensions, f"c{number}")
        parts = [f"c{number}" if c == "leaf" else c for c in chain]
        path = self.d / f"chain{number}"
        path.write_text("".join((self.d / f"{c}.crt").read_text() for c in parts))
        return path


def serve(context):
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)

    def one(k):
        try:
            k.settimeout(BUDGET + 2)
            t = context.wrap_socket(k, server_side=True)
            if t.recv(65536):
                t.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\nok\n")
            t.unwrap()
        except (OSError, ValueError):
            pass
        k.close()

    def accept():
        while True:
            try:
                k, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=one, args=(k,), daemon=True).start()
    threading.Thread(target=accept, daemon=True).start()
    return listener


def cases(seed):
    plain = tuple(next(iter(axis)) for axis in AXES)
    todo = [plain]
    for i, axis in enumerate(AXES):
        todo += [plain[:i] + (value,) + plain[i + 1:] for value in list(axis)[1:]]
    r = random.Random(seed)
    while len(todo) < 110:
        drawn = tuple(r.choice(list(axis)) if r.random() < 0.6 else plain[i] for i, axis in enumerate(AXES))
        if drawn not in todo:
            todo.append(drawn)
    return todo


def fault(case, code, took, status, cause):
    true = {c for axis, value in zip(AXES, case) for c in axis[value][0]}
    if code not in (0, 1, 3) or took > BUDGET + 6:
        return f"exit code {code} after {took:.1f} s"
    if not true:
        return None if status == "ok" else f"{status} {cause}, and nothing is wrong"
    if true == {"tls.no_san"}:
        return None if (status, cause) == ("degraded", "tls.no_san") else f"{status} {cause}"
    if status in ("ok", "degraded"):
        return f"{status}, and it is {sorted(map(str, true))}"
    # beside a fault without a cause of its own, no other needs to be sure
    return None if cause in true else f"{status} {cause}, which is none of {sorted(map(str, true))}"


def main():
    p = argparse.ArgumentParser()
    p.add_argument("naze")
    p.add_argument("--show", action="store_true")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("words", nargs="*")
    args = p.parse_args()
    naze = os.path.abspath(args.naze)
    env = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}
    with tempfile.TemporaryDirectory() as folder:
        maker = Maker(folder)
        todo = []
        for number, case in enumerate(cases(args.seed)):
            if all(w in " / ".join(case) for w in args.words):
                todo.append((case, maker.leaf(number, case)))

        def one(item):
            case, path = item
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(path, f"{folder}/leaf.key")
            listener = serve(context)
            port = listener.getsockname()[1]
            began = time.monotonic()
            try:
                r = subprocess.run([naze, "--json", "--timeout", str(BUDGET), "--proxy", "none", "--cacert", f"{folder}/root.crt",
                                    "--resolve", f"{NAME}:127.0.0.1", f"https://{NAME}:{port}/"], stdin=subprocess.DEVNULL,
                                   capture_output=True, env=env, timeout=30, check=False)
                v = json.loads(r.stdout)["verdict"]
            except subprocess.TimeoutExpired:
                return case, "hangs", ""
            except ValueError:
                return case, f"exit code {r.returncode} and no report: {r.stderr.decode()[-300:]}", ""
            finally:
                listener.shutdown(socket.SHUT_RDWR)
                listener.close()
            why = fault(case, r.returncode, time.monotonic() - began, v["status"], v.get("cause"))
            return case, why, f"{v['status']} {v.get('cause')}"

        bad = 0
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            for case, why, said in pool.map(one, todo):
                if args.show:
                    print(" / ".join(case), "->", said)
                if why:
                    bad += 1
                    print("FAIL", " / ".join(case) + ":", why)
        print(f"{len(todo)} certificates, {bad} failures")
    return 1 if bad or not todo else 0


raise SystemExit(main())
