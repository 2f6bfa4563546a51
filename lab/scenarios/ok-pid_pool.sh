# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The pool of the program of --pid has connections to the new address and, still, to an old one.
expect_status=ok
from=d
rights=root
target=http://$NAME/
args=(--pid "$(cat "$DIR/pid" 2>/dev/null || :)")
proof="ss -tn dst $S4B; ss -tn dst $S4"
proof_match="ESTAB.*$S4B:80.*ESTAB.*$S4:80"
build() {
	net far
	ip -n "$(ns s)" addr add "$S4B/24" dev eth0
	dns
	http
	client "$S4B" 80 "$S4" 80
}
