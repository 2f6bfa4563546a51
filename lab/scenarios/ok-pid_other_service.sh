# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The program of --pid is connected to another service, of another name, on the same port.
expect_status=ok
from=d
rights=root
target=http://$NAME/
args=(--pid "$(cat "$DIR/pid" 2>/dev/null || :)")
proof="dig +short -x $S4B; ss -tn dst $S4B"
proof_match="^$OTHER.*ESTAB.*$S4B:80"
build() {
	net far
	ip -n "$(ns s)" addr add "$S4B/24" dev eth0
	dns "host-record=$NAME,$S4" "host-record=$OTHER,$S4B"
	http
	client "$S4B" 80
}
