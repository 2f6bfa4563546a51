# SPDX-License-Identifier: Apache-2.0
"""The programs that are measured beside naze: those of Debian that people use, the sequence they type by hand, and
every other that is on the PATH (netdoc, netwhy, or what --peer names)."""
import os
import re
import shutil
from typing import NamedTuple

LIMIT, NC_LIMIT = "10", "5"  # seconds a person is thought to wait: curl --max-time, nc -w

HAND = ("dig +short {host}; nc -zv -w " + NC_LIMIT + " {host} {port}; "
        "ip route get $(dig +short {host} | grep -m1 '^[0-9]' || echo {address}); timeout " + LIMIT + " tracepath -n {host}; "
        "curl -sSI --max-time " + LIMIT + " {url}; timeout " + LIMIT + " openssl s_client -connect {host}:{port} "
        "-servername {host} -verify_return_error </dev/null")


class Peer(NamedTuple):
    command: str  # for sh: {host}, {port}, {url}, {address}
    root: bool = False
    slow: bool = False  # once is enough where it waits for its own limits
    verdict: str = ""  # where among much else its own conclusion stands: a regular expression with a group

    def concludes(self, said):
        return "\n".join(re.findall(self.verdict, said)) if self.verdict else said


KNOWN = {
    "curl": Peer("exec curl -sSI --max-time " + LIMIT + " {url}"),
    "nc": Peer("exec nc -zv -w " + NC_LIMIT + " {host} {port}"),
    "nmap": Peer("exec nmap -n -Pn -p {port} {host}"),
    "traceroute -T": Peer("exec timeout 30 traceroute -T -n -p {port} {host}", root=True, slow=True),
    "by hand": Peer(HAND, slow=True),
    # The rivals, as their own documentation calls them; without the third parties that they ask otherwise.
    "netdoc": Peer("exec timeout 60 netdoc -json -no-history -public-dns '' {url}", slow=True,
                   verdict=r'"summary": "(.*)"'),
    "netwhy": Peer("exec timeout 60 netwhy {url}", slow=True,
                   verdict=r"(?m)^(?:Summary|Likely cause[^:]*): (.*)$"),
}


def choose(only, more):
    """The peers to run: those of `only` (a list by commas) or all that are installed, and NAME=COMMAND of `more`."""
    table = dict(KNOWN)
    for one in more:
        name, _, command = one.partition("=")
        table[name] = Peer(command)
    wanted = [n for n in only.split(",") if n] or list(table)
    unknown = [n for n in wanted if n not in table]
    if unknown:
        raise SystemExit(f"bench: no peer {', '.join(unknown)}; known are {', '.join(table)}")

    def there(name):
        words = table[name].command.replace("exec ", "").replace("timeout 30 ", "").replace("timeout 60 ", "").split()
        return shutil.which(words[0], path=search_path()) is not None

    return {n: table[n] for n in [*wanted, *(m.partition("=")[0] for m in more if m.partition("=")[0] not in wanted)] if there(n)}


def search_path():
    return os.environ["PATH"] + ":/usr/sbin:/sbin"
