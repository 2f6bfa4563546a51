# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The service moved and its name with it; a running program still holds its connection to the old host.
expect_status=degraded expect_cause=name.cached_by_program expect_certainty=likely
from=d
rights=root
target=http://$NAME/
args=(--pid "$(cat "$DIR/pid" 2>/dev/null || :)")
proof="dig +short $NAME A; ss -tn dst $S4B; curl -4 -sS $target"
proof_match="^$S4\\n.*ESTAB.*$S4B:80.*hello"
build() {
	net far
	ip -n "$(ns s)" addr add "$S4B/24" dev eth0
	dns
	http
	client "$S4B" 80
}
