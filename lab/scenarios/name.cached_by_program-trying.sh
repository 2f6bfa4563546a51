# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name moved from a host that is gone; a program tries the old address again and again.
expect_status=degraded expect_cause=name.cached_by_program expect_json="\"begun\": true"
from=d
rights=root
target=http://$NAME/
args=(--pid "$(cat "$DIR/pid" 2>/dev/null || :)")
proof="dig +short $NAME A; ss -tn dst $S4B; curl -4 -sS $target"
proof_match="^$S4\\n.*SYN-SENT.*$S4B:80.*hello"
build() {
	net far
	ip -n "$(ns s)" addr add "$S4B/24" dev eth0
	dns
	http
	rules s "input ip daddr $S4B drop"
	client "$S4B" 80
}
