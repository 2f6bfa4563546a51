# SPDX-License-Identifier: Apache-2.0
"""The network of the benchmarks, in namespaces of its own that are deleted at the end:

    client == relay (delay, loss) == router -- server        addresses far: the delay counts
    client ------------------------- router -- server        addresses near: none

The server has a name server and nginx; the client a resolv.conf and a hashed CA directory."""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

FAR, NEAR = "203.0.113", "198.51.100"  # documentation prefixes (RFC 5737)
NGINX = """worker_processes 1; daemon off; error_log {d}/nginx.log; pid {d}/nginx.pid;
events {{ worker_connections 4096; }}
http {{ access_log off; {temp} ssl_protocols TLSv1.2 TLSv1.3; # this nginx alone stops at 1.2: a round trip more
server {{ listen 443 ssl backlog=4096; ssl_certificate {d}/good.crt; ssl_certificate_key {d}/good.key;
  location / {{ return 200 "fine\\n"; }} }}
server {{ listen 7443 ssl; ssl_certificate {d}/big.crt; ssl_certificate_key {d}/big.key; }}
server {{ listen 8443 ssl; ssl_certificate {d}/old.crt; ssl_certificate_key {d}/old.key; }}
}}
"""
DNSMASQ = """no-resolv
no-hosts
no-daemon
local=/test/
bind-dynamic
address=/far.test/{far}.10
address=/near.test/{near}.10
address=/down.test/{far}.77
address=/silent.test/{far}.66
address=/dropped.test/{far}.67
address=/hole.test/{far}.11
"""


class Ran(NamedTuple):
    ms: float
    exit: int
    out: str
    said: str


def sh(*argv, **more):
    return subprocess.run(argv, check=True, **more)


class Network:
    """with Network(relay, delay_ms=10, loss=0) as net: net.client("curl", ...)"""

    def __init__(self, relay, delay_ms=10, loss=0, seed=1):
        self.relay, self.delay, self.loss, self.seed = relay, delay_ms * 1000, loss, seed
        tag = f"nzb{os.getpid()}"
        self.c, self.r, self.s = tag + "c", tag + "r", tag + "s"
        self.etc = f"/etc/netns/{self.c}"
        self.dir = tempfile.mkdtemp(prefix="naze-bench-")
        self.started = []

    def ip(self, ns, *argv):
        sh("ip", "-n", ns, *argv)

    def start(self, *argv, **more):
        p = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **more)
        self.started.append(p)
        return p

    def __enter__(self):
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # leave nothing behind
        try:
            self.build()
        except BaseException:
            self.__exit__()
            raise
        return self

    def build(self):
        os.chmod(self.dir, 0o755)
        for ns in (self.c, self.r, self.s):
            sh("ip", "netns", "add", ns)
            self.ip(ns, "link", "set", "lo", "up")
        p = self.start("ip", "netns", "exec", self.r, self.relay, "tc", "tr", str(self.delay), str(self.loss),
                       str(self.seed), stdin=subprocess.PIPE)
        if p.stdout.readline() != b"ready\n":
            raise SystemExit("bench: no TUN device: needs root and /dev/net/tun")
        self.ip(self.r, "link", "set", "tc", "netns", self.c)
        self.ip(self.c, "addr", "add", f"{FAR}.129/32", "peer", f"{FAR}.130", "dev", "tc")
        self.ip(self.r, "addr", "add", f"{FAR}.130/32", "peer", f"{FAR}.129", "dev", "tr")
        self.ip(self.r, "link", "add", "near", "type", "veth", "peer", "name", "near", "netns", self.c)
        self.ip(self.r, "link", "add", "srv", "type", "veth", "peer", "name", "srv", "netns", self.s)
        self.ip(self.c, "addr", "add", f"{NEAR}.129/30", "dev", "near")
        self.ip(self.r, "addr", "add", f"{NEAR}.130/30", "dev", "near")
        for net in (FAR, NEAR):
            self.ip(self.r, "addr", "add", f"{net}.1/25", "dev", "srv")
            self.ip(self.s, "addr", "add", f"{net}.10/25", "dev", "srv")
        for ns, devs in ((self.c, ("tc", "near")), (self.r, ("tr", "near", "srv")), (self.s, ("srv",))):
            for dev in devs:
                self.ip(ns, "link", "set", dev, "up")
        self.ip(self.s, "addr", "add", f"{FAR}.11/25", "dev", "srv")
        self.ip(self.c, "route", "add", "default", "via", f"{FAR}.130", "dev", "tc")
        self.ip(self.c, "route", "add", f"{NEAR}.0/25", "via", f"{NEAR}.130")
        self.ip(self.s, "route", "add", "default", "via", f"{FAR}.1")
        self.ip(self.s, "route", "add", f"{NEAR}.128/25", "via", f"{NEAR}.1")
        # silent.test and the silent name server: the router drops without a word.
        self.ip(self.r, "route", "add", "blackhole", f"{FAR}.66/32")
        # Linux routers limit ICMP per peer to one a second; a bench asks more often than people do.
        for ns in (self.r, self.s):
            sh("ip", "netns", "exec", ns, "sysctl", "-qw", "net.ipv4.ip_forward=1", "net.ipv4.icmp_ratelimit=0",
               "net.ipv4.icmp_msgs_per_sec=100000")
        sh("ip", "netns", "exec", self.s, "nft", "add table ip f; add chain ip f in { type filter hook input priority 0; };"
           " add rule ip f in tcp dport 9443 drop")
        # dropped.test: the router drops what it would forward, but answers small TTLs.
        sh("ip", "netns", "exec", self.r, "nft", "add table ip f; add chain ip f out { type filter hook forward priority 0; };"
           f" add rule ip f out ip daddr {FAR}.67 drop;"
           # hole.test: what is larger than a tunnel could carry vanishes, and nobody says so.
           f" add rule ip f out ip saddr {FAR}.11 meta length > 1400 drop;"
           f" add rule ip f out ip daddr {FAR}.11 meta length > 1400 drop")
        self.certificates()
        self.servers()

    def certificates(self):
        d = self.dir
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": d}
        with open(f"{d}/ca.cnf", "w") as f:
            f.write("[ca]\ndefault_ca=x\n[x]\ndatabase=index\nserial=serial\nnew_certs_dir=.\ndefault_md=sha256\npolicy=p\n"
                    "unique_subject=no\nx509_extensions=e\n[p]\ncommonName=supplied\n"
                    "[e]\nsubjectAltName=DNS:far.test,DNS:near.test\nextendedKeyUsage=serverAuth\n"
                    "[big]\nsubjectAltName=DNS:hole.test," + ",".join(f"DNS:alias-{i}.test" for i in range(150)) + "\n")
        open(f"{d}/index", "w").close()
        with open(f"{d}/serial", "w") as f:
            f.write("1000\n")
        key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        sh("openssl", "req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.crt", "-days", "900", "-subj", "/CN=Bench CA",
           **quiet)
        day = 86400
        for name, begin, end, part in (("good", -2, 80, "e"), ("old", -90, -3, "e"), ("big", -2, 80, "big")):
            sh("openssl", "req", "-new", *key, "-keyout", name + ".key", "-out", name + ".csr", "-subj", "/CN=far.test", **quiet)
            sh("openssl", "ca", "-batch", "-notext", "-config", "ca.cnf", "-cert", "ca.crt", "-keyfile", "ca.key", "-in",
               name + ".csr", "-out", name + ".crt", "-extensions", part,
               "-startdate", time.strftime("%Y%m%d%H%M%SZ", time.gmtime(time.time() + begin * day)),
               "-enddate", time.strftime("%Y%m%d%H%M%SZ", time.gmtime(time.time() + end * day)), **quiet)
        os.mkdir(f"{d}/certs")
        shutil.copy(f"{d}/ca.crt", f"{d}/certs/ca.pem")
        sh("openssl", "rehash", f"{d}/certs", **quiet)

    def servers(self):
        d = self.dir
        temp = " ".join(f"{x}_temp_path {d}/{x};" for x in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        with open(f"{d}/nginx.conf", "w") as f:
            f.write(NGINX.format(d=d, temp=temp))
        with open(f"{d}/dnsmasq.conf", "w") as f:
            f.write(DNSMASQ.format(far=FAR, near=NEAR))
        self.start("ip", "netns", "exec", self.s, "nginx", "-c", f"{d}/nginx.conf")
        self.start("ip", "netns", "exec", self.s, "dnsmasq", "-C", f"{d}/dnsmasq.conf", f"--pid-file={d}/dnsmasq.pid")
        os.makedirs(self.etc)
        self.resolver(f"{FAR}.10")
        shutil.copy("/etc/nsswitch.conf", self.etc)
        with open(f"{self.etc}/nsswitch.conf", "w") as f:
            f.write("hosts: files dns\n")
        with open(f"{self.etc}/hosts", "w") as f:
            f.write("127.0.0.1 localhost\n")
        for _ in range(100):
            got = self.client(["curl", "-sSI", "--max-time", "2", "https://far.test/"])
            if got.exit == 0:
                return
            time.sleep(0.1)
        raise SystemExit("bench: the network does not come up")

    def resolver(self, address):
        with open(f"{self.etc}/resolv.conf", "w") as f:  # in place: it is mounted in the namespace
            f.write(f"nameserver {address}\n")

    def command(self, argv):
        """The command as an ordinary user in the client's namespace sees the network."""
        return ["ip", "netns", "exec", self.c, "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
                "--inh-caps=-all", *argv]

    def client(self, argv, root=False, times=1):
        """A command there: its milliseconds, exit status, output and the output with its complaints;
        a list of them when it runs several times."""
        here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "timed.py")
        cmd = ["/usr/bin/python3", here, str(times), *argv]
        cmd = ["ip", "netns", "exec", self.c, *cmd] if root else self.command(cmd)
        env = {"PATH": os.environ["PATH"] + ":/usr/sbin:/sbin", "SSL_CERT_DIR": f"{self.dir}/certs", "LC_ALL": "C.UTF-8"}
        got = subprocess.run(cmd, env=env, stdout=subprocess.PIPE, check=True)
        all_ = [Ran(**r) for r in json.loads(got.stdout)]
        return all_ if times > 1 else all_[0]

    def __exit__(self, *_):
        for p in reversed(self.started):
            if p.poll() is None:
                p.terminate()
                try:
                    p.wait(5)
                except subprocess.TimeoutExpired:
                    p.kill()
                    p.wait()
        for ns in (self.c, self.r, self.s):
            subprocess.run(["ip", "netns", "del", ns], stderr=subprocess.DEVNULL)
        shutil.rmtree(self.etc, ignore_errors=True)
        shutil.rmtree(self.dir, ignore_errors=True)
