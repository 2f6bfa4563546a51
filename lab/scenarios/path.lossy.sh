# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Every third packet to the server is lost, the first SYN among them.
expect_status=degraded expect_cause=path.lossy
target=http://$NAME/
proof="ping -q -c20 -i0.05 -W1 $S4; curl -sS -m 20 $target"
proof_match='[1-9][0-9]% packet loss.*hello'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	http
	rules r2 "forward ip daddr $S4 numgen inc mod 3 0 drop"
}
