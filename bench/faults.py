# SPDX-License-Identifier: Apache-2.0
"""What is measured: the faults of network.py, what a right verdict on each is, and how fast it has to be.

`cause` are the ids that are right for naze (none: the target works). `says` is what the words of any other program
have to contain to have told the fault from the others in this table, and `never` what they must not contain besides."""
from typing import NamedTuple, Optional

from network import FAR, NEAR

RTT = 20.6  # ms, of the relay with 10 ms each way: ping in the client's namespace


class Fault(NamedTuple):
    host: str
    port: int
    says: str
    cause: tuple = ()
    never: str = ""
    resolver: str = f"{FAR}.10"
    curl: Optional[float] = None  # at most this times curl
    hand: Optional[float] = None  # at most this times the commands by hand
    traced: Optional[float] = None  # at most this times traceroute -T
    limit: Optional[float] = None  # ms
    slow: bool = False  # some of the others take a minute


NO = r"(?i)fail|refus|timed? ?out|unreachable|expired|could ?n.t|not resolve"
FAULTS = {
    "healthy, 20 ms": Fault("far.test", 443, r"(?i)succeed|open|200|works", never=NO, curl=0.95, hand=0.30, limit=4 * RTT + 10),
    "healthy, about 0": Fault("near.test", 443, r"(?i)succeed|open|200|works", never=NO, resolver=f"{NEAR}.10", curl=0.35),
    # A round trip each for the name and the SYN, and one for the trace that tells whose refusal it is.
    "refused": Fault("far.test", 4433, r"(?i)refus|closed|nothing .*listen", ("port.refused",), hand=0.30, limit=3 * RTT + 10),
    "refused, by address": Fault(f"{FAR}.10", 4433, r"(?i)refus|closed|nothing .*listen", ("port.refused",), limit=2 * RTT + 10),
    "nxdomain": Fault("gone.test", 443, r"(?i)nxdomain|no such (host|name)|does not exist|not found", ("name.nxdomain",)),
    "expired certificate": Fault("far.test", 8443, r"(?i)expired", ("tls.expired",)),
    "black hole for large packets": Fault("hole.test", 7443, r"(?i)\bp?mtu\b(?! 1500)|fragment|large packet", ("path.mtu_blackhole",),
                                          limit=500, slow=True),
    "silent port": Fault("far.test", 9443, r"(?i)filtered|port .*(silent|dropp|time)|host is up|timed? ?out.*port",
                         ("port.silent",), limit=300, hand=0.05, traced=0.15, slow=True),
    "silent host": Fault("silent.test", 443, r"(?i)timed? ?out|filtered|unreachable|no answer", ("path.silent",), limit=1300, slow=True),
    "silent host, routers answer": Fault("dropped.test", 443, r"(?i)timed? ?out|filtered|unreachable|no answer",
                                         ("path.silent",), slow=True),
    "host down": Fault("down.test", 443, r"(?i)no route|unreachable|host.*down", ("path.host_down",), slow=True),
    "resolver silent": Fault("far.test", 443, r"(?i)resolv.*time|no servers could be reached|dns.*(time|no answer|unreach)|name server",
                             ("name.resolver_silent",), resolver=f"{FAR}.66", hand=0.10, slow=True),
}
